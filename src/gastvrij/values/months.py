"""Months of the calendar, forwards and backwards."""

from calendar import monthrange
from datetime import date
from typing import TypeVar


Day = TypeVar("Day", bound=date)


def months_after(day: Day, months: int) -> Day:
    """Return the same day of the month some months later (or earlier, below 0).

    Where that month is too short it is its last day: a year after 29 February is
    28 February. A moment keeps its hour.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return day.replace(year=year, month=month + 1, day=min(day.day, last))
