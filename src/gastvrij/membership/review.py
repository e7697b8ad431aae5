"""What the secretariat does with an application until the board decides.

Each function checks what the step needs, writes it, and moves the application. All of
them raise ``Refused`` with the field that lacks something, before anything is written.
"""

from datetime import datetime
from gastvrij import _
from gastvrij.directory.internal_notes import NOTES_ID
from gastvrij.membership.application import IMembershipApplication
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.form_checks import check_whole
from gastvrij.membership.form_checks import NEEDED
from gastvrij.membership.log import APPLICANT
from gastvrij.membership.log import SECRETARIAT
from gastvrij.membership.moves import move
from gastvrij.spelling.dates import BELGIUM
from gastvrij.values.refusal import Refused
from typing import Any
from zope.i18nmessageid import Message
from zope.schema import getFields


# what a question can open again for the group: all that it filled in itself, but not
# the address to which the private link goes
MAY_BE_ASKED = (
    "kind",
    "group_name",
    "legal_form",
    "enterprise_number",
    "postal_code",
    "service_area",
    "activities",
    "target_groups",
    "volunteers_estimate",
    "founded",
    "website",
    "motivation",
    "contact_name",
    "contact_phone",
    "contact_function",
    "deputy_name",
    "deputy_email",
    "discussed_on",
    "decided_on",
    "attends_meetings",
)
BEFORE_THE_BOARD = ("discussed_on", "decided_on", "attends_meetings")

# where to say that two fields do not fit together, when only the other one is open
BESIDE = {"decided_on": "discussed_on", "deputy_name": "deputy_email"}

EMPTY_QUESTION = _("error_no_question", default="Write down what you want to know.")
NOT_ASKED = _("error_not_asked", default="This field was not asked for.")


def ask(
    application: MembershipApplication, question: str, fields: list[str], now: datetime
) -> None:
    """Put a question to the group, and open the named fields for it again."""
    if not question.strip():
        raise Refused(EMPTY_QUESTION, "question")
    if set(fields) - set(MAY_BE_ASKED):
        raise Refused(NOT_ASKED, "fields")
    row = {
        "asked_on": now,
        "question": question.strip(),
        "fields": list(fields),
        "answered_on": None,
        "answer": None,
    }
    application.questions = [*(application.questions or []), row]
    move(application, "ask", now, SECRETARIAT, question.strip())


def open_question(application: MembershipApplication) -> dict[str, Any] | None:
    """Return the question that waits for an answer; ``None`` when there is none."""
    rows = [q for q in application.questions or [] if q["answered_on"] is None]
    return rows[-1] if rows else None


def answer(
    application: MembershipApplication,
    text: str,
    values: dict[str, Any],
    now: datetime,
    who: str = APPLICANT,
) -> None:
    """Keep the group's answer and the fields that were open; nothing else changes.

    A field that stays as it was is no answer.
    """
    question = open_question(application)
    opened = question["fields"] if question else []
    for name in values:
        # a place is one in two fields
        if ("postal_code" if name == "municipality" else name) not in opened:
            raise Refused(NOT_ASKED, name)
    new = _changed(application, values)
    if not text.strip() and not new:
        raise Refused(
            _("error_no_answer", default="Write an answer, or fill in a field."),
            "answer",
        )
    _check_together(application, new)
    for name, value in new.items():
        setattr(application, name, value)
    answered = {"answered_on": now, "answer": text.strip() or None}
    if question is not None:
        application.questions = [
            *(row for row in application.questions if row is not question),
            question | answered,
        ]
    move(application, "answer", now, who, text.strip())


def _changed(
    application: MembershipApplication, values: dict[str, Any]
) -> dict[str, Any]:
    return {
        name: value
        for name, value in values.items()
        if _plain(value) != _plain(getattr(application, name))
    }


def _plain(value: Any) -> Any:
    # the order of what is ticked says nothing, and what is empty is empty
    return (set(value) if isinstance(value, list) else value) or None


def _check_together(application: MembershipApplication, new: dict[str, Any]) -> None:
    stored = {name: getattr(application, name) for name in MAY_BE_ASKED}
    for name, sentence in check_whole(stored | {"privacy": True} | new).items():
        beside = "" if sentence == NEEDED else BESIDE.get(name, "")
        for changed in (name, beside):
            if changed in new:
                raise Refused(sentence, changed)


def missing_for_board(application: MembershipApplication) -> list[str]:
    """Return the fields that a group still has to fill in before the board decides."""
    return [name for name in BEFORE_THE_BOARD if not getattr(application, name)]


def present(application: MembershipApplication, advice: str, now: datetime) -> None:
    """Put an application before the board, with the advice of the secretariat."""
    missing = missing_for_board(application)
    if missing:
        raise Refused(_not_told(missing[0]), missing[0])
    application.secretariat_advice = advice.strip() or None
    move(application, "present", now, SECRETARIAT)


def _not_told(name: str) -> Message:
    return _(
        "error_not_told_yet",
        default="The group has not told this yet: ${field}. Ask for it first.",
        mapping={"field": getFields(IMembershipApplication)[name].title},
    )


def check_off(application: MembershipApplication, checked: list[str]) -> None:
    """Keep what of the checklist is done; it helps to remember, and hinders nothing."""
    application.checklist = list(checked)


def note(
    application: MembershipApplication, author: str, text: str, now: datetime
) -> None:
    """Add an internal note, which neither the group nor the board can ever read."""
    if not text.strip():
        raise Refused(
            _("error_no_note", default="Write something in the note."), "note"
        )
    notes = application[NOTES_ID]
    row = {
        "on": now.astimezone(BELGIUM).date(),
        "author": author,
        "text": text.strip(),
    }
    notes.notes = [*(notes.notes or []), row]
