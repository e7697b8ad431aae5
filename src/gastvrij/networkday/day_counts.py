"""What asks for a coordinator's attention, and how many come to what."""

from dataclasses import dataclass
from datetime import datetime
from gastvrij import _
from gastvrij.networkday import ledger_views
from gastvrij.networkday.door import choosable
from gastvrij.networkday.door import door
from gastvrij.networkday.door import limits_of
from gastvrij.networkday.door import PAST
from gastvrij.networkday.ledger_book import open_book
from gastvrij.networkday.ledger_views import ItemNumbers
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.overfull import overfull
from gastvrij.networkday.overfull import THE_DAY
from gastvrij.networkday.registration import Person
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import OFFERED
from gastvrij.networkday.tally import Standings
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class ItemCount:
    """How many people have a seat in an item, and how many wait for one."""

    uid: str
    title: str
    seated: int
    waiting: int
    capacity: int | None


@dataclass(frozen=True)
class TooMany:
    """Where so many more people have a seat than there are."""

    title: str
    number: int


def to_call(day: NetworkDay, now: datetime) -> list[Person]:
    """Return who is next for a seat that is offered to nobody by itself any more."""
    limits = limits_of(day, now)
    if not limits.announced or limits.offers(now) or door(day, now) == PAST:
        return []
    return ledger_views.in_line(day, now)


def too_many(day: NetworkDay, now: datetime) -> list[TooMany]:
    """Return where seats were taken away that people had; the day comes first."""
    if door(day, now) == PAST:
        return []
    counts = overfull(open_book(day, now))
    titles = {THE_DAY: day.title} | {i.UID(): i.title for i in choosable(day)}
    return [TooMany(titles[u], counts[u]) for u in titles if u in counts]


def item_counts(day: NetworkDay) -> list[ItemCount]:
    """Return the items that people choose, in the order of the programme."""
    numbers, none = ledger_views.numbers(day).by_item, ItemNumbers(0, 0)
    return [
        ItemCount(
            item.UID(),
            item.title,
            numbers.get(item.UID(), none).seated,
            numbers.get(item.UID(), none).waiting,
            item.capacity,
        )
        for item in choosable(day)
    ]


def seats_in_words(day: NetworkDay, numbers: Standings) -> Message:
    """Say how many seats are taken; one that is offered is nobody else's."""
    taken = {"taken": numbers.of(CONFIRMED) + numbers.of(OFFERED)}
    if day.capacity is None:
        return _(
            "seats_taken",
            default="Seats taken: ${taken}, without a limit.",
            mapping=taken,
        )
    return _(
        "seats_taken_of",
        default="Seats taken: ${taken} of ${seats}.",
        mapping=taken | {"seats": day.capacity},
    )
