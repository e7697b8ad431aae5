"""Until when a page about a network day that is kept in memory stays right."""

from datetime import datetime
from datetime import UTC
from gastvrij.networkday.door import door
from gastvrij.networkday.field import day_around
from gastvrij.networkday.ledger_store import ledger_of
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.moments import is_over
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.network_days import INetworkDays
from plone import api
from plone.app.caching.interfaces import IETagValue
from plone.app.caching.operations.utils import getContext
from typing import Any
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(IETagValue)
@adapter(Interface, Interface)
class Seats:
    """What is said of seats changes with the ledger, and with the clock.

    Both are in the value, for the day that a page is about or the days that it lists.
    It is empty for pages about anything else.
    """

    def __init__(self, published: Any, request: Any) -> None:
        self.published = published

    def __call__(self) -> str:
        """Return a value that differs once the page would."""
        now = datetime.now(UTC)
        return ";".join(_stamp(day, now) for day in _days(self.published, now))


def _days(published: Any, now: datetime) -> list[Any]:
    context = getContext(published)
    if INetworkDays.providedBy(context):
        return _coming(context, now)
    day = None if context is None else day_around(context)
    return [] if day is None else [day]


def _coming(container: Any, now: datetime) -> list[NetworkDay]:
    """Return the days that are not over; the others are not woken."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        path={"query": "/".join(container.getPhysicalPath()), "depth": 1},
        portal_type="NetworkDay",
    )
    coming = (brain for brain in brains if not is_over(brain.end, now))
    return [brain._unrestrictedGetObject() for brain in coming]


def _stamp(day: NetworkDay, now: datetime) -> str:
    is_kept = day.kept_until is not None and now < in_brussels(day.kept_until)
    return f"{ledger_of(day).guard.changes}-{door(day, now)}-{int(is_kept)}"
