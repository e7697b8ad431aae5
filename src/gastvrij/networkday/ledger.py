"""The steps with the people of a day that pages, services and due tasks take.

Each writes the guard record of the day's ledger and tells what came of it
(``moved.SeatsMoved``), in the transaction of the caller, who took a turn first
(``turns.take_turn``); it returns what was told. All raise ``KeyError`` for ids that
are not of this day, and a ``SeatRefused`` before anything is written. A second time
nothing happens. How people come into the ledger stands in ``registering``.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime
from gastvrij.networkday import choosing
from gastvrij.networkday import seat_steps
from gastvrij.networkday import seating
from gastvrij.networkday.door import door
from gastvrij.networkday.door import PAST
from gastvrij.networkday.ledger_book import step
from gastvrij.networkday.ledger_store import ledger_of
from gastvrij.networkday.ledger_store import ledger_to_write
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Person
from gastvrij.networkday.seat_book import NOBODY
from gastvrij.networkday.seats import Closed
from gastvrij.networkday.seats import News
from gastvrij.networkday.seats import NotOffered
from typing import Any


def change_items(
    day: NetworkDay,
    person: str,
    items: Sequence[str],
    now: datetime,
    may_wait: AbstractSet[str] = NOBODY,
) -> list[News]:
    """Put other items (UIDs) in the place of those that a person chose.

    Raises ``WrongChoice``, ``NotOffered`` for whoever is not coming, ``Closed`` once
    the day has begun, and ``ItemFull`` for items without a seat left, unless they are
    in ``may_wait``: nobody gives up a seat by accident.
    """
    return step(
        day, now, lambda book: choosing.change_choices(book, person, items, may_wait)
    )


def cancel(day: NetworkDay, people: Iterable[str], now: datetime) -> list[News]:
    """Let people go; raises ``Closed`` when the day is past."""
    if door(day, now) == PAST:
        raise Closed(PAST)
    return step(day, now, lambda book: seat_steps.cancel(book, people))


def accept(day: NetworkDay, people: Iterable[str], now: datetime) -> list[News]:
    """Take the seats that are offered; raises ``NotOffered`` or ``Closed``."""
    return step(day, now, lambda book: seat_steps.accept(book, list(people)))


def refuse(day: NetworkDay, people: Iterable[str], now: datetime) -> list[News]:
    """Leave the seats that are offered to others; raises ``NotOffered``."""
    return step(day, now, lambda book: seat_steps.refuse(book, list(people)))


def wait_again(day: NetworkDay, people: Iterable[str], now: datetime) -> list[News]:
    """Let people whose offer has lapsed come again, behind all others.

    Raises ``NotOffered`` for others, and ``Closed``.
    """
    return step(day, now, lambda book: seat_steps.wait_again(book, list(people)))


def fit_in_parts(day: NetworkDay, party_id: str, now: datetime) -> list[News]:
    """Let people who wanted to come together take what seats there are."""
    people = ledger_of(day).party(party_id).people
    return step(day, now, lambda book: seat_steps.fit_in_parts(book, people))


def promote(day: NetworkDay, person: str, now: datetime) -> list[News]:
    """Give somebody a seat before all others, as the coordinator does.

    Raises ``Full``, ``Closed`` while the day is not announced, and ``NotOffered`` for
    whoever cancelled.
    """
    return step(day, now, lambda book: seat_steps.promote(book, person))


def settle(day: NetworkDay, now: datetime) -> list[News]:
    """Let offers lapse that are over, and offer what is free."""
    return step(day, now, seating.settle)


def acknowledge(
    day: NetworkDay, people: Iterable[str], group: str, now: datetime
) -> None:
    """Note that people belong to a group; raises ``KeyError`` for those of another."""
    for person in _of_group(day, people, group):
        _change(day, person, acknowledged=person.acknowledged or now)


def disown(
    day: NetworkDay, people: Iterable[str], group: str, now: datetime
) -> list[News]:
    """Note that people do not belong to a group, which they named.

    They keep what they have. Raises ``KeyError`` for people of another group.
    """
    strangers = _of_group(day, people, group)
    for person in strangers:
        _change(day, person, acknowledged=None)
    ids = [person.id for person in strangers]
    return step(day, now, lambda book: seat_steps.move_to_group(book, ids, ""))


def check_in(day: NetworkDay, person_id: str, now: datetime) -> None:
    """Note that somebody has come; raises ``NotOffered`` for one without a seat."""
    person = ledger_of(day).person(person_id)
    if not person.is_there:
        raise NotOffered(person.standing)
    _change(day, person, checked_in=person.checked_in or now)


def check_out(day: NetworkDay, person_id: str) -> None:
    """Note that somebody has not come after all."""
    _change(day, ledger_of(day).person(person_id), checked_in=None)


def _of_group(day: NetworkDay, people: Iterable[str], group: str) -> list[Person]:
    ledger = ledger_of(day)
    found = [ledger.person(person) for person in people]
    if not group or any(person.group != group for person in found):
        raise KeyError(group)
    return found


def _change(day: NetworkDay, person: Person, **values: Any) -> None:
    changed = replace(person, **values)
    if changed != person:
        ledger = ledger_to_write(day)
        ledger.guard.write(ledger.guard.number)
        ledger.keep_person(changed)
