"""Letters to people with an account, in the language that the account says."""

from datetime import timedelta
from datetime import UTC
from gastvrij.accounts.people import language_of
from gastvrij.accounts.people import make_account
from gastvrij.directory import asking
from gastvrij.directory.change_requests import ask as ask_change
from gastvrij.directory.change_requests import carry_out
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.invitations import invitation_to
from gastvrij.directory.relay import pass_on
from gastvrij.directory.request_letters import tell_who_asked
from gastvrij.directory.taking_over import accept
from gastvrij.directory.taking_over import ask
from gastvrij.directory.taking_over import name_somebody
from gastvrij.directory.taking_over import stop
from gastvrij.directory.visitor_message import VisitorMessage
from groups import address
from groups import DEINZE
from groups import make_group
from groups import make_person
from groups import user_called
from letterbox import dutch_in
from people import name
from people import NOW as MORNING

import pytest


NEW = "nieuw@example.org"
NOW = MORNING.astimezone(UTC)


@pytest.fixture
def group(functional):
    """Return a group that confirmed its profile long ago, with a contact person."""
    portal = functional["portal"]
    make_person("contact", None)
    make_person("deputy", None)
    group = make_group(
        portal, "Warm", confirmed_on=NOW.date() - timedelta(days=400), founded=2014
    )
    name(group, "contact")
    return group


def speak(who, language):
    """Let the account of somebody say in which language they read."""
    user_called(who).setMemberProperties({"language": language})


def contact(group, who="contact"):
    """Return what somebody is to the group."""
    return contact_called(group, user_called(who).getId())


def yearly_question(portal, group):
    asking.ask_groups(portal, NOW)


def invitation(portal, group):
    ask(group, address("deputy"), "contact", contact(group), NOW)


def handover(portal, group):
    asked = ask(group, address("deputy"), "contact", contact(group), NOW)
    accept(group, invitation_to(group, asked.email, NOW), "Dee", None, NOW)


def end(portal, group):
    stop(group, contact(group), NOW)


def named(portal, group):
    name_somebody(group, "Dee", address("deputy"), None, "deputy", NOW)


def decided_change(portal, group):
    wanted = {"municipality": DEINZE, "legal_form": "feitelijke_vereniging"}
    user_id = user_called("contact").getId()
    request = ask_change(group, user_id, wanted, "Moved.", NOW)
    tell_who_asked(portal, group, carry_out(group, request.id, "keeper", NOW), NOW)


def message_of_a_visitor(portal, group):
    message = VisitorMessage("Ann", "ann@example.org", "Hello!")
    pass_on(portal, group, message, "127.0.0.1", "nl", NOW)


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
    post(portal, group)
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
    yearly_question(functional["portal"], group)
    [letter] = letterbox.fetch(functional["portal"], NOW)
    assert letter["Content-Language"] == "nl"
    assert len(dutch_in(letter)) > 10


def test_account_says_the_language(portal):
    make_account(NEW, "Nieuw", "en")
    assert language_of(NEW.upper()) == "en"
    make_account("twee@example.org", "Twee")
    assert language_of("twee@example.org") == "nl"
    assert language_of("nobody@example.org") == "nl"
