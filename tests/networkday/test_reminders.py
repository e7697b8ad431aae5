"""Reminders: once each, also after missed days, and never to who has no seat."""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from filling import filled_once
from gastvrij.links.shelf import shelf
from gastvrij.networkday import ledger
from gastvrij.networkday import ledger_views
from gastvrij.networkday import reminders
from gastvrij.networkday.door import start_of
from gastvrij.networkday.join_link import forget_join_links
from gastvrij.networkday.join_link import join_link_of
from gastvrij.networkday.join_link import JOIN_LINKS
from gastvrij.networkday.join_link import keep_join_link
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.reminder_letter import reminder
from gastvrij.networkday.reminders import forget_marks
from gastvrij.networkday.reminders import remind
from gastvrij.networkday.reminders import REMINDED
from letterbox import text_of
from plone import api
from registrations import fill_registrations
from registrations import link_in

import pytest


filled_layer, functional = filled_once(fill_registrations, "Reminders")
SECRET = "https://vergadering.example.org/zwaluwnest"


@pytest.fixture
def portal(functional, letterbox):
    """Return the site, with two people who have a seat and one who waits."""
    portal = functional["portal"]
    for name in ("An Peeters", "Bo Claes", "Cas Maes"):
        come(portal, name, datetime.now(UTC))
    letterbox.fetch(portal)
    return portal


def come(portal, name, now):
    """Register somebody who confirmed."""
    sender = Sender(name=name, email=f"{name.split()[0].lower()}@example.org")
    day = portal.netwerkdagen.plaatsen
    register(day, [Entry(name)], sender, now, confirmed=True)


def before(portal, **time):
    """Return a moment so long before the day."""
    return start_of(portal.netwerkdagen.plaatsen) - timedelta(**time)


def reminded(portal, letterbox, now):
    """Return who gets a letter at a moment."""
    count = remind(portal, now)
    letters = letterbox.fetch(portal, now)
    assert count == len(letters)
    return sorted(letter["To"] for letter in letters)


BOTH = ["an@example.org", "bo@example.org"]


def test_each_reminder_goes_out_once_to_who_has_a_seat(portal, letterbox):
    assert reminded(portal, letterbox, before(portal, days=7, seconds=1)) == []
    assert reminded(portal, letterbox, before(portal, days=7)) == BOTH
    assert reminded(portal, letterbox, before(portal, days=6)) == []
    assert reminded(portal, letterbox, before(portal, days=1)) == BOTH
    assert reminded(portal, letterbox, before(portal, hours=1)) == []
    assert reminded(portal, letterbox, before(portal, days=-1)) == []


def test_letter_that_is_refused_reminds_nobody_and_nobody_twice(
    portal, letterbox, monkeypatch
):
    def refused(day, reader, people, now):
        to = "nobody" if people[0].name == "Bo Claes" else reader.address
        return replace(reminder(day, reader, people, now), to=to)

    now = before(portal, days=7)
    with monkeypatch.context() as broken:
        broken.setattr(reminders, "reminder", refused)
        assert reminded(portal, letterbox, now) == []
    assert len(shelf(portal, REMINDED)) == 0
    assert reminded(portal, letterbox, now) == BOTH
    assert reminded(portal, letterbox, now) == []


def test_missed_days_are_made_up_for_by_one_letter(portal, letterbox):
    assert reminded(portal, letterbox, before(portal, days=3)) == BOTH
    assert reminded(portal, letterbox, before(portal, hours=3)) == BOTH


def test_late_start_sends_the_last_reminder_alone(portal, letterbox):
    assert reminded(portal, letterbox, before(portal, hours=3)) == BOTH
    assert reminded(portal, letterbox, before(portal, hours=2)) == []


def test_who_got_a_seat_since_is_not_told_twice(portal, letterbox):
    now = before(portal, days=5)
    assert reminded(portal, letterbox, now) == BOTH
    day = portal.netwerkdagen.plaatsen
    day.capacity = 3
    [cas] = [p for p in ledger_views.people(day) if p.name == "Cas Maes"]
    ledger.promote(day, cas.id, now)
    letterbox.fetch(portal, now)
    assert reminded(portal, letterbox, now) == []
    later = before(portal, hours=20)
    assert reminded(portal, letterbox, later) == [*BOTH, "cas@example.org"]


def test_join_link_is_in_the_last_reminder_and_in_no_other(portal, letterbox):
    keep_join_link(portal.netwerkdagen.plaatsen, SECRET)
    week, day = before(portal, days=7), before(portal, days=1)
    for now, told in ((week, False), (day, True)):
        remind(portal, now)
        letters = letterbox.fetch(portal, now)
        assert [SECRET in text_of(each) for each in letters] == [told, told]
        assert all("do=cancel" in link_in(each, "cancel") for each in letters)


def test_join_link_goes_when_the_day_is_over_and_with_the_day(portal):
    day = portal.netwerkdagen.plaatsen
    keep_join_link(day, SECRET)
    assert forget_join_links(portal, before(portal, hours=-1)) == 0
    assert join_link_of(day) == SECRET
    assert forget_join_links(portal, before(portal, days=-1)) == 1
    assert len(shelf(portal, JOIN_LINKS)) == 0
    keep_join_link(day, SECRET)
    with api.env.adopt_roles(["Manager"]):
        for person in ledger_views.people(day):
            ledger.cancel(day, [person.id], datetime.now(UTC))
        api.content.delete(day, check_linkintegrity=False)
    assert len(shelf(portal, JOIN_LINKS)) == 0


def test_cancelled_day_reminds_nobody_and_marks_are_forgotten(portal, letterbox):
    assert len(reminded(portal, letterbox, before(portal, days=7))) == 2
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(portal.netwerkdagen.plaatsen, "cancel")
    letterbox.fetch(portal)
    assert reminded(portal, letterbox, before(portal, days=1)) == []
    assert forget_marks(portal, datetime.now(UTC)) == 1
    assert len(shelf(portal, REMINDED)) == 0
