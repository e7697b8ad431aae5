"""Who speaks for a group no longer is forgotten after a while, and so is its wish."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.directory.asked import all_farewells
from gastvrij.directory.asked import note_farewell
from gastvrij.directory.change_requests import ask
from gastvrij.directory.change_requests import decline
from gastvrij.directory.change_requests import requests_of
from gastvrij.directory.changes import CHANGES
from gastvrij.directory.changes import changes_of
from gastvrij.directory.changes import record
from gastvrij.directory.contacts import all_contacts_of
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.contacts import FORMER
from gastvrij.directory.kept_since import all_kept
from gastvrij.directory.retention import FORGET
from gastvrij.due.interfaces import IDueTask
from gastvrij.settings.records import settings
from gastvrij.spelling.dates import BELGIUM
from groups import make_group
from groups import make_person
from people import LATER
from people import name
from people import NOW
from plone import api
from plone.uuid.interfaces import IUUID
from zope.component import getUtility

import pytest


SECOND = timedelta(seconds=1)
STOPPED = datetime(2027, 3, 2, tzinfo=BELGIUM)
TOLD = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
OVER = datetime(2027, 3, 2, 10, 0, tzinfo=UTC)


@pytest.fixture
def group(portal):
    """Return a group of which one person stopped, another later, a third not."""
    for who in ("an", "bo", "contact"):
        make_person(who, None)
    group = make_group(portal, "De Lange Tafel")
    for who, stopped in (("an", NOW), ("bo", LATER), ("contact", None)):
        user_id = name(group, who)
        if stopped:
            end_contact(group, user_id, stopped)
    return group


def people(group):
    """Return the names of who speaks and spoke for a group."""
    return [contact.name for contact in all_contacts_of(group)]


def test_former_contact_person_is_forgotten_on_the_second(portal, group):
    assert FORGET(portal, STOPPED - SECOND) == 0
    assert people(group) == ["An", "Bo", "Contact"]
    assert FORGET(portal, STOPPED) == 1
    assert people(group) == ["Bo", "Contact"]
    assert FORGET(portal, STOPPED + SECOND) == 0
    assert list(all_kept(portal, FORMER)) == [(IUUID(group), LATER.date())]
    FORGET(portal, STOPPED + timedelta(days=3000))
    assert people(group) == ["Contact"]
    assert len(contacts_of(group)) == 1
    assert list(all_kept(portal, FORMER)) == []


def test_period_is_that_of_the_settings(portal, group):
    settings().keep_closed_months = 1
    end = datetime(2026, 4, 2, tzinfo=BELGIUM)
    assert [FORGET(portal, end - SECOND), FORGET(portal, end)] == [0, 1]


def test_group_that_is_gone_is_forgotten(portal, group):
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(group)
    FORGET(portal, STOPPED)
    assert list(all_kept(portal, FORMER)) == []


@pytest.mark.parametrize(
    ("state", "is_forgotten"), [("ended", True), ("active", False), ("draft", False)]
)
def test_wish_to_stop_is_forgotten_when_the_group_has_ended(
    portal, state, is_forgotten
):
    group = make_group(portal, "Warm", state)
    note_farewell(portal, IUUID(group), "an", TOLD)
    assert FORGET(portal, OVER - SECOND) == 0
    assert dict(all_farewells(portal)).get(IUUID(group)) is not None
    assert FORGET(portal, OVER) == int(is_forgotten)
    assert (dict(all_farewells(portal)).get(IUUID(group)) is None) is is_forgotten


def test_wish_to_stop_is_forgotten_when_the_group_opens_again(portal):
    group = make_group(portal, "Warm")
    note_farewell(portal, IUUID(group), "an", TOLD)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(group, "end")
        assert dict(all_farewells(portal))
        api.content.transition(group, "reopen")
    assert not dict(all_farewells(portal))


def test_wish_of_a_group_that_is_gone_is_forgotten(portal):
    note_farewell(portal, "0" * 32, "an", TOLD)
    assert [FORGET(portal, OVER - SECOND), FORGET(portal, OVER)] == [0, 1]


def test_changes_and_what_was_decided_on_are_forgotten_after_a_year(portal, group):
    FORGET(portal, datetime.now(UTC) + timedelta(days=3000))
    assert changes_of(group) == ()
    moment = OVER + timedelta(days=4000)
    record(group, "an", moment, {"founded": None}, {"founded": 2001})
    record(group, "an", moment + SECOND, {"founded": 2001}, {"founded": 2002})
    for title in ("Open", "Anders"):
        request = ask(group, "an", {"title": title}, "", moment)
    decline(group, request.id, "Nee.", moment + SECOND)
    year = moment + timedelta(days=365)
    assert [FORGET(portal, year - SECOND), FORGET(portal, year)] == [0, 1]
    assert [change.when for change in changes_of(group)] == [moment + SECOND]
    assert FORGET(portal, year + SECOND) == 2
    assert changes_of(group) == ()
    assert [each.wanted for each in requests_of(group)] == [{"title": "Open"}]
    assert FORGET(portal, year + SECOND) == 0


def test_changes_of_a_group_that_is_gone_are_no_trouble(portal, group):
    record(group, "an", TOLD, {"founded": None}, {"founded": 2001})
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(group)
    later = datetime.now(UTC) + timedelta(days=3000)
    FORGET(portal, later)
    assert list(all_kept(portal, CHANGES)) == []


def test_task_is_run_with_the_others(portal):
    assert getUtility(IDueTask, name="directory.forget") is FORGET
