"""How often what a calendar tells of a day or an item has changed.

A calendar program that has an event replaces it only by one with a higher number: so
the number goes up whenever the time, the place or the state changes, and then only.
"""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import UTC
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.programme_item import IProgrammeItem
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations


REVISION = "gastvrij.networkday.revision"
# closing a day that is over changes nothing for who has it in a calendar
TAKES_PLACE = ("announced", "finished")


# no slots: what was kept before a field was added has that field's default
@dataclass(frozen=True)
class Revision:
    """The number of changes, and what is told since the last one."""

    number: int
    told: tuple[Any, ...]


def revision_of(content: INetworkDay | IProgrammeItem) -> int:
    """Return how often it changed; writes nothing."""
    kept = _kept(content)
    return kept.number if kept else 0


def start_before(day: INetworkDay) -> date | None:
    """Return on which date a day began when that was last noted; None when never."""
    kept = _kept(day)
    if kept is None or not kept.told[0]:
        return None
    return in_brussels(datetime.fromisoformat(kept.told[0])).date()


def note_revision(content: INetworkDay | IProgrammeItem) -> None:
    """Count one change more, if something changed that a calendar tells."""
    kept, told = _kept(content), _told(content)
    if kept is None:
        IAnnotations(content)[REVISION] = Revision(0, told)
    elif kept.told != told:
        IAnnotations(content)[REVISION] = Revision(kept.number + 1, told)


def begin_anew(content: INetworkDay | IProgrammeItem) -> None:
    """Forget the changes of what this is a copy of."""
    IAnnotations(content)[REVISION] = Revision(0, _told(content))


def _kept(content: INetworkDay | IProgrammeItem) -> Revision | None:
    return IAnnotations(content).get(REVISION)


def _told(content: INetworkDay | IProgrammeItem) -> tuple[Any, ...]:
    hours = (_moment(content.start), _moment(content.end))
    if IProgrammeItem.providedBy(content):
        return (*hours, content.room)
    state = api.content.get_state(content, default="")
    return (
        *hours,
        bool(content.whole_day),
        bool(content.open_end),
        content.mode,
        content.venue_name,
        content.venue_address,
        "announced" if state in TAKES_PLACE else state,
    )


def _moment(moment: datetime | None) -> str:
    return moment.astimezone(UTC).isoformat() if moment else ""
