"""Numbers of applications: ``GN-YYYY-NNN``, given once and never twice.

The last number of a year is one plain persistent record. Of two transactions that take
a number at once one conflicts and takes the next: a ``Length`` or a number counted from
a tree would be merged, and both would get the same.
"""

from datetime import datetime
from gastvrij.spelling.dates import BELGIUM
from persistent import Persistent
from persistent.mapping import PersistentMapping
from typing import Any
from zope.annotation.interfaces import IAnnotations


NUMBERS = "gastvrij.membership.numbers"


class LastNumber(Persistent):
    """The last number that was given in a year."""

    value = 0


def next_number(desk: Any, now: datetime) -> str:
    """Return a number that no other application has, such as ``GN-2026-007``."""
    year = now.astimezone(BELGIUM).year
    annotations = IAnnotations(desk)
    years = annotations.get(NUMBERS)
    if years is None:
        years = annotations[NUMBERS] = PersistentMapping()
    last = years.get(year)
    if last is None:
        last = years[year] = LastNumber()
    last.value += 1
    return f"GN-{year}-{last.value:03}"
