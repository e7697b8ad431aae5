"""How a part stands with its check: when somebody has to read it again.

Days are those of the calendar in Belgium. A check holds up to and with the day on
which it falls due.
"""

from datetime import date
from gastvrij.values.months import months_after
from typing import Any
from typing import Literal


Standing = Literal["fresh", "due", "overdue", "never", "timeless"]

FRESH: Standing = "fresh"
DUE: Standing = "due"
OVERDUE: Standing = "overdue"
NEVER: Standing = "never"
TIMELESS: Standing = "timeless"

# what something that nobody has checked yet counts as, beside what was checked once
AGE_OF_NEVER = 730


def due_on(checked_on: date | None, interval: str | None) -> date | None:
    """Return the last day on which a check holds; nothing where none falls due.

    ``interval`` is a number of months, as the schema keeps it, or ``timeless``.
    """
    if checked_on is None or not interval or interval == TIMELESS:
        return None
    return months_after(checked_on, int(interval))


def standing(checked_on: date | None, interval: str | None, today: date) -> Standing:
    """Tell how the check of something stands: ``due`` is within this month."""
    if interval == TIMELESS:
        return TIMELESS
    due = due_on(checked_on, interval)
    if due is None:
        return NEVER if checked_on is None else FRESH
    if due < today:
        return OVERDUE
    return DUE if _month(due) == _month(today) else FRESH


def overdue_since(part: Any, today: date) -> date | None:
    """Return the day of the last check of a part or addendum that is overdue."""
    day, interval = part.checked_on, part.check_interval
    return day if standing(day, interval, today) == OVERDUE else None


def need(
    now: Standing, checked_on: date | None, flags: int, today: date
) -> tuple[int, int]:
    """Return how much something needs to be read, the smallest first.

    What is overdue and what readers doubt comes before what nobody has checked yet,
    that before what falls due. Within each: the days since the check, times the
    readers who doubt.
    """
    age = (today - checked_on).days if checked_on else AGE_OF_NEVER
    weight = max(age, 1) * (1 + flags)
    if now == OVERDUE or flags:
        return (0, -weight)
    return ({NEVER: 1, DUE: 2}.get(now, 3), -weight)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
