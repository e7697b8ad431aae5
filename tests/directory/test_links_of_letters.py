"""Every link of every letter, followed by somebody who is logged out."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from filling import filled_once
from following import links_to_follow
from following import open_link
from gastvrij.accounts.login_link import ask_for_link
from gastvrij.accounts.people import user_for
from gastvrij.directory.changes import record
from gastvrij.directory.digest import tell_secretariat as tell_what_changed
from gastvrij.directory.digest import TOLD_UNTIL
from gastvrij.directory.taking_over import tell_secretariat as tell_leaving
from group_letters import decided_change
from group_letters import end
from group_letters import handover
from group_letters import invitation
from group_letters import me
from group_letters import message_of_a_visitor
from group_letters import named
from group_letters import yearly_question
from groups import address
from groups import make_group
from groups import make_person
from groups import user_called
from lxml import html
from people import name
from plone import api
from urllib.parse import urlsplit
from zope.annotation.interfaces import IAnnotations

import pytest


NOW = datetime.now(UTC)
GROUP = "/groepen/warm"
CONFIRM = f"{GROUP}/confirm"


def reminder(portal, group, now):
    """Ask, and remind after 30 days; the first letter is too old to go out now."""
    yearly_question(portal, group, now - timedelta(days=30))
    yearly_question(portal, group, now)


def digest(portal, group, now):
    """Tell the secretariat what changed this week."""
    IAnnotations(portal)[TOLD_UNTIL] = now - timedelta(days=8)
    old, new = {"description": ""}, {"description": "In het kort."}
    who = user_called("contact").getId()
    record(group, who, now - timedelta(days=2), old, new)
    tell_what_changed(portal, now)


def leaving(portal, group, now):
    """Tell the secretariat that the contact person looks for a successor."""
    tell_leaving(group, me(group), now)


def login(portal, group, now):
    """Send a link to log in."""
    ask_for_link(portal, address("contact"), f"{GROUP}/update", "nl", now)


# who posts it: where its links lead, in their order; letters of one moment together
ONLINE = (
    (yearly_question, [CONFIRM, f"{GROUP}/update", CONFIRM]),
    (reminder, [CONFIRM, f"{GROUP}/update", CONFIRM]),
    (message_of_a_visitor, []),
)
ALWAYS = (
    (invitation, ["/groepen/handover"]),
    (handover, ["/groepen/handover", GROUP]),
    (end, []),
    (named, [GROUP]),
    (decided_change, [GROUP]),
    (digest, [GROUP]),
    (leaving, [GROUP]),
    (login, ["/log-in"]),
)
CASES = [(post, "active", there) for post, there in ONLINE + ALWAYS]
CASES += [(post, "draft", there) for post, there in ALWAYS]
# the link of an invitation that was accepted works no more, and says so
GONE = {handover}
TO_PRESS = ("/confirm", "/handover", "/log-in", "/update")


def fill(portal):
    """Create two people and somebody of the secretariat."""
    make_person("contact", None)
    make_person("deputy", None)
    make_person("secretariat", "secretariat")


filled_layer, functional = filled_once(fill, "Letters")


@pytest.fixture
def portal(functional, letterbox):
    """Return a site that knows its address."""
    portal = functional["portal"]
    url = f"http://localhost:{functional['port']}/{portal.getId()}"
    api.portal.set_registry_record("gastvrij.public_url", url)
    api.portal.set_registry_record("gastvrij.quiet_months", ())
    return portal


@pytest.mark.parametrize(
    ("post", "state", "there"),
    CASES,
    ids=[f"{post.__name__}-{state}" for post, state, there in CASES],
)
def test_every_link_of_a_letter_reaches_its_action(
    portal, letterbox, post, state, there
):
    long_ago = NOW.date() - timedelta(days=400)
    group = make_group(portal, "Warm", state, confirmed_on=long_ago)
    name(group, "contact")
    post(portal, group, NOW)
    letters = letterbox.fetch(portal, NOW)
    url = api.portal.get_registry_record("gastvrij.public_url")
    reached = []
    for letter in letters:
        is_known = user_for(letter["to"]) is not None
        reader = letter["to"] if is_known else address("secretariat")
        for link in links_to_follow(letter, url):
            answer = open_link(link, reader)
            path = urlsplit(answer.url).path.removeprefix(urlsplit(url).path)
            page = html.fromstring(answer.text)
            is_gone = post in GONE and path == "/groepen/handover"
            assert answer.status_code == (410 if is_gone else 200), link
            assert page.xpath("//main//h1 | //*[@id='content']//h1"), link
            if path.endswith(TO_PRESS) and not is_gone:
                assert page.xpath("//main//form[@method='post']//button"), link
            reached.append(path)
    assert letters
    assert sorted(reached) == sorted(there)
