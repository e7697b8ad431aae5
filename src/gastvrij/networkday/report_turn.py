"""Whose turn it is with the report book of a day, in one sentence."""

from dataclasses import dataclass
from datetime import datetime
from gastvrij import _
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.report_plans import is_free_for
from gastvrij.networkday.report_plans import is_uploaded
from gastvrij.networkday.report_records import Notes
from gastvrij.networkday.report_records import notes_of
from gastvrij.networkday.report_records import Plan
from gastvrij.networkday.report_records import plan_of
from gastvrij.networkday.reporting import can_report
from gastvrij.networkday.reporting import slots_of
from gastvrij.paper.pdf import can_make_pdf
from typing import Any
from zope.i18nmessageid import Message


TOO_EARLY = _(
    "report_turn_early",
    default="You do not have to do anything now. From the day itself on you ask here"
    " for the notes.",
)
ASK = _(
    "report_turn_ask",
    default="We are waiting for you: ask the people who spoke for their notes.",
)
MAKE = _(
    "report_turn_make",
    default="We are waiting for you: all notes that you asked for are in. Look at the"
    " book, and publish it.",
)
SOME = _(
    "report_turn_some",
    default="${in} of ${asked} notes are in. You do not have to do anything now: a"
    " week after the letter, and again a week later, we ask once more by ourselves.",
)
MADE = _(
    "report_turn_made",
    default="You do not have to do anything now. The report book stands on the page of"
    " the day and in the archive.",
)
MAKING = _(
    "report_turn_making",
    default="You do not have to do anything now. The book is being made: in a few"
    " minutes it stands on the page of the day.",
)
NO_MEANS = _(
    "report_turn_no_means",
    default="This site cannot make a PDF by itself: ask whoever looks after it, or"
    " upload a report book in the form of the day.",
)
BLOCKED = _(
    "report_turn_blocked",
    default="The file on the page of the day was changed by hand, so the new book does"
    " not take its place. Publish once more if it should.",
)
UPLOADED = _(
    "report_turn_uploaded",
    default="You do not have to do anything now: a report book was uploaded. You can"
    " still ask for notes and make a book of them.",
)


@dataclass(frozen=True)
class Turn:
    """How it stands: a sentence, and whether a coordinator has something to do."""

    sentence: Message
    is_ours: bool = False
    can_ask: bool = True
    is_made: bool = False


def turn_of(site: Any, day: NetworkDay, now: datetime) -> Turn:
    """Return whose turn it is; writes nothing."""
    if not can_report(day, now):
        return Turn(TOO_EARLY, can_ask=False)
    plan = plan_of(site, day.UID())
    if plan.is_published:
        return _published(day, plan)
    notes = [notes_of(site, slot.uid) for slot in slots_of(day)]
    return _gathering(day, plan, [each for each in notes if _counts(each)])


def _counts(notes: Notes) -> bool:
    return bool(notes.reporters) or notes.is_in


def _published(day: NetworkDay, plan: Plan) -> Turn:
    if plan.contents and not is_uploaded(day, plan) and day.report_book is not None:
        return Turn(MADE, is_made=True)
    if not is_free_for(day, plan):
        return Turn(BLOCKED, is_ours=True)
    return Turn(MAKING if can_make_pdf() else NO_MEANS)


def _gathering(day: NetworkDay, plan: Plan, asked: list[Notes]) -> Turn:
    if not asked:
        return Turn(UPLOADED) if is_uploaded(day, plan) else Turn(ASK, is_ours=True)
    there = [each for each in asked if each.is_in]
    if len(there) == len(asked):
        return Turn(MAKE, is_ours=True)
    numbers = {"in": len(there), "asked": len(asked)}
    return Turn(Message(SOME, mapping=numbers))
