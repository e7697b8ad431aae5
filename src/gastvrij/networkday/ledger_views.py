"""What a day's ledger tells: to the coordinator, to one person, to a group.

Nothing is written. Who asks was checked by the caller. ``KeyError`` is raised for ids
that are not of this day.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from gastvrij.networkday import seating
from gastvrij.networkday.free_seats import FreeSeats
from gastvrij.networkday.ledger_book import open_book
from gastvrij.networkday.ledger_store import ledger_of
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Person
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import UNCONFIRMED
from gastvrij.networkday.seats import WAITING
from typing import Any


@dataclass(frozen=True)
class ItemNumbers:
    """How many people have a seat in an item, and how many wait for one."""

    seated: int
    waiting: int


@dataclass(frozen=True)
class Numbers:
    """How many people stand where; ``by_group`` and ``by_item`` are by UID.

    ``by_group`` counts who has a seat, people without a group under the empty text.
    """

    standings: dict[str, int]
    by_group: dict[str, int]
    by_item: dict[str, ItemNumbers]

    def of(self, standing: str) -> int:
        """Return how many people stand there."""
        return self.standings.get(standing, 0)


def person(day: NetworkDay, person_id: str) -> Person:
    """Return one person."""
    return ledger_of(day).person(person_id)


def party(day: NetworkDay, party_id: str) -> Party:
    """Return one form."""
    return ledger_of(day).party(party_id)


def people_of(day: NetworkDay, form: Party) -> list[Person]:
    """Return the people of a form, in its order."""
    ledger = ledger_of(day)
    return [ledger.person(person_id) for person_id in form.people]


def people(day: NetworkDay) -> list[Person]:
    """Return everybody in order of arrival; who is not confirmed comes last."""
    return sorted(ledger_of(day).people(), key=_arrival)


def address_of(day: NetworkDay, whom: Person) -> str:
    """Return where somebody gets letters: their own address, or the sender's."""
    return whom.email or ledger_of(day).party(whom.party).email


def position(day: NetworkDay, person_id: str) -> int:
    """Return the place on the waiting list, from 1; 0 for who does not wait."""
    return positions(day).get(person_id, 0)


def positions(day: NetworkDay) -> dict[str, int]:
    """Return the places on the waiting list, from 1, by the id of who waits."""
    waiting = [each.id for each in people(day) if each.standing == WAITING]
    return {person_id: number for number, person_id in enumerate(waiting, 1)}


def of_group(day: NetworkDay, group: str) -> list[Person]:
    """Return the people of whom the group said that they are its own.

    The group may know their names, where they stand and what they chose, no more.
    """
    return [each for each in _living_of(day, group) if each.acknowledged]


def claims_of(day: NetworkDay, group: str) -> list[Person]:
    """Return who says to belong to a group that has not said so yet.

    The group may know their names, no more.
    """
    claims = (each for each in _living_of(day, group) if not each.acknowledged)
    return [each for each in claims if each.standing != UNCONFIRMED]


def in_line(day: NetworkDay, now: datetime) -> list[Person]:
    """Return who on the waiting list would get a seat now, the first in line first."""
    ledger, book = ledger_of(day), open_book(day, now)
    turns = seating.in_line(book, FreeSeats(book))
    return [ledger.person(seat.id) for seats in turns for seat in seats]


def numbers(day: NetworkDay) -> Numbers:
    """Count the people of a day."""
    everybody = list(ledger_of(day).people())
    there = [each for each in everybody if each.standing == CONFIRMED]
    choices = Counter((c.item, c.seated) for each in there for c in each.seat.choices)
    return Numbers(
        standings=dict(Counter(each.standing for each in everybody)),
        by_group=dict(Counter(each.group for each in there)),
        by_item={
            item: ItemNumbers(choices[item, True], choices[item, False])
            for item in {item for item, _ in choices}
        },
    )


def stamp(day: NetworkDay) -> int:
    """Return a number that rises with every change."""
    return ledger_of(day).guard.changes


def _living_of(day: NetworkDay, group: str) -> list[Person]:
    return [each for each in people(day) if each.group == group and each.is_living]


def _arrival(each: Person) -> tuple[Any, ...]:
    # the moments are forgotten with the name
    return (each.seat.arrival == 0, each.seat.arrival, each.moments[:1])
