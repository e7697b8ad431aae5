"""A day's ledger opened for one step, and closed again with what came of it."""

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from gastvrij.networkday.door import door
from gastvrij.networkday.door import limits_of
from gastvrij.networkday.ledger_store import DayLedger
from gastvrij.networkday.ledger_store import ledger_of
from gastvrij.networkday.ledger_store import ledger_to_write
from gastvrij.networkday.moved import SeatsMoved
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Person
from gastvrij.networkday.seat_book import Book
from gastvrij.networkday.seats import CANCELLED
from gastvrij.networkday.seats import Closed
from gastvrij.networkday.seats import News
from gastvrij.networkday.seats import Seat
from zope.event import notify


def step(day: NetworkDay, now: datetime, act: Callable[[Book], object]) -> list[News]:
    """Take one step with the seats of a day; return what has to be told.

    Raises what the step raises; ``Closed`` then says how the day stands.
    """
    book = open_book(day, now)
    try:
        act(book)
    except Closed:
        raise Closed(door(day, now)) from None
    return close_book(day, book)


def open_book(day: NetworkDay, now: datetime) -> Book:
    """Return the seats of a day at a moment; writes nothing."""
    ledger = ledger_of(day)
    seats = {person.id: person.seat for person in ledger.people()}
    return Book(seats, limits_of(day, now), now, ledger.guard.number)


def close_book(
    day: NetworkDay, book: Book, party: Party | None = None, new: Iterable[Person] = ()
) -> list[News]:
    """Keep what a step has changed, tell it, and return what was told.

    ``party`` is a form that has just come or was confirmed, ``new`` are its people.
    """
    known = {person.id: person for person in new}
    changed = list(_changed(ledger_of(day), book, known))
    if changed or party:
        ledger = ledger_to_write(day)
        ledger.guard.write(book.number)
        if party:
            ledger.keep_party(party)
        for person in changed:
            ledger.keep_person(person)
    if book.news:
        notify(SeatsMoved(day, tuple(book.news), book.now))
    return book.news


def _changed(
    ledger: DayLedger, book: Book, known: dict[str, Person]
) -> Iterable[Person]:
    for seat in book.seats.values():
        person = known.get(seat.id) or ledger.person(seat.id)
        if seat.id in known or seat != person.seat:
            yield _after(person, seat, book.now)


def _after(person: Person, seat: Seat, now: datetime) -> Person:
    """Return what is known of a person from now on; who is gone eats nothing."""
    moments = person.moments
    if not moments or seat.standing != person.standing:
        moments = (*moments, (seat.standing, now))
    if seat.standing == CANCELLED:
        person = replace(person, diet="", access="")
    return replace(person, seat=seat, moments=moments)
