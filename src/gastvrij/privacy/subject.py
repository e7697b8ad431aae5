"""What all rooms together keep of one person, who is known by an e-mail address."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from typing import Any
from zope.component import getUtilitiesFor
from zope.i18nmessageid import Message


# other rooms know a person by the account behind the address
LAST = "accounts"


@dataclass(frozen=True, slots=True)
class RoomFound:
    """What one room keeps of a person."""

    name: str
    title: Message
    found: list[Found]


def find_everywhere(site: Any, email: str) -> list[RoomFound]:
    """Return what is kept of whoever has this address, by room; writes nothing.

    A room that keeps nothing is left out.
    """
    rooms = [
        RoomFound(name, room.title, room.find(site, email)) for name, room in _rooms()
    ]
    return [room for room in rooms if room.found]


def export_everywhere(site: Any, email: str) -> dict[str, list[dict[str, Any]]]:
    """Return all of it in full, by room, ready for JSON."""
    exported = {name: room.export(site, email) for name, room in _rooms()}
    return {name: things for name, things in exported.items() if things}


def erase_everywhere(site: Any, email: str, now: datetime) -> dict[str, int]:
    """Erase all of it in this transaction, the account last; return how many things.

    The numbers are by room. Raises ``Refused`` when a room has to keep something; the
    caller then commits nothing.
    """
    rooms = sorted(_rooms(), key=lambda room: room[0] == LAST)
    counts = {name: room.erase(site, email, now) for name, room in rooms}
    return {name: count for name, count in counts.items() if count}


def _rooms() -> Iterator[tuple[str, Any]]:
    yield from sorted(getUtilitiesFor(IPersonalData))
