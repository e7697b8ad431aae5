"""The mailboxes of people of a day: one letter for each, however many share it."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from gastvrij.directory.addressees import can_be_mailed
from gastvrij.mail.letters import Part
from gastvrij.networkday import ledger_views
from gastvrij.networkday.letter_facts import Reader
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration_links import is_read_by_them
from gastvrij.networkday.registration_links import own_button
from gastvrij.networkday.seats import UNCONFIRMED
from gastvrij.values.mail_address import same_address
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Mailbox:
    """A mailbox, and the people whose letters come there.

    ``name`` is how the reader is greeted; ``is_own`` tells that the reader is the one
    person whom the letter is about.
    """

    reader: Reader
    name: str
    is_own: bool
    people: tuple[Person, ...]

    @property
    def names(self) -> str:
        """The names of the people."""
        return ", ".join(person.name for person in self.people)


@dataclass(frozen=True)
class Caller:
    """Somebody without a mailbox: who, and the number to call, which may be empty."""

    name: str
    phone: str


def living(day: NetworkDay) -> list[Person]:
    """Return who counts on a day: who has a seat, is offered one, or waits for one."""
    known = ledger_views.people(day)
    return [p for p in known if p.is_living and p.standing != UNCONFIRMED and p.name]


def mailboxes(day: NetworkDay, people: Iterable[Person]) -> list[Mailbox]:
    """Return where letters about people go, each address once."""
    found: dict[str, list[Person]] = {}
    for person in people:
        address = ledger_views.address_of(day, person)
        if can_be_mailed(address):
            found.setdefault(address.casefold(), []).append(person)
    return [_mailbox(day, own) for own in found.values()]


def to_call(day: NetworkDay, people: Iterable[Person]) -> list[Caller]:
    """Return who cannot be written to, with the number that we have."""
    silent = (p for p in people if not can_be_mailed(ledger_views.address_of(day, p)))
    return [Caller(p.name, ledger_views.party(day, p.party).phone) for p in silent]


def own_buttons(
    day: NetworkDay, mailbox: Mailbox, label: Message, do: str = ""
) -> Iterator[Part]:
    """Return a button to their own page for each form in which people came."""
    forms: dict[str, list[str]] = {}
    for person in mailbox.people:
        forms.setdefault(person.party, []).append(person.name)
    for party, names in forms.items():
        if len(forms) > 1:
            yield f"{', '.join(names)}:"
        yield own_button(day, party, mailbox.reader.address, label, do)


def _mailbox(day: NetworkDay, people: list[Person]) -> Mailbox:
    first = people[0]
    party = ledger_views.party(day, first.party)
    address = ledger_views.address_of(day, first)
    is_own = is_read_by_them(party, people)
    names = ", ".join(dict.fromkeys(person.name for person in people))
    is_senders = not is_own and same_address(party.email, address)
    return Mailbox(
        Reader(address, first.language),
        party.name if is_senders else names,
        is_own,
        tuple(people),
    )
