"""What waits at the desk: an answer of the group, or a call of the secretariat."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from gastvrij.directory.asked import note_farewell
from gastvrij.directory.asking import ask_groups
from gastvrij.directory.freshness import confirm
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.spelling.dates import BELGIUM
from groups import make_group
from groups import make_person
from groups import user_called
from people import name
from plone import api
from zope.component import getUtility

import pytest


DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
DUE = datetime(2026, 3, 9, tzinfo=BELGIUM)
SECRETARIAT = frozenset({"Member", "Secretariat"})
MEMBER = frozenset({"Member"})


@pytest.fixture
def group(portal):
    """Return a group that confirmed its profile a year ago, with a contact person."""
    make_person("contact", None)
    make_person("deputy", None)
    group = make_group(portal, "De Deur", confirmed_on=date(2025, 3, 9))
    name(group, "contact")
    return group


def waiting(portal, roles, now=DUE, who="contact"):
    """Return what waits for somebody: kind, title, page and since when."""
    room = getUtility(IWaitingThings, "directory.confirm")
    found = room.for_user(portal, user_called(who).getId(), roles, now)
    url = f"{portal.absolute_url()}/groepen/"
    return [
        (thing.kind, thing.title, thing.place, thing.url.removeprefix(url), thing.since)
        for thing in found
    ]


def test_nothing_waits_before_anybody_was_asked(portal, group):
    assert waiting(portal, SECRETARIAT) == []


def test_contact_person_sees_what_was_asked_until_it_is_answered(portal, group):
    ask_groups(portal, DUE)
    assert waiting(portal, MEMBER) == [
        ("directory.confirm", "De Deur", "Gent", "de-deur/confirm", DUE)
    ]
    assert waiting(portal, MEMBER, who="deputy") == []
    confirm(group, "contact", DUE)
    assert waiting(portal, MEMBER) == []


def test_secretariat_takes_over_after_the_last_reminder(portal, group):
    for days in (0, 30):
        ask_groups(portal, DUE + days * DAY)
    ask_groups(portal, DUE + 60 * DAY - SECOND)
    assert waiting(portal, SECRETARIAT, who="deputy") == []
    last = DUE + 60 * DAY
    ask_groups(portal, last)
    assert waiting(portal, SECRETARIAT, who="deputy") == [
        ("directory.confirm.silent", "De Deur", "Gent", "de-deur/dossier", last)
    ]
    assert waiting(portal, MEMBER, who="deputy") == []
    confirm(group, "secretariat", last)
    assert waiting(portal, SECRETARIAT, who="deputy") == []


def test_who_manages_groups_takes_over_whatever_the_role_is_called(portal, group):
    for days in (0, 30, 60):
        ask_groups(portal, DUE + days * DAY)
    editor = frozenset({"Member", "Editor"})
    assert waiting(portal, editor, who="deputy") == []
    portal.manage_permission("gastvrij: Manage Organisation", ["Editor"], 0)
    assert len(waiting(portal, editor, who="deputy")) == 1
    assert waiting(portal, SECRETARIAT, who="deputy") == []


@pytest.mark.parametrize("transition", ["end", "hide"])
def test_group_that_is_not_online_any_more_waits_for_nobody(portal, group, transition):
    for days in (0, 30, 60):
        ask_groups(portal, DUE + days * DAY)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(group, transition)
    assert waiting(portal, SECRETARIAT) == []


def test_group_that_wants_to_stop_waits_until_it_has_ended(portal, group):
    note_farewell(portal, group.UID(), "contact", DUE)
    assert waiting(portal, SECRETARIAT, who="deputy") == [
        ("directory.confirm.farewell", "De Deur", "Gent", "de-deur/dossier", DUE)
    ]
    assert waiting(portal, MEMBER) == []
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(group, "end")
    assert waiting(portal, SECRETARIAT) == []


def test_group_that_was_deleted_waits_for_nobody(portal, group):
    ask_groups(portal, DUE)
    note_farewell(portal, group.UID(), "contact", DUE)
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(group)
    assert waiting(portal, SECRETARIAT) == []


def test_every_kind_has_a_heading(portal, group):
    room = getUtility(IWaitingThings, "directory.confirm")
    assert room.kinds.keys() == {
        "directory.confirm",
        "directory.confirm.silent",
        "directory.confirm.farewell",
    }
