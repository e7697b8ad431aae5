"""Who gets which seat: in order of arrival, for the day and for each item at once.

``settle`` ends every step; called again, it changes nothing.
"""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from gastvrij.networkday.free_seats import FreeSeats
from gastvrij.networkday.seat_book import Book
from gastvrij.networkday.seat_book import NOBODY
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import ITEM_GONE
from gastvrij.networkday.seats import ITEM_SEAT
from gastvrij.networkday.seats import LAPSED
from gastvrij.networkday.seats import OFFER
from gastvrij.networkday.seats import OFFERED
from gastvrij.networkday.seats import SEAT
from gastvrij.networkday.seats import Seat
from gastvrij.networkday.seats import SEAT_FREE
from gastvrij.networkday.seats import WAITING
from gastvrij.networkday.seats import WAITS


def settle(book: Book, fresh: AbstractSet[str] = NOBODY, late: bool = False) -> None:
    """Let offers lapse that are over, and give what is free to whose turn it is.

    ``fresh`` are people who have just come: they get a seat at once, others get an
    offer. Nothing moves while the day is not announced, nor once it has begun, but for
    ``late`` ones.
    """
    lapse(book)
    if book.limits.is_moving(book.now) or (late and book.limits.announced):
        _hand_out(book, fresh)
        _seat_in_items(book, book.acting | fresh)


def lapse(book: Book) -> None:
    """Take back the offers that are over."""
    if not book.limits.announced:
        return
    for seat in list(book.seats.values()):
        if seat.standing == OFFERED and seat.until and seat.until <= book.now:
            book.put(seat.id, standing=LAPSED, until=None)
            book.tell(LAPSED, seat.id)
            book.freed = True


def waiting(book: Book) -> list[Seat]:
    """Return who waits, the first in line first."""
    seats = [seat for seat in book.seats.values() if seat.standing == WAITING]
    return sorted(seats, key=lambda seat: seat.arrival)


def in_line(book: Book, free: FreeSeats) -> Iterator[list[Seat]]:
    """Return those whose turn it is, who come together at once; takes their seats.

    People for whom there is not enough room together keep their place, and others who
    do fit go before them.
    """
    for seats in _units(book):
        if free.fits(seats):
            free.take(seats)
            yield seats


def _hand_out(book: Book, fresh: AbstractSet[str]) -> None:
    for seats in list(in_line(book, FreeSeats(book))):
        for seat in seats:
            if seat.id in fresh:
                book.put(seat.id, standing=CONFIRMED)
                book.tell(SEAT, seat.id)
            elif book.limits.offers(book.now):
                until = book.limits.deadline(book.now)
                book.put(seat.id, standing=OFFERED, until=until)
                book.tell(OFFER, seat.id, until=until)
            elif book.freed:
                book.tell(SEAT_FREE, seat.id)
    for place, seat in enumerate(waiting(book), 1):
        if seat.id in fresh:
            book.tell(WAITS, seat.id, number=place)


def _seat_in_items(book: Book, acting: AbstractSet[str]) -> None:
    _drop_gone(book)
    there = [seat for seat in book.seats.values() if seat.standing == CONFIRMED]
    pairs = [(choice, seat.id) for seat in there for choice in seat.choices]
    taken = Counter(choice.item for choice, _ in pairs if choice.seated)
    for choice, person in sorted(pairs, key=lambda pair: pair[0].asked):
        capacity = book.limits.items[choice.item].capacity
        if choice.seated or (capacity is not None and taken[choice.item] >= capacity):
            continue
        taken[choice.item] += 1
        _choose(book, person, choice.item)
        if person not in acting:
            book.tell(ITEM_SEAT, person, item=choice.item)


def _choose(book: Book, person: str, item: str) -> None:
    choices = book.seats[person].choices
    seated = tuple(replace(c, seated=c.seated or c.item == item) for c in choices)
    book.put(person, choices=seated)


def _drop_gone(book: Book) -> None:
    for seat in list(book.seats.values()):
        gone = [c.item for c in seat.choices if c.item not in book.limits.items]
        if gone:
            book.put(
                seat.id, choices=tuple(c for c in seat.choices if c.item not in gone)
            )
            for item in gone if seat.is_living else ():
                book.tell(ITEM_GONE, seat.id, item=item)


def _units(book: Book) -> list[list[Seat]]:
    units: dict[str, list[Seat]] = {}
    for seat in waiting(book):
        units.setdefault(seat.party if seat.together else seat.id, []).append(seat)
    return list(units.values())
