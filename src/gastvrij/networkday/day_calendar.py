"""A day, and a person's own programme of it, as calendar files."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from datetime import datetime
from gastvrij import _
from gastvrij.networkday.calendar_file import calendar_file
from gastvrij.networkday.calendar_file import CalendarEvent
from gastvrij.networkday.calendar_file import CANCELLED
from gastvrij.networkday.calendar_file import CONFIRMED
from gastvrij.networkday.calendar_file import TENTATIVE
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.networkday.programme_item import items_of
from gastvrij.networkday.revisions import revision_of
from gastvrij.networkday.vocabularies import MODE_WORDS
from gastvrij.settings.records import settings
from plone import api
from plone.event.interfaces import IEventAccessor
from uuid import UUID
from uuid import uuid5
from zope.i18n import translate


STATUS = {"draft": TENTATIVE, "cancelled": CANCELLED}


def calendar_of_day(day: INetworkDay, language: str) -> bytes:
    """Return the file of a day; it takes the day out of calendars once cancelled."""
    return calendar_file([event_of_day(day, language)])


def own_calendar(
    day: INetworkDay,
    items: Collection[str],
    language: str,
    changes: int = 0,
    person: str = "",
) -> bytes:
    """Return the file of what one person takes part in.

    ``items`` are the UIDs of what they chose. What is for everyone is there as well,
    breaks are not; a day without hours, or without anything of these, is there as a
    whole. ``changes`` counts how often the person chose anew. ``person`` is what they
    are called in the ledger: another choice in a round takes the place of the one
    before.
    """
    events = _own_events(day, items, language, person)
    return calendar_file([_after(event, changes) for event in events])


def signed_off_calendar(
    day: INetworkDay, language: str, changes: int = 0, person: str = ""
) -> bytes:
    """Return the file that takes out of a calendar all that ``own_calendar`` put in.

    What a person chose is forgotten by then: it has whatever that can have been.
    """
    items = [api.content.get_uuid(i) for i in items_of(day) if i.kind != "break"]
    own = _own_events(day, items, language, person)
    events = {event.uid: event for event in (event_of_day(day, language), *own)}
    return calendar_file(
        [
            replace(_after(event, changes + 1), status=CANCELLED)
            for event in events.values()
        ]
    )


def event_of_day(day: INetworkDay, language: str) -> CalendarEvent:
    """Return a day as calendars have it, in the language of whoever asks."""
    start, end = _hours(day)
    status = STATUS.get(api.content.get_state(day), CONFIRMED)
    return CalendarEvent(
        uid=uid_of(day),
        sequence=revision_of(day),
        title=_title(day.title, status, language),
        start=start,
        end=end,
        changed=day.modified().asdatetime(),
        status=status,
        place=place_of(day, language),
        text=_text(day.description, day.venue_access, day.absolute_url()),
        url=day.absolute_url(),
        organiser=day.contact_email or settings().secretariat_email or "",
    )


def event_of_item(item: IProgrammeItem, of_day: CalendarEvent) -> CalendarEvent:
    """Return an item of a day with hours; it changes when its day does."""
    return replace(
        of_day,
        uid=uid_of(item),
        sequence=of_day.sequence + revision_of(item),
        title=f"{item.title} ({of_day.title})",
        start=in_brussels(item.start),
        end=in_brussels(item.end),
        changed=max(of_day.changed, item.modified().asdatetime()),
        place=", ".join(filter(None, (item.room, of_day.place))),
        text=_text(item.description, item.absolute_url()),
        url=item.absolute_url(),
    )


def uid_of(content: INetworkDay | IProgrammeItem) -> str:
    """Return what an event is called in all calendars, for ever: RFC 7986, 5.3."""
    return str(UUID(api.content.get_uuid(content)))


def place_of(day: INetworkDay, language: str) -> str:
    """Return the place with its address on one line; empty when it is not known."""
    online = translate(MODE_WORDS["online"], target_language=language)
    name = day.venue_name or (online if day.mode == "online" else "")
    return ", ".join(filter(None, (name, *(day.venue_address or "").splitlines())))


def _own_events(
    day: INetworkDay, chosen: Collection[str], language: str, person: str
) -> list[CalendarEvent]:
    of_day = event_of_day(day, language)
    found = [item for item in items_of(day) if _concerns(item, chosen)]
    if day.whole_day or not found:
        return [of_day]
    return [_of_person(event_of_item(i, of_day), day, i.round, person) for i in found]


def _of_person(
    event: CalendarEvent, day: INetworkDay, number: int | None, person: str
) -> CalendarEvent:
    """Return what somebody chose in a round, under a name that the next choice has."""
    if not (number and person):
        return event
    changes = revision_of(day) + sum(revision_of(item) for item in items_of(day))
    uid = str(uuid5(UUID(uid_of(day)), f"{person} {number}"))
    return replace(event, uid=uid, sequence=changes)


def _after(event: CalendarEvent, changes: int) -> CalendarEvent:
    return replace(event, sequence=event.sequence + changes)


def _concerns(item: IProgrammeItem, chosen: Collection[str]) -> bool:
    is_for_everyone = item.kind != "break" and not item.round
    return is_for_everyone or api.content.get_uuid(item) in chosen


def _hours(day: INetworkDay) -> tuple[datetime | date, datetime | date | None]:
    event = IEventAccessor(day)
    start, end = in_brussels(event.start), in_brussels(event.end)
    if day.whole_day:
        return start.date(), end.date()
    return start, None if day.open_end else end


def _title(title: str, status: str, language: str) -> str:
    """Say in the title what programs that do not know of the status do not show."""
    if status != CANCELLED:
        return title
    return translate(
        _(
            "calendar_cancelled",
            default="Cancelled: ${title}",
            mapping={"title": title},
        ),
        target_language=language,
    )


def _text(*parts: str | None) -> str:
    return "\n\n".join(filter(None, parts))
