"""What a coordinator sees of the notes of each item."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.networkday.programme import Slot
from gastvrij.networkday.report_records import Notes
from gastvrij.networkday.report_records import notes_of
from gastvrij.networkday.report_records import Reporter
from gastvrij.networkday.reporting import speakers_to_ask
from gastvrij.networkday.speaker_records import Speaker
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import day_in_words
from typing import Any
from zope.i18nmessageid import Message


ASKED = _("reporter_asked", default="Asked")
REMINDED = _("reporter_reminded", default="Asked more than once")
SENT = _("reporter_sent", default="Wrote the notes")
NOT_NEEDED = _("reporter_not_needed", default="No longer needed")
IN = _("notes_in", default="In")
MISSING = _("notes_missing", default="Not in yet")
NOBODY = _("notes_nobody", default="Nobody was asked")
GOOD = "gv-status gv-status--good"
WAIT = "gv-status gv-status--wait"
QUIET = "gv-status gv-status--quiet"


@dataclass(frozen=True)
class ReporterRow:
    """Somebody who was asked; ``since`` is a day in words."""

    id: str
    name: str
    email: str
    status: Message
    since: str | None
    shown: str
    is_waiting: bool


@dataclass(frozen=True)
class ItemRow:
    """An item: whether its notes are in, who was asked, and who could be."""

    uid: str
    title: str
    status: Message
    look: str
    since: str | None
    is_in: bool
    pictures: int
    reporters: list[ReporterRow]
    to_ask: list[Speaker]


def item_row(site: Any, slot: Slot, language: str) -> ItemRow:
    """Return what a coordinator sees of an item."""
    notes = notes_of(site, slot.uid)
    missing = (MISSING, WAIT) if notes.reporters else (NOBODY, QUIET)
    status, look = (IN, GOOD) if notes.is_in else missing
    changed = notes.changed_on if notes.is_in else None
    return ItemRow(
        uid=slot.uid,
        title=slot.title,
        status=status,
        look=look,
        since=_day(changed, language) if changed else None,
        is_in=notes.is_in,
        pictures=len(notes.pictures),
        reporters=[_reporter_row(notes, each, language) for each in notes.reporters],
        to_ask=[] if notes.is_in else speakers_to_ask(site, notes),
    )


def _reporter_row(notes: Notes, reporter: Reporter, language: str) -> ReporterRow:
    status = REMINDED if reporter.reminded else ASKED
    if notes.is_in:
        status = SENT if notes.changed_by == reporter.id else NOT_NEEDED
    return ReporterRow(
        id=reporter.id,
        name=reporter.name,
        email=reporter.email,
        status=status,
        since=None if notes.is_in else _day(reporter.asked_on, language),
        shown=reporter.shown,
        is_waiting=not notes.is_in,
    )


def _day(moment: Any, language: str) -> str | None:
    return day_in_words(moment.astimezone(BELGIUM).date(), language)
