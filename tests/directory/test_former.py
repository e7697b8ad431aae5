"""Who speaks for a group no longer is forgotten after a while, and so is its wish."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.directory.asked import farewell_of
from gastvrij.directory.asked import note_farewell
from gastvrij.directory.contacts import all_contacts_of
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.former import all_former
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
    assert list(all_former(portal)) == [(IUUID(group), LATER.date())]
    assert FORGET(portal, STOPPED + timedelta(days=3000)) == 1
    assert people(group) == ["Contact"]
    assert len(contacts_of(group)) == 1
    assert list(all_former(portal)) == []


def test_period_is_that_of_the_settings(portal, group):
    settings().keep_closed_months = 1
    end = datetime(2026, 4, 2, tzinfo=BELGIUM)
    assert [FORGET(portal, end - SECOND), FORGET(portal, end)] == [0, 1]


def test_group_that_is_gone_is_forgotten(portal, group):
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(group)
    FORGET(portal, STOPPED)
    assert list(all_former(portal)) == []


@pytest.mark.parametrize(
    ("state", "is_forgotten"), [("ended", True), ("active", False), ("draft", False)]
)
def test_wish_to_stop_is_forgotten_when_the_group_has_ended(
    portal, state, is_forgotten
):
    group = make_group(portal, "Warm", state)
    note_farewell(portal, IUUID(group), "an", TOLD)
    assert FORGET(portal, OVER - SECOND) == 0
    assert farewell_of(portal, IUUID(group)) is not None
    assert FORGET(portal, OVER) == int(is_forgotten)
    assert (farewell_of(portal, IUUID(group)) is None) is is_forgotten


def test_wish_of_a_group_that_is_gone_is_forgotten(portal):
    note_farewell(portal, "0" * 32, "an", TOLD)
    assert [FORGET(portal, OVER - SECOND), FORGET(portal, OVER)] == [0, 1]


def test_task_is_run_with_the_others(portal):
    assert getUtility(IDueTask, name="directory.forget") is FORGET
