"""What in the plan of a day needs another look, for whoever plans it."""

from collections.abc import Iterable
from collections.abc import Iterator
from gastvrij import _
from gastvrij.networkday.field import lies_within
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.programme import Slot
from itertools import combinations
from zope.i18nmessageid import Message


OUTSIDE = _("plan_outside", default="${title} does not lie within the day's hours.")
CLASH = _("plan_clash", default="${one} and ${other} are in ${room} at the same time.")


def doubts(day: INetworkDay, slots: Iterable[Slot]) -> list[Message]:
    """Return a sentence for each item outside the day, and for each room taken twice.

    A day without hours has no plan to look at.
    """
    with_hours = [slot for slot in slots if slot.start and slot.end]
    return [*_outside(day, with_hours), *_clashes(with_hours)]


def _outside(day: INetworkDay, slots: Iterable[Slot]) -> Iterator[Message]:
    for slot in slots:
        if not all(lies_within(m, day) for m in (slot.start, slot.end) if m):
            yield Message(OUTSIDE, mapping={"title": slot.title})


def _clashes(slots: Iterable[Slot]) -> Iterator[Message]:
    for one, other in combinations(slots, 2):
        if _same_room(one, other) and _overlap(one, other):
            mapping = {"one": one.title, "other": other.title, "room": one.room}
            yield Message(CLASH, mapping=mapping)


def _same_room(one: Slot, other: Slot) -> bool:
    return bool(one.room) and one.room.casefold() == other.room.casefold()


def _overlap(one: Slot, other: Slot) -> bool:
    if not (one.start and one.end and other.start and other.end):
        return False
    return one.start < other.end and other.start < one.end
