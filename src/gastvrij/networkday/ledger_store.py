"""Where registrations are kept: one ledger a day, on the site, outside the day itself.

So a ledger is in no listing, copy, history or export of the day. Every step reads and
writes its guard record: what two transactions add to a BTree is merged, and would
sell the last seat twice, but of two who write one plain record one has to begin anew.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Person
from persistent import Persistent
from plone import api
from typing import Any


LEDGERS = "gastvrij.networkday.ledgers"


class Guard(Persistent):
    """How often a ledger has changed, and the last number that was given in it."""

    changes = 0
    number = 0

    def write(self, number: int) -> None:
        """Note one more change; whoever does so at the same time conflicts."""
        self.number = number
        self.changes += 1


class Kept(Persistent):
    """One form or one person in the database."""

    def __init__(self, value: Any) -> None:
        self.value = value


class DayLedger(Persistent):
    """All registrations of one day.

    ``forgotten`` names what was taken out of it (kinds of ``privacy.retention``);
    ``overfull`` is how many people too many the coordinator was told of, by item.
    """

    forgotten: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.guard = Guard()
        self.overfull: dict[str, int] = {}
        self._parties = OOBTree()
        self._people = OOBTree()

    def parties(self) -> Iterator[Party]:
        """Return the forms, in no order."""
        return (kept.value for kept in self._parties.values())

    def people(self) -> Iterator[Person]:
        """Return the people, in no order."""
        return (kept.value for kept in self._people.values())

    def party(self, party_id: str) -> Party:
        """Return a form; raises ``KeyError``."""
        return self._parties[party_id].value

    def person(self, person_id: str) -> Person:
        """Return a person; raises ``KeyError``."""
        return self._people[person_id].value

    def keep_party(self, party: Party) -> None:
        """Keep a form, in the place of what was known of it."""
        _keep(self._parties, party)

    def keep_person(self, person: Person) -> None:
        """Keep a person, in the place of what was known of them."""
        _keep(self._people, person)

    def drop_party(self, party_id: str) -> None:
        """Forget a form with its people."""
        for person in self._parties.pop(party_id).value.people:
            del self._people[person]


def ledger_of(day: NetworkDay) -> DayLedger:
    """Return the ledger of a day, to read; nothing is made on the way."""
    return shelf(api.portal.get(), LEDGERS).get(day.UID()) or DayLedger()


def has_ledger(day: NetworkDay) -> bool:
    """Tell whether anybody ever registered for a day."""
    return day.UID() in shelf(api.portal.get(), LEDGERS)


def ledger_to_write(day: NetworkDay) -> DayLedger:
    """Return the ledger of a day, to write; it is made when it is missing."""
    ledgers = shelf_to_write(api.portal.get(), LEDGERS)
    uid = day.UID()
    if uid not in ledgers:
        ledgers[uid] = DayLedger()
    return ledgers[uid]


def drop_ledger(day: NetworkDay) -> None:
    """Forget everything about who registered for a day."""
    shelf(api.portal.get(), LEDGERS).pop(day.UID(), None)


def all_ledgers(site: Any) -> list[tuple[str, DayLedger]]:
    """Return every ledger with the UID of its day."""
    return list(shelf(site, LEDGERS).items())


def _keep(tree: OOBTree, value: Party | Person) -> None:
    kept = tree.get(value.id)
    if kept is None:
        tree[value.id] = Kept(value)
    elif kept.value != value:
        kept.value = value
