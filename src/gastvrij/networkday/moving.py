"""A day that gets another date takes its programme along."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from gastvrij.networkday.field import lies_within
from gastvrij.networkday.moments import BRUSSELS
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.networkday.programme_item import items_of
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def take_programme_along(day: INetworkDay, before: date) -> int:
    """Move the items that a new date left behind, as many days as the day moved.

    ``before`` is the date on which the day began. Items keep their hours, and those
    that lie within the day stay. Returns how many moved.
    """
    days = (in_brussels(day.start).date() - before).days
    items = items_of(day) if days else []
    left = [item for item in items if not _lies_within(item, day)]
    for item in left:
        item.start = later(item.start, days)
        item.end = later(item.end, days)
        notify(ObjectModifiedEvent(item))
    return len(left)


def later(moment: datetime, days: int) -> datetime:
    """Return the same hour on the Belgian clock, so many days later."""
    shown = in_brussels(moment).replace(tzinfo=None)
    return BRUSSELS.localize(shown + timedelta(days=days))


def _lies_within(item: IProgrammeItem, day: INetworkDay) -> bool:
    return lies_within(item.start, day) and lies_within(item.end, day)
