"""Whether there is a seat, for a day and each item: in numbers and in a sentence."""

from dataclasses import dataclass
from datetime import datetime
from gastvrij import _
from gastvrij.networkday import door
from gastvrij.networkday.choosing import wanted
from gastvrij.networkday.free_seats import FreeSeats
from gastvrij.networkday.ledger_book import open_book
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.seat_book import Book
from gastvrij.networkday.seating import in_line
from gastvrij.networkday.seating import waiting
from gastvrij.spelling.dates import moment_in_words
from zope.i18n import translate
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class ItemAvailability:
    """An item that people choose; None as ``capacity`` and ``free`` is no limit.

    ``free`` seats are for who is coming and chooses it now, behind all who wait.
    """

    uid: str
    url: str
    title: str
    round: int | None
    capacity: int | None
    free: int | None


@dataclass(frozen=True)
class Availability:
    """How a day stands for somebody who has not registered, and is of no group.

    ``status`` is ``not_open``, ``open``, ``waiting_list``, ``closed``, ``past`` or
    ``cancelled``. ``free`` seats are left when all who wait have had their turn; None
    as ``capacity`` and ``free`` is no limit. ``opens`` is None when that is now or not
    known.
    """

    status: str
    capacity: int | None
    free: int | None
    waiting: int
    opens: datetime | None
    closes: datetime
    items: tuple[ItemAvailability, ...]

    @property
    def is_open(self) -> bool:
        """Whether people can register, if only for the waiting list."""
        return self.status in (door.OPEN, door.WAITING_LIST)


def availability(day: NetworkDay, now: datetime) -> Availability:
    """Return how a day stands; writes nothing."""
    book = open_book(day, now)
    free = _free(book)
    status = door.door(day, now)
    if status == door.OPEN and free == 0:
        status = door.WAITING_LIST
    opens = day.registration_opens and in_brussels(day.registration_opens)
    return Availability(
        status=status,
        capacity=day.capacity,
        free=free,
        waiting=len(waiting(book)),
        opens=opens if opens and now < opens else None,
        closes=door.closing_of(day),
        items=tuple(_items(day, book)),
    )


def sentence(there: Availability, language: str) -> str:
    """Say in one sentence whether there is a seat."""
    return translate(_message(there, language), target_language=language)


def _message(there: Availability, language: str) -> Message:
    if there.status == door.OPEN:
        return _free_message(there.free)
    if there.status == door.NOT_OPEN and there.opens is not None:
        when = moment_in_words(there.opens, language)
        return _(
            "availability_opens",
            default="You can register from ${when} on.",
            mapping={"when": when},
        )
    return SENTENCES[there.status]


def _free_message(free: int | None) -> Message:
    if free is None:
        return _("availability_open", default="You can register.")
    if free == 1:
        return _("availability_one_seat", default="There is one seat left.")
    return _(
        "availability_seats",
        default="There are ${number} seats left.",
        mapping={"number": free},
    )


SENTENCES = {
    door.NOT_OPEN: _("availability_not_open", default="You cannot register yet."),
    door.WAITING_LIST: _(
        "availability_waiting_list",
        default="All seats are taken. You can put yourself on the waiting list.",
    ),
    door.CLOSED: _("availability_closed", default="Registration has closed."),
    door.PAST: _("availability_past", default="This network day is over."),
    door.CANCELLED: _(
        "availability_cancelled", default="This network day does not take place."
    ),
}


def _free(book: Book) -> int | None:
    left = FreeSeats(book)
    # what those in line are going to take is not free
    list(in_line(book, left))
    return left.free


def _items(day: NetworkDay, book: Book) -> list[ItemAvailability]:
    return [
        ItemAvailability(
            uid=item.UID(),
            url=item.absolute_url(),
            title=item.title,
            round=item.round,
            capacity=item.capacity,
            free=None
            if item.capacity is None
            else max(0, item.capacity - wanted(book, item.UID())),
        )
        for item in door.choosable(day)
    ]
