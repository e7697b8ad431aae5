"""When a group is asked whether its profile is still right, and when no more."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.directory import asking
from gastvrij.directory.asked import ASKED
from gastvrij.directory.asked import Asked
from gastvrij.directory.asked import asked_about
from gastvrij.directory.asking import ask_groups
from gastvrij.directory.asking import begun_on
from gastvrij.directory.asking import is_first_due
from gastvrij.directory.asking import is_reminder_due
from gastvrij.directory.asking import is_silent
from gastvrij.directory.asking import is_stale
from gastvrij.directory.confirming import answer_for
from gastvrij.directory.confirming import PAUSE
from gastvrij.directory.confirming import Right
from gastvrij.directory.confirming import STOP
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.freshness import confirm
from gastvrij.directory.unanswered import KIND
from gastvrij.directory.unanswered import SILENT
from gastvrij.directory.unanswered import unanswered
from gastvrij.due.interfaces import IDueTask
from gastvrij.mail.outbox import letters_of
from gastvrij.settings.records import settings
from gastvrij.spelling.dates import BELGIUM
from groups import make_group
from groups import make_person
from groups import user_called
from people import name
from plone import api
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility

import pytest


SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
CONFIRMED = date(2025, 3, 9)
# the first moment of the day on which a year has passed
DUE = datetime(2026, 3, 9, tzinfo=BELGIUM)
REMINDERS = (30, 60)


def asked(letters=1, last=None):
    return Asked(DUE, DUE + (last or timedelta()), letters)


@pytest.mark.parametrize(
    ("fresh_since", "today", "expected"),
    [
        (CONFIRMED, date(2026, 3, 8), False),
        (CONFIRMED, date(2026, 3, 9), True),
        (date(2024, 2, 29), date(2025, 2, 27), False),
        (date(2024, 2, 29), date(2025, 2, 28), True),
    ],
)
def test_profile_is_stale_after_a_year(fresh_since, today, expected):
    assert is_stale(fresh_since, today, 12) is expected


def test_round_begins_once_a_year():
    assert is_first_due(None, DUE.date(), 12)
    assert not is_first_due(asked(), date(2027, 3, 8), 12)
    assert is_first_due(asked(), date(2027, 3, 9), 12)


@pytest.mark.parametrize(
    ("before", "moment", "expected"),
    [
        (asked(), 30 * DAY - SECOND, False),
        (asked(), 30 * DAY, True),
        (asked(2, 30 * DAY), 60 * DAY - SECOND, False),
        (asked(2, 30 * DAY), 60 * DAY, True),
        # the first reminder came late: the second one waits for half a month
        (asked(2, 58 * DAY), 73 * DAY - SECOND, False),
        (asked(2, 58 * DAY), 73 * DAY, True),
        (asked(3, 60 * DAY), 900 * DAY, False),
    ],
)
def test_reminders_come_after_their_days(before, moment, expected):
    assert is_reminder_due(before, DUE + moment, REMINDERS) is expected


def test_who_got_the_last_reminder_is_silent():
    assert [is_silent(asked(letters), REMINDERS) for letters in (1, 2, 3)] == [
        False,
        False,
        True,
    ]
    assert not is_reminder_due(asked(), DUE + 900 * DAY, ())
    assert is_silent(asked(), ())


@pytest.fixture
def group(portal):
    """Return a group that confirmed its profile long ago, with a contact person."""
    make_person("contact", None)
    make_person("deputy", None)
    group = make_group(portal, "De Deur", confirmed_on=CONFIRMED)
    name(group, "contact")
    return group


def letters(portal):
    """Return the letters in the outbox, the oldest first."""
    found = [record for _id, record in letters_of(portal)]
    return [each.letter for each in sorted(found, key=lambda each: each.posted)]


def sent_at(portal, *moments):
    """Run the task at some moments; return how many letters it sent at each."""
    return [ask_groups(portal, moment) for moment in moments]


def test_group_is_asked_from_the_first_moment_of_the_day(portal, group):
    assert sent_at(portal, DUE - SECOND, DUE, DUE, DUE + DAY) == [0, 1, 0, 0]
    [letter] = letters(portal)
    assert letter.to == "contact@example.org"
    assert letter.subject == "Te doen: klopt het profiel van De Deur nog?"


def test_task_that_missed_days_sends_one_letter(portal, group):
    assert sent_at(portal, DUE + 3 * DAY, DUE + 3 * DAY + SECOND) == [1, 0]


def test_reminders_follow_and_then_it_is_quiet(portal, group):
    moments = [DUE + days * DAY for days in (0, 29, 30, 31, 59, 60, 61, 120, 364)]
    assert sent_at(portal, *moments) == [1, 0, 1, 0, 0, 1, 0, 0, 0]
    assert asked_about(portal, group.UID()) == {
        user_called("contact").getId(): Asked(DUE, DUE + 60 * DAY, 3)
    }


def test_silent_group_is_asked_again_after_a_year(portal, group):
    year = datetime(2027, 3, 9, tzinfo=BELGIUM)
    moments = [DUE, DUE + 30 * DAY, DUE + 60 * DAY, year - SECOND, year]
    assert sent_at(portal, *moments) == [1, 1, 1, 0, 1]


def test_who_answered_is_asked_no_more_until_the_next_year(portal, group):
    ask_groups(portal, DUE)
    confirm(group, "contact", DUE + DAY)
    assert not asked_about(portal, group.UID())
    next_year = DUE.replace(year=2027) + DAY
    moments = [DUE + 30 * DAY, next_year - SECOND, next_year]
    assert sent_at(portal, *moments) == [0, 0, 1]


@pytest.mark.parametrize("answer", [PAUSE, STOP])
def test_who_pauses_or_stops_is_asked_no_more_in_this_round(portal, group, answer):
    ask_groups(portal, DUE)
    contact = user_called("contact").getId()
    with api.env.adopt_user(user=user_called("contact")):
        answer_for(group, Right(contact), answer, DUE + DAY)
    end_days = (30, 60, 90, 364)
    assert sent_at(portal, *(DUE + days * DAY for days in end_days)) == [0, 0, 0, 0]
    later = DUE + 100 * DAY
    roles = frozenset({"Secretariat"})
    shown = [
        thing.kind
        for user_id in (contact, "")
        for thing in unanswered.for_user(portal, user_id, roles, later)
    ]
    assert KIND not in shown
    assert SILENT not in shown
    assert sent_at(portal, DUE.replace(year=2027)) == [1]


def test_one_person_with_three_groups_gets_one_letter(portal, group):
    for title in ("De Bel", "De Stoep"):
        other = make_group(portal, title, confirmed_on=CONFIRMED)
        name(other, "contact")
    assert sent_at(portal, DUE, DUE + DAY) == [1, 0]
    [letter] = letters(portal)
    assert letter.subject == "Te doen: kloppen de profielen van je 3 groepen nog?"
    links = [part.link for part in letter.body if getattr(part, "link", None)]
    assert {link.thing for link in links} == {
        portal.groepen[each].UID() for each in ("de-deur", "de-bel", "de-stoep")
    }


def test_what_falls_due_within_a_week_waits_for_its_end(portal, group):
    other = make_group(portal, "De Bel", confirmed_on=CONFIRMED + 2 * DAY)
    name(other, "contact")
    week = 7 * DAY
    moments = [DUE, DUE + 2 * DAY, DUE + week - SECOND, DUE + week]
    assert sent_at(portal, *moments) == [1, 0, 0, 1]
    assert letters(portal)[1].subject == "Te doen: klopt het profiel van De Bel nog?"


def test_summer_is_quiet_and_what_waits_goes_out_after_it(portal, group):
    group.confirmed_on = date(2025, 7, 15)
    group.reindexObject(idxs=["fresh_since"])
    moments = [
        datetime(2026, 7, 15, 12, tzinfo=BELGIUM),
        datetime(2026, 8, 31, 23, 59, 59, tzinfo=BELGIUM),
        datetime(2026, 9, 1, tzinfo=BELGIUM),
    ]
    assert sent_at(portal, *moments) == [0, 0, 1]


def test_reminders_put_off_by_the_summer_do_not_come_at_once(portal, group):
    june = datetime(2026, 6, 10, 12, tzinfo=BELGIUM)
    september = datetime(2026, 9, 1, 12, tzinfo=BELGIUM)
    moments = [june, september, september + 14 * DAY, september + 15 * DAY]
    assert sent_at(portal, *moments) == [1, 1, 0, 1]


def test_settings_say_when(portal, group):
    decided = settings()
    decided.confirm_every_months = 6
    decided.confirm_reminder_days = (10,)
    six = datetime(2025, 9, 9, tzinfo=BELGIUM)
    moments = [six - SECOND, six, six + 10 * DAY - SECOND, six + 10 * DAY]
    assert sent_at(portal, *moments) == [0, 1, 0, 1]


def test_deputy_is_asked_only_without_a_contact_person(portal, group):
    name(group, "deputy", role="deputy")
    ask_groups(portal, DUE)
    assert [letter.to for letter in letters(portal)] == ["contact@example.org"]
    end_contact(group, user_called("contact").getId(), DUE + DAY)
    assert sent_at(portal, DUE + 2 * DAY) == [1]
    assert letters(portal)[1].to == "deputy@example.org"


def test_who_comes_new_is_asked_too(portal, group):
    ask_groups(portal, DUE)
    name(group, "deputy")
    ask_groups(portal, DUE + DAY)
    assert [letter.to for letter in letters(portal)] == [
        "contact@example.org",
        "deputy@example.org",
    ]


@pytest.mark.parametrize("state", ["draft", "ended", "hidden"])
def test_group_that_is_not_online_is_not_asked(portal, group, state):
    other = make_group(portal, "Weg", state, confirmed_on=CONFIRMED)
    name(other, "deputy")
    confirm(group, "contact", DUE)
    assert sent_at(portal, DUE) == [0]


def test_paused_group_is_asked_too(portal, group):
    other = make_group(portal, "Even", "paused", confirmed_on=CONFIRMED)
    name(other, "deputy")
    assert sent_at(portal, DUE) == [2]


def test_group_without_anybody_stops_nobody_else(portal, group):
    make_group(portal, "Alleen", confirmed_on=CONFIRMED)
    broken = make_group(portal, "Kapot", confirmed_on=CONFIRMED)
    name(broken, "deputy", email="één@example.org")
    assert sent_at(portal, DUE, DUE + DAY) == [1, 0]


def test_group_that_cannot_be_asked_stops_nobody_else(portal, group, monkeypatch):
    broken = make_group(portal, "Kapot", confirmed_on=CONFIRMED)
    name(broken, "deputy")
    real = asking.letter_about

    def letter_about(site, contact, groups, now):
        if broken in groups:
            raise RuntimeError("kapot")
        return real(site, contact, groups, now)

    monkeypatch.setattr(asking, "letter_about", letter_about)
    assert sent_at(portal, DUE, DUE + DAY) == [1, 0]
    assert [letter.to for letter in letters(portal)] == ["contact@example.org"]
    assert asked_about(portal, broken.UID()) == {}
    monkeypatch.undo()
    assert sent_at(portal, DUE + DAY) == [1]


def test_group_that_never_confirmed_counts_from_its_publication(portal):
    make_person("contact", None)
    group = make_group(portal, "Nieuw")
    name(group, "contact")
    began = begun_on(group)
    assert began == datetime.now(BELGIUM).date()
    year = datetime(began.year + 1, began.month, min(began.day, 28), tzinfo=BELGIUM)
    assert sent_at(portal, year - 5 * DAY, year + 5 * DAY) == [0, 1]


def test_draft_that_lay_for_long_is_not_asked_on_its_first_day(portal):
    make_person("contact", None)
    group = make_group(portal, "Traag", "draft")
    name(group, "contact")
    group.creation_date = portal.created() - 900
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(group, "publish")
    group.reindexObject(idxs=["fresh_since"])
    assert begun_on(group) == datetime.now(BELGIUM).date()
    with api.env.adopt_user(user=user_called("contact")):
        assert begun_on(group) == datetime.now(BELGIUM).date()
    assert sent_at(portal, datetime.now(UTC)) == [0]


def test_nothing_is_sent_or_written_when_nothing_waits(portal, group):
    confirm(group, "contact", DUE)
    assert sent_at(portal, DUE) == [0]
    assert letters(portal) == []
    assert ASKED not in IAnnotations(portal)


def test_groups_of_which_everybody_was_asked_are_not_woken(portal, group, monkeypatch):
    woken = []
    wake = AbstractCatalogBrain._unrestrictedGetObject

    def note(brain):
        woken.append(brain.Title)
        return wake(brain)

    monkeypatch.setattr(AbstractCatalogBrain, "_unrestrictedGetObject", note)
    assert (sent_at(portal, DUE), woken) == ([1], ["De Deur"])
    assert (sent_at(portal, DUE + DAY), woken) == ([0], ["De Deur"])


def test_task_is_registered(portal, group):
    task = getUtility(IDueTask, "directory.confirm")
    assert task(portal, DUE) == 1
