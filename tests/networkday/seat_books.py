"""Books of seats as the tests of the rules need them: people by short names."""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.networkday.seat_book import Book
from gastvrij.networkday.seats import Choice
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import ItemLimit
from gastvrij.networkday.seats import Limits
from gastvrij.networkday.seats import OFFERED
from gastvrij.networkday.seats import Seat


START = datetime(2027, 11, 20, 9, tzinfo=UTC)
LONG_BEFORE = START - timedelta(days=30)
ON_THE_LAST_DAY = START - timedelta(hours=23)
# a and b are one round, c stands alone
ITEMS = {
    "a": ItemLimit(1, 1),
    "b": ItemLimit(1, None),
    "c": ItemLimit(None, 2),
}


def limits(**values):
    """Return what a day allows; announced, and open until it begins."""
    given = {"announced": True, "start": START, "closes": START, "items": ITEMS}
    return Limits(**(given | values))


def a_book(now=LONG_BEFORE, **values):
    """Return an empty book of a day."""
    return Book({}, limits(**values), now)


def add(book, *people, party=None, group="", together=False, items=()):
    """Let a form come in; its people are not confirmed yet."""
    for person in people:
        book.seats[person] = Seat(
            person,
            party or people[0],
            group=group,
            together=together,
            choices=tuple(Choice(item) for item in items),
        )
    return people


def next_step(book, now=None, **values):
    """Begin the next step: nothing told, at another moment, with other limits."""
    book.news.clear()
    book.freed, book.acting = False, frozenset()
    book.now = now or book.now
    book.limits = replace(book.limits, **values)
    return book


def standing(book):
    """Return where everybody stands."""
    return {person: seat.standing for person, seat in book.seats.items()}


def told(book):
    """Return what was told, as pairs of kind and person."""
    return [(news.kind, news.person) for news in book.news]


def held(book):
    """Return how many seats nobody else can have."""
    return sum(seat.standing in (CONFIRMED, OFFERED) for seat in book.seats.values())


def seated(book, item):
    """Return who has a seat in an item."""
    return [
        person
        for person, seat in book.seats.items()
        for choice in seat.choices
        if choice.item == item and choice.seated and seat.standing == CONFIRMED
    ]
