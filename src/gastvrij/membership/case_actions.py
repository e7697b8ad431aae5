"""What secretariat and board do on the page of an application, one form each."""

from datetime import datetime
from gastvrij import _
from gastvrij.accounts.people import name_of
from gastvrij.membership.action import Action
from gastvrij.membership.action import Do
from gastvrij.membership.action import Values
from gastvrij.membership.answering import entries_for_office
from gastvrij.membership.answering import give_answer
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.case_forms import advice_form
from gastvrij.membership.case_forms import checklist_form
from gastvrij.membership.case_forms import decision_form
from gastvrij.membership.case_forms import neighbours_form
from gastvrij.membership.case_forms import note_form
from gastvrij.membership.case_forms import question_form
from gastvrij.membership.case_forms import remark_form
from gastvrij.membership.decision import decide
from gastvrij.membership.log import SECRETARIAT
from gastvrij.membership.moves import move
from gastvrij.membership.neighbours import inform
from gastvrij.membership.neighbours import may_inform
from gastvrij.membership.phases import OPEN_STATES
from gastvrij.membership.remarks import IN_THE_BOARDS_HANDS
from gastvrij.membership.remarks import remark
from gastvrij.membership.review import ask
from gastvrij.membership.review import check_off
from gastvrij.membership.review import note
from gastvrij.membership.review import present
from plone import api


HANDLE = "gastvrij: Handle Application"
DECIDE = "gastvrij: Decide Application"
RECORD = "gastvrij: Record Decision"
POSTPONE = "gastvrij: Postpone Application"


def _do_note(application: MembershipApplication, values: Values, now: datetime) -> None:
    user = api.user.get_current().getId()
    note(application, name_of(user) or user, values["note"], now)


def _do_remark(
    application: MembershipApplication, values: Values, now: datetime
) -> None:
    user = api.user.get_current().getId()
    name = name_of(user) or user
    text = values["remark"] or ""
    remark(application, user, name, values["opinion"], text, now)


def _moving(transition: str) -> Do:
    return lambda application, values, now: move(application, transition, now)


def _deciding(transition: str) -> Do:
    return lambda application, values, now: decide(
        application, transition, values["on"], values["reason"] or "", now
    )


ACTIONS = (
    Action(
        "take_up",
        _("action_take_up", default="Take up"),
        HANDLE,
        ("submitted", "starting_up", "withdrawn"),
        _moving("take_up"),
    ),
    Action(
        "ask",
        _("action_ask", default="Ask the group a question"),
        HANDLE,
        ("in_review", "ready_for_board"),
        lambda each, v, now: ask(each, v["question"] or "", v["fields"], now),
        question_form,
    ),
    Action(
        "answer",
        _("action_answer", default="Note the answer of the group"),
        HANDLE,
        ("waiting_for_applicant",),
        lambda each, values, now: give_answer(each, values, now, SECRETARIAT),
        entries_for=entries_for_office,
    ),
    Action(
        "guide",
        _("action_guide", default="Guide the group that starts"),
        HANDLE,
        ("submitted", "in_review", "waiting_for_applicant"),
        _moving("guide"),
    ),
    Action(
        "present",
        _("action_present", default="Put it before the board"),
        HANDLE,
        ("in_review", "starting_up"),
        lambda each, v, now: present(each, v["advice"] or "", now),
        advice_form,
    ),
    Action(
        "remark",
        _("action_remark", default="Say what you think"),
        DECIDE,
        IN_THE_BOARDS_HANDS,
        _do_remark,
        remark_form,
    ),
    Action(
        "approve",
        _("action_approve", default="Approve"),
        DECIDE,
        IN_THE_BOARDS_HANDS,
        _deciding("approve"),
        decision_form,
    ),
    Action(
        "reject",
        _("action_reject", default="Do not approve"),
        DECIDE,
        IN_THE_BOARDS_HANDS,
        _deciding("reject"),
        decision_form,
    ),
    Action(
        "record_approval",
        _("action_record_approval", default="The board has approved it"),
        RECORD,
        IN_THE_BOARDS_HANDS,
        _deciding("record_approval"),
        decision_form,
    ),
    Action(
        "record_rejection",
        _("action_record_rejection", default="The board has not approved it"),
        RECORD,
        IN_THE_BOARDS_HANDS,
        _deciding("record_rejection"),
        decision_form,
    ),
    Action(
        "postpone",
        _("action_postpone", default="Postpone the decision"),
        POSTPONE,
        ("ready_for_board",),
        _moving("postpone"),
    ),
    Action(
        "resume",
        _("action_resume", default="Put it on the agenda again"),
        POSTPONE,
        ("postponed",),
        _moving("resume"),
    ),
    Action(
        "check",
        _("action_check", default="Keep the checklist"),
        HANDLE,
        OPEN_STATES,
        lambda each, values, now: check_off(each, values["checklist"]),
        checklist_form,
    ),
    Action(
        "note",
        _("action_note", default="Add an internal note"),
        HANDLE,
        (*OPEN_STATES, "approved", "rejected", "withdrawn"),
        _do_note,
        note_form,
    ),
    Action(
        "inform",
        _("action_inform", default="Let the neighbours know"),
        HANDLE,
        OPEN_STATES,
        lambda each, values, now: inform(each, values["groups"], now),
        neighbours_form,
        may_inform,
    ),
    Action(
        "withdraw",
        _("action_withdraw", default="Stop the application"),
        HANDLE,
        OPEN_STATES,
        _moving("withdraw"),
    ),
)
