"""What happens to an application from the form to the decision, rule by rule."""

from applications import make_application
from applications import NOW
from applications import STEPS
from applications import values
from datetime import date
from datetime import timedelta
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import file_of
from gastvrij.mail.outbox import waiting
from gastvrij.membership import approval
from gastvrij.membership.creation import receive
from gastvrij.membership.decision import decide
from gastvrij.membership.moves import move
from gastvrij.membership.phases import phase_of
from gastvrij.membership.publishing import nudge_unpublished
from gastvrij.membership.publishing import overdue
from gastvrij.membership.reminders import remind_silent
from gastvrij.membership.retention import anonymise_closed
from gastvrij.membership.retention import forget_unconfirmed
from gastvrij.membership.review import answer
from gastvrij.membership.review import ask
from gastvrij.membership.review import present
from gastvrij.membership.summary import summary_of
from gastvrij.values.refusal import Refused
from letterbox import dutch_in
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException

import pytest
import transaction


def letters_to(portal, address):
    return [row.subject for row in waiting(portal) if row.to == address]


@pytest.mark.parametrize("state", STEPS)
def test_application_reaches_every_state(portal, state):
    application = make_application(portal, state)
    assert api.content.get_state(application) == state
    summary = summary_of(portal["lid-worden"], application.getId())
    assert (summary.name, summary.place, summary.state) == ("Open Poort", "Gent", state)


def test_application_is_confirmed_by_letter_and_gets_its_number_then(portal):
    application = make_application(portal)
    assert application.number is None
    assert letters_to(portal, "ann.peeters@example.org") == [
        "Te doen: bevestig je e-mailadres"
    ]
    with api.env.adopt_roles(["Manager"]):
        move(application, "confirm", NOW)
    assert application.number == "GN-2026-001"
    other = make_application(portal, "submitted", group_name="Andere")
    assert other.number == "GN-2026-002"


def test_question_opens_only_the_fields_that_are_named(portal):
    application = make_application(portal, "in_review")
    with api.env.adopt_roles(["Manager"]):
        ask(application, "Hebben jullie een website?", ["website"], NOW)
    with pytest.raises(Refused) as refused:
        answer(application, "Ja", {"group_name": "Anders"}, NOW)
    assert refused.value.name == "group_name"
    answer(application, "Ja", {"website": "https://example.org"}, NOW)
    assert application.website == "https://example.org"
    assert application.group_name == "Open Poort"
    assert api.content.get_state(application) == "in_review"
    assert [row["transition"] for row in application.log][-2:] == ["ask", "answer"]


def test_new_group_tells_its_dates_before_the_board_decides(portal):
    application = make_application(
        portal,
        "in_review",
        kind="new_group",
        discussed_on=None,
        decided_on=None,
        attends_meetings=False,
    )
    with pytest.raises(Refused) as refused, api.env.adopt_roles(["Manager"]):
        present(application, "", NOW)
    assert refused.value.name == "discussed_on"
    assert api.content.get_state(application) == "in_review"


def test_approval_makes_group_file_account_rights_and_letter(portal):
    application = make_application(portal, "approved")
    group = portal.groepen["open-poort"]
    assert api.content.get_state(group) == "draft"
    assert group.activities == ["housing"]
    assert file_of(group).application == application.UID()
    (contact,) = contacts_of(group)
    assert contact.email == "ann.peeters@example.org"
    roles = api.user.get_roles(user=api.user.get(userid=contact.user_id), obj=group)
    assert "Contact Person" in roles
    assert "Te doen: zet de pagina van Open Poort online" in letters_to(
        portal, "ann.peeters@example.org"
    )


def test_approval_links_the_account_that_the_address_has(portal):
    user = api.user.create(email="ann.peeters@example.org")
    make_application(portal, "approved")
    (contact,) = contacts_of(portal.groepen["open-poort"])
    assert contact.user_id == user.getId()


def test_approval_gives_a_group_whose_name_exists_an_address_of_its_own(portal):
    make_application(portal, "approved")
    make_application(portal, "approved")
    assert {"open-poort", "open-poort-2"} <= set(portal.groepen.objectIds())


@pytest.mark.parametrize("broken", [step.__name__ for step in approval.STEPS])
def test_approval_that_fails_in_a_step_dooms_everything(portal, monkeypatch, broken):
    application = make_application(portal, "ready_for_board")

    def fail(current):
        raise RuntimeError("stroom weg")

    steps = tuple(fail if s.__name__ == broken else s for s in approval.STEPS)
    monkeypatch.setattr(approval, "STEPS", steps)
    with pytest.raises(approval.NotApproved), api.env.adopt_roles(["Manager"]):
        decide(application, "approve", NOW.date(), "", NOW)
    assert transaction.isDoomed()


