"""What the form for a new programme item proposes: where the programme goes on."""

from datetime import datetime
from datetime import timedelta
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.programme import programme
from typing import Any
from zope.interface import provider
from zope.schema.interfaces import IContextAwareDefaultFactory


USUAL = timedelta(hours=1)


@provider(IContextAwareDefaultFactory)
def proposed_start(context: Any) -> datetime | None:
    """Return when the item begins that is added to a day; None for anything else.

    That is when the last item so far ends, or when the day begins.
    """
    if not INetworkDay.providedBy(context):
        return None
    start, end = in_brussels(context.start), _end(context)
    ends = [part.end for part in programme(context) if part.end]
    return max((each for each in ends if start < each < end), default=start)


@provider(IContextAwareDefaultFactory)
def proposed_end(context: Any) -> datetime | None:
    """Return when it ends: an hour later, but not later than the day."""
    start = proposed_start(context)
    if start is None:
        return None
    end = _end(context)
    return end if context.whole_day else min(start + USUAL, end)


def _end(day: INetworkDay) -> datetime:
    """Return when a day ends; a day with an open end at midnight."""
    end = in_brussels(day.end)
    return end.replace(hour=23, minute=59) if day.open_end else end
