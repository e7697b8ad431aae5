"""The steps that people take with seats; each ends with everybody where they belong.

Who gets a ``SeatRefused`` throws the book away: nothing has happened. Taken twice, a
step changes nothing the second time.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from gastvrij.networkday.seat_book import Book
from gastvrij.networkday.seat_book import NOBODY
from gastvrij.networkday.seating import lapse
from gastvrij.networkday.seating import settle
from gastvrij.networkday.seats import ALREADY
from gastvrij.networkday.seats import CANCELLED
from gastvrij.networkday.seats import Choice
from gastvrij.networkday.seats import Closed
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import Full
from gastvrij.networkday.seats import LAPSED
from gastvrij.networkday.seats import NotOffered
from gastvrij.networkday.seats import OFFER
from gastvrij.networkday.seats import OFFERED
from gastvrij.networkday.seats import SEAT
from gastvrij.networkday.seats import Seat
from gastvrij.networkday.seats import UNCONFIRMED
from gastvrij.networkday.seats import WAITING


def confirm(
    book: Book,
    people: Iterable[str],
    doubles: AbstractSet[str] = NOBODY,
    late: bool = False,
) -> None:
    """Let people of one form in; ``doubles`` are in already under another id.

    Raises ``Closed`` when the day is not announced, or has begun and this is not
    ``late``: who stands at the door.
    """
    new = [person for person in people if book.seats[person].standing == UNCONFIRMED]
    if not new:
        return
    _need(book.limits.announced if late else book.limits.is_moving(book.now))
    for person in new:
        if person in doubles:
            book.put(person, standing=CANCELLED, choices=())
            book.tell(ALREADY, person)
        else:
            _arrive(book, person)
    settle(book, frozenset(new), late)


def cancel(book: Book, people: Iterable[str]) -> None:
    """Let people go, whatever they have."""
    for person in people:
        seat = book.seats[person]
        if seat.standing == CANCELLED:
            continue
        book.freed = book.freed or seat.is_held
        book.put(person, standing=CANCELLED, until=None, choices=())
        if seat.standing != UNCONFIRMED:
            book.tell(CANCELLED, person)
    settle(book)


def accept(book: Book, people: Iterable[str]) -> None:
    """Take the seats that are offered; raises ``NotOffered`` or ``Closed``."""
    new = [person for person in people if book.seats[person].standing != CONFIRMED]
    if not new:
        return
    _need(book.limits.is_moving(book.now))
    _need_offer(book, new)
    for person in new:
        book.put(person, standing=CONFIRMED, until=None)
        book.tell(SEAT, person)
    book.acting = frozenset(new)
    settle(book)


def refuse(book: Book, people: Iterable[str]) -> None:
    """Leave the seats that are offered to others; raises ``NotOffered``."""
    new = [person for person in people if book.seats[person].standing != CANCELLED]
    _need_offer(book, new)
    cancel(book, new)


def wait_again(book: Book, people: Iterable[str]) -> None:
    """Let people whose offer has lapsed come again, behind all others.

    Raises ``Closed``, and ``NotOffered`` for whoever was not offered anything.
    """
    lapse(book)
    standings = {person: book.seats[person].standing for person in people}
    for standing in standings.values():
        if standing in (UNCONFIRMED, CANCELLED):
            raise NotOffered(standing)
    lapsed = [person for person, standing in standings.items() if standing == LAPSED]
    if lapsed:
        _need(book.limits.is_moving(book.now))
        for person in lapsed:
            _arrive(book, person)
        settle(book, frozenset(lapsed))


def fit_in_parts(book: Book, people: Iterable[str]) -> None:
    """Let people who wanted to come together take what seats there are."""
    people = frozenset(people)
    for person in people:
        book.put(person, together=False)
    settle(book, people)


def promote(book: Book, person: str) -> None:
    """Give somebody a seat before all others.

    Raises ``Full``, ``Closed`` when the day is not announced, and ``NotOffered`` for
    whoever cancelled.
    """
    seat, capacity = book.seats[person], book.limits.capacity
    if seat.standing == CONFIRMED:
        return
    if seat.standing == CANCELLED:
        raise NotOffered(seat.standing)
    _need(book.limits.announced)
    taken = sum(each.is_held for each in book.seats.values() if each.id != person)
    if capacity is not None and taken >= capacity:
        raise Full
    if not seat.arrival:
        _arrive(book, person)
    book.put(person, standing=CONFIRMED, until=None)
    book.tell(SEAT, person)
    book.acting = frozenset({person})
    settle(book, late=True)


def move_to_group(book: Book, people: Iterable[str], group: str) -> None:
    """Let people belong to another group, or to none when ``group`` is empty."""
    for person in people:
        book.put(person, group=group)
    settle(book)


def renew_offers(book: Book) -> None:
    """Let the offers that stand begin anew, after a time in which nothing moved."""
    _renew(book, [s for s in book.seats.values() if s.standing == OFFERED])


def renew_ended_offers(book: Book) -> None:
    """Do so with the offers that ended meanwhile; the others go on as they were."""
    offered = [s for s in book.seats.values() if s.standing == OFFERED]
    _renew(book, [s for s in offered if s.until is not None and s.until <= book.now])


def _renew(book: Book, offers: Iterable[Seat]) -> None:
    if book.limits.is_moving(book.now):
        until = book.limits.deadline(book.now)
        for seat in offers:
            book.put(seat.id, until=until)
            book.tell(OFFER, seat.id, until=until)
    settle(book)


def _arrive(book: Book, person: str) -> None:
    number = book.next_number()
    choices = tuple(
        Choice(choice.item, number) for choice in book.seats[person].choices
    )
    book.put(person, standing=WAITING, arrival=number, until=None, choices=choices)


def _need(is_right: bool) -> None:
    if not is_right:
        raise Closed("closed")


def _need_offer(book: Book, people: Iterable[str]) -> None:
    for person in people:
        seat = book.seats[person]
        if seat.standing != OFFERED:
            raise NotOffered(seat.standing)
        if seat.until is not None and seat.until <= book.now:
            raise NotOffered(LAPSED)
