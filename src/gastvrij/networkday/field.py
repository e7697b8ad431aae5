"""A moment that has to lie within the network day to which it belongs."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from datetime import datetime
from gastvrij import _
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.values.refusal import Refused
from typing import Any
from zope import schema


class DayMoment(schema.Datetime):
    """A date and an hour of a programme item.

    Bound to an item, or to the day in which it is being made, it raises ``Refused`` for
    a moment outside the day's hours. A day without hours accepts every moment.
    """

    def _validate(self, value: datetime) -> None:
        super()._validate(value)
        day = day_around(self.context)
        if day is not None and not lies_within(value, day):
            raise Refused(
                _(
                    "error_item_outside_day",
                    default="This does not lie within the hours of the network day.",
                )
            )


def day_around(context: Any) -> INetworkDay | None:
    """Return the network day that is or holds ``context``; None when there is none."""
    chain = aq_chain(aq_inner(context))
    return next((parent for parent in chain if INetworkDay.providedBy(parent)), None)


def lies_within(moment: datetime, day: INetworkDay) -> bool:
    """Tell whether a moment lies within the hours of a day, both ends included.

    A day with an open end lasts until midnight, a whole day from midnight to midnight.
    """
    moment, start, end = map(in_brussels, (moment, day.start, day.end))
    if day.whole_day:
        return start.date() <= moment.date() <= end.date()
    if day.open_end:
        return start <= moment and moment.date() == start.date()
    return start <= moment <= end
