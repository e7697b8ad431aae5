"""How an application moves from one state to another, and what follows from it.

Every move goes through ``move``, or through Plone's own menu and ``@workflow`` where it
needs no data. What follows (the line in the log, the summary, the number, the letter)
hangs on the workflow's event, inside the transaction: so it happens once, whichever
way was taken.
"""

from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.membership.application import IMembershipApplication
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.letters import send_letters
from gastvrij.membership.log import APPLICANT
from gastvrij.membership.log import BOARD
from gastvrij.membership.log import SECRETARIAT
from gastvrij.membership.log import write
from gastvrij.membership.numbers import next_number
from gastvrij.membership.summary import keep_summary
from gastvrij.values.refusal import Refused
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from zope.i18n import translate

import transaction


# transitions that say nothing without their data, and are refused without their rule
NEED_DATA = frozenset(
    [
        "ask",
        "answer",
        "present",
        "approve",
        "reject",
        "record_approval",
        "record_rejection",
    ]
)
BY_THE_BOARD = frozenset(["approve", "reject"])


class Rule:
    """Proof that a move comes from a rule of this room; no request can send it."""


RULE = Rule()


def move(
    application: MembershipApplication,
    transition: str,
    now: datetime,
    who: str = SECRETARIAT,
    note: str = "",
) -> None:
    """Move an application as the user of now; the applicant's link moves as the system.

    Raises ``WorkflowException`` when the state or the user's rights forbid it.
    """
    options = {"who": who, "now": now, "comment": note, "rule": RULE}
    if who == APPLICANT:
        with api.env.adopt_roles(["Manager"]):
            _do(application, transition, options)
    else:
        _do(application, transition, options)


def _do(application: MembershipApplication, transition: str, options: dict) -> None:
    workflow = api.portal.get_tool("portal_workflow")
    workflow.doActionFor(application, transition, **options)


def refuse_without_data(
    application: IMembershipApplication, event: IBeforeTransitionEvent
) -> None:
    """Refuse a bare transition that needs data, and let nothing of it be written.

    plone.restapi catches the refusal and would commit what was done before it.
    """
    if event.transition is None or event.transition.id not in NEED_DATA:
        return
    if event.kwargs.get("rule") is RULE:
        return
    transaction.doom()
    sentence = _(
        "error_transition_needs_data",
        default="This step asks for data. Do it on the page of the application.",
    )
    raise WorkflowException(translate(sentence, target_language="nl"))


def follow_up_when_moved(
    application: IMembershipApplication, event: IAfterTransitionEvent
) -> None:
    """Number it, write the log and the summary, and send the letters of the move."""
    if event.transition is None:
        return
    name = event.transition.id
    now = event.kwargs.get("now") or datetime.now(UTC)
    usual = BOARD if name in BY_THE_BOARD else SECRETARIAT
    who = event.kwargs.get("who") or usual
    if name == "confirm":
        application.number = next_number(application.__parent__, now)
    note = event.kwargs.get("comment") or ""
    before, after = event.old_state.id, event.new_state.id
    write(application, who, now, name, before, after, note)
    keep_summary(application, now)
    # the secretariat needs no letter about the answer that it wrote down itself
    if not (name == "answer" and who != APPLICANT):
        _write_to_the_group(application, name, note, now)


def _write_to_the_group(
    application: MembershipApplication, name: str, note: str, now: datetime
) -> None:
    try:
        send_letters(application, name, note, now)
    except Refused:
        # a move without its letter is no move
        transaction.doom()
        raise
