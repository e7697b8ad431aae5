"""Dates, hours, places and sizes as a reader is used to see them."""

from datetime import datetime
from gastvrij import _
from gastvrij.networkday.summary import DaySummary
from gastvrij.spelling.dates import full_date
from gastvrij.spelling.sizes import size_in_words
from mimetypes import guess_extension
from zope.i18n import translate


def clock(moment: datetime) -> str:
    """Write an hour: "9.30"."""
    return f"{moment.hour}.{moment.minute:02}"


def span(start: datetime, end: datetime) -> str:
    """Write from when to when in short: "10.45–12.15"."""
    return f"{clock(start)}–{clock(end)}"


def hours(start: datetime, end: datetime | None, language: str) -> str:
    """Write from when to when in words; without an end only the beginning."""
    message = _("hours_from", default="from ${start}", mapping={"start": clock(start)})
    if end is not None:
        message = _(
            "hours_from_to",
            default="from ${start} to ${end}",
            mapping={"start": clock(start), "end": clock(end)},
        )
    return translate(message, target_language=language)


def when(day: DaySummary, language: str) -> str:
    """Write out when a day takes place: its date, and its hours if it has any."""
    first, last = day.start.date(), day.end.date()
    if first != last:
        mapping = {
            "first": full_date(first, language),
            "last": full_date(last, language),
        }
        message = _("dates_from_to", default="${first} to ${last}", mapping=mapping)
        return translate(message, target_language=language)
    if day.whole_day:
        return full_date(first, language)
    end = None if day.open_end else day.end
    return f"{full_date(first, language)}, {hours(day.start, end, language)}"


def place(day: DaySummary, language: str) -> str:
    """Write where a day takes place; says so when that is not known."""
    message = _("place_unknown", default="Place not known")
    if day.mode == "online":
        message = _("mode_online", default="Online")
    return day.place or translate(message, target_language=language)


def sentence(words: str) -> str:
    """Write words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def kind_and_size(content_type: str, octets: int, language: str) -> str:
    """Write what a file is and how large: "PDF, 120 kB"; the size alone if unsure."""
    extension = guess_extension(content_type) or ""
    parts = (extension.lstrip(".").upper(), size_in_words(octets, language))
    return ", ".join(filter(None, parts))
