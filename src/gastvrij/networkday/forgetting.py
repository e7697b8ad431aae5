"""What is forgotten of people who registered, and when; how many there were stays."""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from gastvrij.due.one_by_one import one_by_one
from gastvrij.networkday.door import end_of
from gastvrij.networkday.ledger_store import all_ledgers
from gastvrij.networkday.ledger_store import DayLedger
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Person
from gastvrij.networkday.seats import CANCELLED
from gastvrij.networkday.seats import UNCONFIRMED
from gastvrij.privacy.retention import is_over
from plone.app.uuid.utils import uuidToObject
from typing import Any


def forget_what_is_over(site: Any, now: datetime) -> int:
    """Forget answers, names and forms that were not confirmed; return how many."""
    return one_by_one(days_with_ledgers(site), lambda each: _forget(*each, now))


def days_with_ledgers(site: Any) -> Iterator[tuple[NetworkDay, DayLedger]]:
    """Return the days for which somebody registered, with their ledgers."""
    for uid, ledger in all_ledgers(site):
        day = uuidToObject(uid, unrestricted=True)
        if day is not None:
            yield day, ledger


def without_answers(person: Person) -> Person:
    """Return a person without what they eat and need."""
    return replace(person, diet="", access="")


def without_name(person: Person) -> Person:
    """Return a person of whom nobody knows who it was."""
    return replace(without_answers(person), name="", email="", moments=(), double="")


def without_sender(party: Party) -> Party:
    """Return a form of which nobody knows who sent it."""
    return replace(party, name="", email="", phone="")


def keep_changed(
    ledger: DayLedger, people: Iterator[Person], change: Callable[[Person], Person]
) -> int:
    """Keep people as a function makes them; return how many were different."""
    pairs = [(person, change(person)) for person in people]
    changed = [after for before, after in pairs if after != before]
    for person in changed:
        ledger.keep_person(person)
    return len(changed)


def _forget(day: NetworkDay, ledger: DayLedger, now: datetime) -> int:
    count = _forget_unconfirmed(ledger, now)
    if _is_due(day, ledger, "diet", now):
        count += keep_changed(ledger, ledger.people(), without_answers)
    if _is_due(day, ledger, "registrations", now):
        count += keep_changed(ledger, ledger.people(), without_name)
        for party in list(ledger.parties()):
            ledger.keep_party(without_sender(party))
    return count


def _is_due(day: NetworkDay, ledger: DayLedger, kind: str, now: datetime) -> bool:
    """Tell whether something is to be forgotten, and remember that it was."""
    is_due = kind not in ledger.forgotten and is_over(kind, end_of(day), now)
    if is_due:
        ledger.forgotten |= {kind}
    return is_due


def _forget_unconfirmed(ledger: DayLedger, now: datetime) -> int:
    over = [
        party
        for party in ledger.parties()
        if party.confirmed is None
        and is_over("unconfirmed", party.sent, now)
        and _is_nobody_in(ledger, party)
    ]
    for party in over:
        ledger.drop_party(party.id)
    if over:
        ledger.guard.write(ledger.guard.number)
    return len(over)


def _is_nobody_in(ledger: DayLedger, party: Party) -> bool:
    """Tell whether the coordinator gave none of them a seat meanwhile."""
    people = map(ledger.person, party.people)
    return all(person.standing in (UNCONFIRMED, CANCELLED) for person in people)
