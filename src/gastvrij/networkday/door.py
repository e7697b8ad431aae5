"""Whether people can register for a day, and what the day allows: read from content."""

from datetime import datetime
from datetime import time
from datetime import timedelta
from gastvrij.networkday.moments import BRUSSELS
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.moments import is_over
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.networkday.programme_item import ProgrammeItem
from gastvrij.networkday.seats import ItemLimit
from gastvrij.networkday.seats import Limits
from gastvrij.settings.records import settings
from plone import api
from plone.event.interfaces import IEventAccessor


NOT_OPEN = "not_open"
OPEN = "open"
WAITING_LIST = "waiting_list"
CLOSED = "closed"
PAST = "past"
CANCELLED = "cancelled"

TO_CHOOSE = ("workshop", "discussion_table")
OFFER_HOURS = 48


def door(day: NetworkDay, now: datetime) -> str:
    """Return ``open``, or why nobody can register; how many seats are left is no part.

    The others are ``not_open``, ``closed``, ``past`` and ``cancelled``.
    """
    state = api.content.get_state(day)
    if state == "cancelled":
        return CANCELLED
    if state == "finished" or is_over(end_of(day), now):
        return PAST
    if state != "announced" or _opens_after(day, now):
        return NOT_OPEN
    return OPEN if now < closing_of(day) else CLOSED


def start_of(day: NetworkDay) -> datetime:
    """Return when a day begins; without hours that is at midnight."""
    start = in_brussels(IEventAccessor(day).start)
    if day.whole_day:
        return BRUSSELS.localize(datetime.combine(start.date(), time()))
    return start


def end_of(day: NetworkDay) -> datetime:
    """Return when a day ends."""
    return in_brussels(IEventAccessor(day).end)


def closing_of(day: NetworkDay) -> datetime:
    """Return until when people can register: at the latest until the day begins."""
    start, closes = start_of(day), day.registration_closes
    return start if closes is None else min(in_brussels(closes), start)


def choosable(day: NetworkDay) -> list[ProgrammeItem]:
    """Return the items that people choose, in the order of the day's contents.

    Workshops and discussion tables, and whatever else but a break has its own number
    of seats.
    """
    items = (item for item in day.objectValues() if IProgrammeItem.providedBy(item))
    return [item for item in items if _is_chosen(item)]


def limits_of(day: NetworkDay, now: datetime) -> Limits:
    """Return what a day allows at a moment."""
    until = day.kept_until
    return Limits(
        announced=api.content.get_state(day) == "announced",
        start=start_of(day),
        closes=closing_of(day),
        offer_for=timedelta(hours=settings().seat_offer_hours or OFFER_HOURS),
        capacity=day.capacity,
        most_of_group=day.max_per_group,
        kept_share=day.kept_share or 0,
        kept_until=None if until is None else in_brussels(until),
        items={
            item.UID(): ItemLimit(item.round, item.capacity) for item in choosable(day)
        },
    )


def _opens_after(day: NetworkDay, now: datetime) -> bool:
    opens = day.registration_opens
    return opens is not None and now < in_brussels(opens)


def _is_chosen(item: ProgrammeItem) -> bool:
    is_limited = item.capacity is not None and item.kind != "break"
    return item.kind in TO_CHOOSE or is_limited
