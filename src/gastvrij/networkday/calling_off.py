"""A day that is called off: why, and whether people know it yet.

Nobody is told at once. For ten minutes it can be undone, and then nothing has
happened. The record lies on a shelf outside the day, by its UID; the reason is what
everybody may read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from gastvrij.networkday.network_day import NetworkDay
from plone import api
from plone.app.uuid.utils import uuidToObject
from typing import Any


CALLED_OFF = "gastvrij.networkday.called_off"
UNDO = timedelta(minutes=10)


# no slots: what was kept before a field was added has that field's default
@dataclass(frozen=True)
class CallingOff:
    """Since when a day is called off, and why.

    ``told`` is when people were told, None before that; ``letters`` is how many.
    """

    since: datetime
    reason: str = ""
    told: datetime | None = None
    letters: int = 0

    @property
    def until(self) -> datetime:
        """Until when it can be undone without anybody knowing."""
        return self.since + UNDO


def calling_off_of(day: NetworkDay) -> CallingOff | None:
    """Return the record of a day that is called off; None for any other."""
    return shelf(api.portal.get(), CALLED_OFF).get(day.UID())


def reason_of(day: NetworkDay) -> str:
    """Return why a day is called off; empty when it is not, or nobody said so."""
    record = calling_off_of(day)
    return record.reason if record else ""


def is_untold(day: NetworkDay) -> bool:
    """Tell whether a day is called off and nobody was told yet."""
    record = calling_off_of(day)
    return record is not None and record.told is None


def begin(day: NetworkDay, now: datetime) -> None:
    """Note that a day has just been called off."""
    _keep(day, CallingOff(now))


def give_reason(day: NetworkDay, reason: str) -> None:
    """Keep why a day is called off; it was checked. Others know no reason."""
    record = calling_off_of(day)
    if record is not None and record.reason != reason:
        _keep(day, replace(record, reason=reason))


def note_told(day: NetworkDay, letters: int, now: datetime) -> None:
    """Note that everybody was told."""
    record = calling_off_of(day)
    if record is not None:
        _keep(day, replace(record, told=now, letters=letters))


def forget(day: NetworkDay) -> None:
    """Forget that a day was called off."""
    shelf(api.portal.get(), CALLED_OFF).pop(day.UID(), None)


def untold_days(site: Any) -> Iterator[tuple[NetworkDay, CallingOff]]:
    """Return the days of which nobody was told yet that they are called off."""
    for uid, record in shelf(site, CALLED_OFF).items():
        day = uuidToObject(uid, unrestricted=True) if record.told is None else None
        if day is not None:
            yield day, record


def _keep(day: NetworkDay, record: CallingOff) -> None:
    shelf_to_write(api.portal.get(), CALLED_OFF)[day.UID()] = record
