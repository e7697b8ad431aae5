"""The programme of a network day: what happens when, and what runs side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import INetworkDay
from plone import api
from Products.ZCatalog.interfaces import ICatalogBrain


@dataclass(frozen=True)
class Slot:
    """A programme item in short; without hours on a day that has none.

    ``speakers`` are names, each with the organisation or nothing.
    """

    url: str
    title: str
    kind: str
    room: str
    round: int | None
    start: datetime | None
    end: datetime | None
    text: str = ""
    speakers: tuple[tuple[str, str], ...] = ()
    uid: str = ""

    @property
    def id(self) -> str:
        """What the item is called within its day."""
        return self.url.rpartition("/")[2]


@dataclass(frozen=True)
class Round:
    """What runs side by side, from the first beginning to the last end.

    ``number`` is empty for items that belong to no round; they stand together when they
    begin at the same moment.
    """

    number: int | None
    start: datetime | None
    end: datetime | None
    slots: list[Slot]


def programme(day: INetworkDay) -> list[Round]:
    """Return what of the day's programme the reader may see, in order."""
    brains = api.portal.get_tool("portal_catalog")(
        path={"query": "/".join(day.getPhysicalPath()), "depth": 1},
        portal_type="ProgrammeItem",
        sort_on="getObjPositionInParent",
    )
    return rounds(_slot(brain, bool(day.whole_day)) for brain in brains)


def rounds(slots: Iterable[Slot]) -> list[Round]:
    """Group items by round and hour.

    Items with hours come in the order of the clock; items without keep the order in
    which they are given, which is that of the day's contents.
    """
    groups: dict[tuple[int | None, datetime | None], list[Slot]] = {}
    for slot in sorted(slots, key=_clock):
        key = (slot.round, None if slot.round else slot.start)
        groups.setdefault(key, []).append(slot)
    return [_round(number, together) for (number, _), together in groups.items()]


def _round(number: int | None, slots: list[Slot]) -> Round:
    starts = [slot.start for slot in slots if slot.start]
    ends = [slot.end for slot in slots if slot.end]
    return Round(number, min(starts, default=None), max(ends, default=None), slots)


def _clock(slot: Slot) -> float:
    return slot.start.timestamp() if slot.start else 0


def _slot(brain: ICatalogBrain, without_hours: bool) -> Slot:
    return Slot(
        url=brain.getURL(),
        title=brain.Title,
        kind=brain.kind,
        room=brain.room or "",
        round=brain.round or None,
        start=None if without_hours else in_brussels(brain.start),
        end=None if without_hours else in_brussels(brain.end),
        text=brain.Description,
        speakers=brain.speaker_names or (),
        uid=brain.UID,
    )
