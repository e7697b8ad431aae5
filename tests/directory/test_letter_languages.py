"""Letters to people with an account, in the language that the account says."""

from datetime import timedelta
from datetime import UTC
from filling import filled_once
from gastvrij.accounts.people import language_of
from gastvrij.accounts.people import make_account
from group_letters import decided_change
from group_letters import end
from group_letters import handover
from group_letters import invitation
from group_letters import message_of_a_visitor
from group_letters import named
from group_letters import yearly_question
from groups import address
from groups import make_group
from groups import make_person
from groups import user_called
from letterbox import dutch_in
from people import name
from people import NOW as MORNING

import pytest


NEW = "nieuw@example.org"
NOW = MORNING.astimezone(UTC)


def fill(portal):
    """Create two people."""
    make_person("contact", None)
    make_person("deputy", None)


filled_layer, functional = filled_once(fill, "Languages")


@pytest.fixture
def group(functional):
    """Return a group that confirmed its profile long ago, with a contact person."""
    portal = functional["portal"]
    group = make_group(
        portal, "Warm", confirmed_on=NOW.date() - timedelta(days=400), founded=2014
    )
    name(group, "contact")
    return group


def speak(who, language):
    """Let the account of somebody say in which language they read."""
    user_called(who).setMemberProperties({"language": language})


LETTERS = (
    yearly_question,
    invitation,
    handover,
    end,
    named,
    decided_change,
    message_of_a_visitor,
)


@pytest.mark.parametrize("post", LETTERS, ids=lambda post: post.__name__)
def test_letter_is_in_the_language_of_whoever_gets_it(
    functional, letterbox, group, post
):
    portal = functional["portal"]
    for who in ("contact", "deputy"):
        speak(who, "en")
    post(portal, group, NOW)
    letters = letterbox.fetch(portal, NOW)
    people = {address("contact"), address("deputy")}
    own = [letter for letter in letters if letter["to"] in people]
    assert own
    for letter in own:
        assert letter["Content-Language"] == "en"
        assert dutch_in(letter) == []
    others = [letter for letter in letters if letter["to"] not in people]
    assert all(letter["Content-Language"] == "nl" for letter in others)


@pytest.mark.parametrize("language", ["", "nl", "fr"])
def test_letter_is_dutch_for_everybody_else(functional, letterbox, group, language):
    speak("contact", language)
    yearly_question(functional["portal"], group, NOW)
    [letter] = letterbox.fetch(functional["portal"], NOW)
    assert letter["Content-Language"] == "nl"
    assert len(dutch_in(letter)) > 10


def test_account_says_the_language(portal):
    make_account(NEW, "Nieuw", "en")
    assert language_of(NEW.upper()) == "en"
    make_account("twee@example.org", "Twee")
    assert language_of("twee@example.org") == "nl"
    assert language_of("nobody@example.org") == "nl"
