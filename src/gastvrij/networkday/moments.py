"""Moments of a network day: all are kept, compared and shown in Belgian time."""

from datetime import datetime

import pytz


# pytz and not zoneinfo: plone.restapi asks a stored moment for its zone's pytz name
BRUSSELS = pytz.timezone("Europe/Brussels")


def in_brussels(moment: datetime) -> datetime:
    """Return the same moment on the Belgian clock, in summer and in winter.

    A moment without a time zone is taken as what the Belgian clock showed.
    """
    if moment.tzinfo is None:
        return BRUSSELS.localize(moment)
    return moment.astimezone(BRUSSELS)


def is_over(end: datetime, now: datetime) -> bool:
    """Tell whether the last date of a day lies behind us.

    A day is past from the next midnight on, so that what pages say is right for a date.
    """
    return in_brussels(end).date() < in_brussels(now).date()
