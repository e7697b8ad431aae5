"""Calendar files: what happens when, as calendar programs take it in.

The format is iCalendar (RFC 5545), the method and the number of a version are those of
RFC 5546: a program that has an event replaces it by one with a higher number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.spelling.dates import BELGIUM
from icalendar import Calendar
from icalendar import Event
from icalendar import Timezone
from icalendar import TimezoneDaylight
from icalendar import TimezoneStandard
from icalendar import vCalAddress


PRODUCER = "-//Gastvrij Netwerk//gastvrij//NL"
CONFIRMED, CANCELLED, TENTATIVE = "CONFIRMED", "CANCELLED", "TENTATIVE"
WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)
# since 1996 the clock changes on the last Sunday of these months: directive 2000/84/EC
TO_SUMMER = (TimezoneDaylight, "CEST", datetime(1996, 3, 31, 2), WINTER, SUMMER, 3)
TO_WINTER = (TimezoneStandard, "CET", datetime(1996, 10, 27, 3), SUMMER, WINTER, 10)


@dataclass(frozen=True)
class CalendarEvent:
    """Something in a calendar.

    ``start`` and ``end`` are aware moments, or dates for whole days, of which ``end``
    is the last; without an end it is open. ``uid`` stays the same for ever, and
    ``sequence`` counts the changes that people have to know of. ``organiser`` is an
    e-mail address or empty.
    """

    uid: str
    sequence: int
    title: str
    start: datetime | date
    end: datetime | date | None
    changed: datetime
    status: str = CONFIRMED
    place: str = ""
    text: str = ""
    url: str = ""
    organiser: str = ""


def calendar_file(events: Sequence[CalendarEvent]) -> bytes:
    """Write events to a file, with the Belgian time zone where there are hours.

    The method is ``CANCEL`` when all of them are cancelled, else ``PUBLISH``.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method_of(events))
    if any(isinstance(event.start, datetime) for event in events):
        calendar.add_component(belgian_time())
    for event in events:
        calendar.add_component(component(event))
    return bytes(calendar.to_ical())


def method_of(events: Sequence[CalendarEvent]) -> str:
    """Return what a calendar program does with the events of a file."""
    is_gone = events and all(event.status == CANCELLED for event in events)
    return "CANCEL" if is_gone else "PUBLISH"


def component(event: CalendarEvent) -> Event:
    """Return an event as it stands in a file."""
    written = Event()
    written.add("uid", event.uid)
    written.add("sequence", event.sequence)
    written.add("dtstamp", event.changed.astimezone(UTC))
    written.add("last-modified", event.changed.astimezone(UTC))
    written.add("summary", event.title)
    written.add("status", event.status)
    written.add("dtstart", _start(event.start))
    if event.end is not None:
        written.add("dtend", _end(event.end))
    for name, words in (("location", event.place), ("description", event.text)):
        if words:
            written.add(name, words)
    if event.url:
        written.add("url", event.url)
    if event.organiser:
        written.add("organizer", vCalAddress(f"mailto:{event.organiser}"))
    return written


def belgian_time() -> Timezone:
    """Return the rules of the Belgian clock, for programs that do not know them."""
    zone = Timezone()
    zone.add("tzid", BELGIUM.key)
    for kind, name, since, before, after, month in (TO_SUMMER, TO_WINTER):
        change = kind()
        change.add("tzname", name)
        change.add("dtstart", since)
        change.add("tzoffsetfrom", before)
        change.add("tzoffsetto", after)
        change.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(change)
    return zone


def _start(start: datetime | date) -> datetime | date:
    return start.astimezone(BELGIUM) if isinstance(start, datetime) else start


def _end(end: datetime | date) -> datetime | date:
    """Return the end as files have it: a date is the first that is not of the event."""
    return _start(end) if isinstance(end, datetime) else end + timedelta(days=1)