@pytest.mark.parametrize(
    ("transition", "on", "reason", "field"),
    [
        ("approve", None, "", "on"),
        ("approve", date(2026, 3, 3), "", "on"),
        ("reject", date(2026, 3, 2), " ", "reason"),
    ],
)
def test_decision_needs_a_day_and_a_rejection_its_reason(
    portal, transition, on, reason, field
):
    application = make_application(portal, "ready_for_board")
    with pytest.raises(Refused) as refused, api.env.adopt_roles(["Manager"]):
        decide(application, transition, on, reason, NOW)
    assert refused.value.name == field
    assert application.decision is None


@pytest.mark.parametrize("transition", ["approve", "reject", "record_approval"])
def test_decision_is_made_once(portal, transition):
    application = make_application(portal, "approved")
    with pytest.raises(WorkflowException), api.env.adopt_roles(["Manager"]):
        decide(application, transition, NOW.date(), "Nog eens", NOW)


@pytest.mark.parametrize(
    ("state", "transition"),
    [
        ("in_review", "ask"),
        ("in_review", "present"),
        ("waiting_for_applicant", "answer"),
        ("ready_for_board", "approve"),
        ("ready_for_board", "reject"),
        ("ready_for_board", "record_approval"),
        ("ready_for_board", "record_rejection"),
    ],
)
def test_bare_transition_that_needs_data_is_refused(portal, state, transition):
    application = make_application(portal, state)
    with pytest.raises(WorkflowException), api.env.adopt_roles(["Manager"]):
        api.portal.get_tool("portal_workflow").doActionFor(application, transition)
    assert api.content.get_state(application) == state
    assert transaction.isDoomed()


@pytest.mark.parametrize(("after", "gone"), [(-1, 0), (0, 1)])
def test_unconfirmed_goes_after_fourteen_days(portal, after, gone):
    application = receive(portal["lid-worden"], values(), NOW)
    moment = NOW + timedelta(days=14, seconds=after)
    assert forget_unconfirmed(portal, moment) == gone
    assert forget_unconfirmed(portal, moment) == 0
    assert (application.getId() in portal["lid-worden"]) is not bool(gone)


@pytest.mark.parametrize("state", ["rejected", "withdrawn"])
@pytest.mark.parametrize(("after", "erased"), [(-1, 0), (0, 1)])
def test_closed_application_is_anonymised_after_a_year(portal, state, after, erased):
    application = make_application(portal, state)
    moment = NOW + timedelta(days=365, seconds=after)
    assert anonymise_closed(portal, moment) == erased
    assert anonymise_closed(portal, moment) == 0
    assert bool(application.contact_email) is not bool(erased)
    assert application.municipality == "44021"


def test_silent_applicant_is_reminded_once_a_question(portal):
    make_application(portal, "waiting_for_applicant")
    assert remind_silent(portal, NOW + timedelta(days=29)) == 0
    assert remind_silent(portal, NOW + timedelta(days=30)) == 1
    assert remind_silent(portal, NOW + timedelta(days=31)) == 0


def test_new_member_that_is_not_online_is_nudged_and_then_waits_for_the_office(portal):
    make_application(portal, "approved")
    desk = portal["lid-worden"]
    assert nudge_unpublished(portal, NOW + timedelta(days=7)) == 1
    assert nudge_unpublished(portal, NOW + timedelta(days=8)) == 0
    assert [e.name for e in overdue(desk, NOW + timedelta(days=21))] == ["Open Poort"]
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(portal.groepen["open-poort"], "publish")
    assert list(overdue(desk, NOW + timedelta(days=21))) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_new_member_is_nudged_in_the_language_of_the_application(
    functional, letterbox, language
):
    portal = functional["portal"]
    make_application(portal, "approved", language=language)
    letterbox.fetch(portal, NOW)
    nudge_unpublished(portal, NOW + timedelta(days=7))
    [letter] = letterbox.fetch(portal, NOW + timedelta(days=7))
    assert letter["Content-Language"] == language
    assert bool(dutch_in(letter)) == (language == "nl")


@pytest.mark.parametrize(
    ("state", "phase", "your_turn"),
    [
        ("unconfirmed", "confirm_email", True),
        ("in_review", "received", False),
        ("waiting_for_applicant", "question", True),
        ("postponed", "with_board", False),
        ("anonymised", "stopped", False),
    ],
)
def test_applicant_is_told_a_phase_and_whose_turn_it_is(state, phase, your_turn):
    told = phase_of(state)
    assert told.name == phase
    assert (told.turn == "turn_yours") is your_turn
