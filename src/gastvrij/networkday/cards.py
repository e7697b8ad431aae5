"""Days, rounds and files in the words of a page: every value is ready to be placed."""

from collections.abc import Mapping
from datetime import datetime
from gastvrij import _
from gastvrij.networkday import wording
from gastvrij.networkday.files import AttachedFile
from gastvrij.networkday.programme import Round
from gastvrij.networkday.programme import Slot
from gastvrij.networkday.series import part_in_words
from gastvrij.networkday.series import Series
from gastvrij.networkday.status import WORDS
from gastvrij.networkday.summary import DaySummary
from gastvrij.networkday.summary import ReportBook
from gastvrij.networkday.vocabularies import KIND_WORDS
from gastvrij.spelling.dates import full_date
from gastvrij.spelling.dates import month_in_short
from typing import Any
from urllib.parse import urlencode
from zope.i18nmessageid import Message


PDF = "application/pdf"
NOTHING: Mapping[str, Message] = {}
LOOKS = {
    "draft": "gv-status gv-status--wait",
    "announced": "gv-status gv-status--good",
    "cancelled": "gv-status gv-status--error",
    "finished": "gv-status gv-status--quiet",
}


def day_card(day: DaySummary, language: str) -> dict[str, Any]:
    """Return a day as a card, a row of the archive or a page's head shows it."""
    return {
        "url": day.url,
        "title": day.title,
        "text": day.description,
        "date": date_block(day.start, language),
        "when": wording.sentence(wording.when(day, language)),
        "place": wording.place(day, language),
        "status": WORDS[day.status],
        "status_class": LOOKS[day.status],
        "is_draft": day.status == "draft",
        "is_cancelled": day.status == "cancelled",
        "is_coming": day.is_coming,
        "report_book": report_book(day.report_book, language),
        "series": series_words(day.series, language),
    }


def series_words(series: Series | None, language: str) -> str:
    """Write to which series a day belongs, and which part it is of it."""
    if series is None:
        return ""
    return ", ".join(filter(None, (series.name, part_in_words(series, language))))


def part_card(day: DaySummary, here: str, language: str) -> dict[str, Any]:
    """Return a part of a series; ``here`` is the address of the one being read."""
    part = part_in_words(day.series, language) if day.series else ""
    return {
        "url": day.url,
        "title": day.title,
        "part": wording.sentence(part),
        "when": wording.sentence(full_date(day.start.date(), language)),
        "place": wording.place(day, language),
        "is_here": day.url == here,
        "is_cancelled": day.status == "cancelled",
    }


def date_block(moment: datetime, language: str) -> dict[str, Any]:
    """Return the parts of a date as a block shows them."""
    return {
        "iso": moment.date().isoformat(),
        "day": moment.day,
        "month": month_in_short(moment.date(), language),
        "year": moment.year,
    }


def report_book(book: ReportBook | None, language: str) -> dict[str, str] | None:
    """Return where a report book is downloaded, and how large it is."""
    if book is None:
        return None
    meta = wording.kind_and_size(PDF, book.size, language)
    return {"url": book.url, "meta": meta}


def round_card(
    part: Round,
    day: DaySummary,
    language: str,
    free: Mapping[str, Message] = NOTHING,
) -> dict[str, Any]:
    """Return a round of the programme, with its heading in words.

    ``free`` tells how many seats are left, by the UID of an item.
    """
    return {
        "title": round_title(part, day.is_coming),
        "hours": round_hours(part, day, language),
        "slots": [
            slot_card(slot, part) | {"free": free.get(slot.uid)} for slot in part.slots
        ],
        "class": _round_class(part),
        "beside": beside(part),
    }


def _round_class(part: Round) -> str:
    is_break = all(slot.kind == "break" for slot in part.slots)
    return "gv-round gv-round--break" if is_break else "gv-round"


def beside(part: Round) -> str:
    """Return what the form for one more item in this round is to be filled in with."""
    if part.number is None or part.start is None or part.end is None:
        return ""
    typed = {
        "round": part.number,
        "start": f"{part.start:%Y-%m-%dT%H:%M}",
        "end": f"{part.end:%Y-%m-%dT%H:%M}",
    }
    return urlencode({f"form.widgets.{name}": value for name, value in typed.items()})


def round_title(part: Round, can_choose: bool) -> Message | None:
    """Return the name of a round; None for what belongs to no round."""
    if part.number is None:
        return None
    number = {"number": part.number}
    if can_choose and len(part.slots) > 1:
        return _("round_choose", default="Round ${number}: choose one", mapping=number)
    return _("round_title", default="Round ${number}", mapping=number)


def round_hours(part: Round, day: DaySummary, language: str) -> str:
    """Return the hours of a round, with the date where a day lasts several."""
    if part.start is None or part.end is None:
        return ""
    hours = wording.span(part.start, part.end)
    if day.start.date() == day.end.date():
        return hours
    date = wording.full_date(part.start.date(), language)
    return wording.sentence(f"{date}, {hours}")


def slot_card(slot: Slot, part: Round) -> dict[str, Any]:
    """Return an item of the programme; its hours only where its round has others."""
    is_break = slot.kind == "break"
    return {
        "id": slot.id,
        "url": slot.url,
        "title": slot.title,
        "kind": KIND_WORDS[slot.kind],
        "room": slot.room,
        "class": "gv-slot gv-slot--break" if is_break else "gv-slot",
        "is_break": is_break,
        "text": slot.text,
        "hours": own_hours(slot, part),
        "speakers": [
            {"name": name, "organisation": organisation}
            for name, organisation in slot.speakers
        ],
    }


def own_hours(slot: Slot, part: Round) -> str:
    """Return the hours of an item that differ from those of its round."""
    if slot.start is None or slot.end is None:
        return ""
    if (slot.start, slot.end) == (part.start, part.end):
        return ""
    return wording.span(slot.start, slot.end)


def file_card(attached: AttachedFile, language: str) -> dict[str, str]:
    """Return a file with what it is and how large."""
    meta = wording.kind_and_size(attached.content_type, attached.size, language)
    return {"title": attached.title, "url": attached.url, "meta": meta}
