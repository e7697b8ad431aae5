"""The items that people choose: which go together, and which are full."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from gastvrij.networkday.seat_book import Book
from gastvrij.networkday.seat_book import NOBODY
from gastvrij.networkday.seating import settle
from gastvrij.networkday.seats import Choice
from gastvrij.networkday.seats import Closed
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import ItemFull
from gastvrij.networkday.seats import Limits
from gastvrij.networkday.seats import NotOffered
from gastvrij.networkday.seats import WrongChoice


def change_choices(
    book: Book,
    person: str,
    items: Sequence[str],
    may_wait: AbstractSet[str] = NOBODY,
) -> None:
    """Put other items in the place of those that a person chose.

    Raises ``WrongChoice``, ``NotOffered`` for whoever is not coming, ``Closed`` after
    the start, and ``ItemFull`` for items without a seat left, unless they are in
    ``may_wait``.
    """
    check_choices(book.limits, items)
    seat, known = book.seats[person], {c.item: c for c in book.seats[person].choices}
    if set(items) == set(known):
        return
    if not seat.is_living:
        raise NotOffered(seat.standing)
    if not book.limits.is_moving(book.now):
        raise Closed("closed")
    full = [i for i in items if i not in {*known, *may_wait} and is_full(book, i)]
    if full and seat.standing == CONFIRMED:
        raise ItemFull(tuple(full))
    number = book.next_number() if seat.arrival else 0
    book.put(person, choices=tuple(known.get(i, Choice(i, number)) for i in items))
    book.acting = frozenset({person})
    settle(book)


def check_choices(limits: Limits, items: Sequence[str]) -> None:
    """Raise ``WrongChoice`` for unknown items, or several of one round."""
    unknown = [item for item in items if item not in limits.items]
    if unknown:
        raise WrongChoice(tuple(unknown))
    rounds = Counter(limits.items[item].round for item in set(items))
    rounds.pop(None, None)
    twice = [item for item in items if rounds[limits.items[item].round] > 1]
    if twice or len(set(items)) < len(items):
        raise WrongChoice(tuple(twice or items))


def is_full(book: Book, item: str) -> bool:
    """Tell whether whoever chooses an item now has to wait for it."""
    capacity = book.limits.items[item].capacity
    return capacity is not None and wanted(book, item) >= capacity


def wanted(book: Book, item: str) -> int:
    """Return how many people who are coming sit in an item or wait for it."""
    there = (s for s in book.seats.values() if s.standing == CONFIRMED)
    return sum(choice.item == item for seat in there for choice in seat.choices)
