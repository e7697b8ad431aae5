"""One second before, and at the moment itself: everything that falls due by a clock."""

from applications import make_application
from applications import NOW
from datetime import timedelta
from datetime import UTC
from gastvrij.directory.contacts import file_of
from gastvrij.directory.contacts import name_contact
from gastvrij.due.runner import run
from gastvrij.mail.outbox import waiting
from gastvrij.membership import drafts
from gastvrij.membership.publishing import nudge_unpublished
from gastvrij.membership.publishing import overdue
from gastvrij.membership.reminders import remind_silent
from gastvrij.membership.waiting import applications
from gastvrij.privacy.retention import kept_for
from plone import api
from zope.annotation.interfaces import IAnnotations

import pytest


SECOND = timedelta(seconds=1)
BEFORE_AND_AT = pytest.mark.parametrize(("after", "is_due"), [(-1, 0), (0, 1), (1, 1)])


def later(days, after):
    """Return a moment some days and some seconds after ``NOW``."""
    return NOW + timedelta(days=days, seconds=after)


@BEFORE_AND_AT
def test_silent_applicant_is_reminded_after_thirty_days(portal, after, is_due):
    make_application(portal, "waiting_for_applicant")
    before = len(waiting(portal))
    assert remind_silent(portal, later(30, after)) == is_due
    assert remind_silent(portal, later(30, after)) == 0
    assert len(waiting(portal)) == before + is_due


def test_one_that_cannot_be_reminded_never_stops_the_others(portal, caplog):
    no_address, odd, fine = (
        make_application(portal, "waiting_for_applicant") for _ in range(3)
    )
    no_address.contact_email = ""
    odd.questions = [{"asked_on": NOW}]
    before = len(waiting(portal))
    assert remind_silent(portal, later(30, 0)) == 1
    assert len(waiting(portal)) == before + 1
    assert no_address.reminded_on is None
    assert fine.reminded_on == NOW
    assert "KeyError" in caplog.text


@pytest.mark.parametrize(
    ("state", "task"),
    [
        ("waiting_for_applicant", remind_silent),
        ("approved", nudge_unpublished),
    ],
)
def test_nobody_is_reminded_in_a_quiet_month(portal, state, task):
    make_application(portal, state)
    for month in (7, 8):
        assert task(portal, NOW.replace(month=month)) == 0
    assert task(portal, NOW.replace(month=9)) == 1


def test_nudge_goes_to_somebody_whom_a_letter_reaches(portal):
    make_application(portal, "approved")
    group = portal.groepen["open-poort"]
    (contact,) = file_of(group).contacts
    mail = "jan@example.org"
    with api.env.adopt_roles(["Manager"]):
        other = api.user.create(email=mail, password="een lang geheim woord")
        name_contact(group, other.getId(), "Jan", mail, None, "deputy", NOW)
    first, second = file_of(group).contacts
    assert first == contact
    file_of(group).contacts = [first | {"email": "geen adres"}, second]
    known = {row.id for row in waiting(portal)}
    assert nudge_unpublished(portal, later(7, 0)) == 1
    assert [row.to for row in waiting(portal) if row.id not in known] == [mail]


@BEFORE_AND_AT
def test_silent_applicant_waits_for_the_secretariat_after_sixty_days(
    portal, after, is_due
):
    make_application(portal, "waiting_for_applicant")
    office = frozenset({"Secretariat"})
    told = list(applications.for_user(portal, "x", office, later(60, after)))
    assert [(thing.title, thing.place) for thing in told] == [
        ("Open Poort", "Gent")
    ] * is_due


@BEFORE_AND_AT
def test_new_member_is_nudged_after_seven_days(portal, after, is_due):
    make_application(portal, "approved")
    before = len(waiting(portal))
    assert nudge_unpublished(portal, later(7, after)) == is_due
    assert nudge_unpublished(portal, later(7, after)) == 0
    assert len(waiting(portal)) == before + is_due


@BEFORE_AND_AT
def test_new_member_waits_for_the_secretariat_after_three_weeks(portal, after, is_due):
    make_application(portal, "approved")
    told = list(overdue(portal["lid-worden"], later(21, after)))
    assert [each.name for each in told] == ["Open Poort"] * is_due


@BEFORE_AND_AT
def test_half_filled_form_is_forgotten_after_fourteen_days(portal, after, is_due):
    desk = portal["lid-worden"]
    token = drafts.begin(desk, NOW)
    draft_id = drafts.draft_id_of(token, NOW)
    assert drafts.forget_old(desk, later(14, after)) == is_due
    assert drafts.forget_old(desk, later(14, after)) == 0
    assert (drafts.draft_called(desk, draft_id) is None) is bool(is_due)
    known = drafts.draft_id_of(token, later(14, -2))
    assert known == ("" if is_due else draft_id)
    assert len(IAnnotations(desk)[drafts.DRAFTS]) == 1 - is_due


CLOSED = ("rejected", "withdrawn")


@BEFORE_AND_AT
def test_due_tasks_erase_at_their_moment_and_once(functional, after, is_due):
    portal = functional["portal"]
    made = {state: make_application(portal, state) for state in CLOSED}
    made["approved"] = make_application(portal, "approved")
    moment = kept_for("closed").after(NOW) + SECOND * after
    assert kept_for("closed").after(NOW) == later(365, 0)
    for _ in range(2):
        run(portal, moment.astimezone(UTC))
        names = {state: each.group_name for state, each in made.items()}
        assert names["approved"] == "Open Poort"
        for state in CLOSED:
            assert names[state] == ("" if is_due else "Open Poort")
            now = api.content.get_state(made[state])
            assert now == ("anonymised" if is_due else state)
            assert made[state].municipality == "44021"
            outcome = made[state].decision
            assert state != "rejected" or outcome["outcome"] == "rejected"
