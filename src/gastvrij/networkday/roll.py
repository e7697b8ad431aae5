"""A day's people as who organises it reads them: by name, and only those asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from gastvrij.networkday import ledger_views
from gastvrij.networkday.ledger_store import ledger_of
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration_words import standing_at
from gastvrij.networkday.seats import CANCELLED
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import LAPSED
from gastvrij.networkday.seats import WAITING
from typing import Any
from unicodedata import combining
from unicodedata import normalize


DIET, ACCESS = "diet", "access"
ANSWERS = (DIET, ACCESS)
# asks for people who named no group
NO_GROUP = "none"
# what people type between the digits of a phone number
IN_NUMBERS = frozenset("0123456789+/.-() ")
# asks for people who have been checked in
HERE = "here"


@dataclass(frozen=True)
class Listed:
    """One person with the form in which they came, and where they stand now."""

    person: Person
    party: Party
    kind: str

    @property
    def is_gone(self) -> bool:
        """Whether the person does not come (any more)."""
        return self.kind in (CANCELLED, LAPSED)

    @property
    def is_here(self) -> bool:
        """Whether the person has a seat, and has come."""
        return self.kind == CONFIRMED and self.person.checked_in is not None

    @property
    def phone(self) -> str:
        """The number of whoever sent the form."""
        return self.party.phone

    @property
    def address(self) -> str:
        """Where letters go: the own address, or that of whoever sent the form."""
        return self.person.email or self.party.email

    @property
    def letters(self) -> str:
        """What somebody may look for, without capitals and accents."""
        words = (self.person.name, self.person.email, self.party.name, self.party.email)
        return plain(" ".join((*words, number_in(self.phone))))


@dataclass(frozen=True)
class Wish:
    """What is asked for; empty asks for nothing in particular.

    ``standing`` is one of ``seats`` or ``HERE``; ``item`` and ``group`` are UIDs, or
    ``NO_GROUP``; ``answer`` is one of ``ANSWERS``, ``words`` are looked for in names,
    addresses and phone numbers.
    """

    standing: str = ""
    item: str = ""
    group: str = ""
    answer: str = ""
    words: str = ""

    @property
    def is_narrow(self) -> bool:
        """Whether more is asked than words."""
        return any((self.standing, self.item, self.group, self.answer))

    def fits(self, each: Listed) -> bool:
        """Tell whether somebody is asked for."""
        person = each.person
        stands = HERE if self.standing == HERE and each.is_here else each.kind
        chosen = {choice.item for choice in person.seat.choices}
        group = person.group or NO_GROUP
        return all(
            (
                not self.standing or stands == self.standing,
                not self.item or self.item in chosen,
                not self.group or self.group == group,
                self.answer not in ANSWERS or getattr(person, self.answer),
                self._is_in(each.letters),
            )
        )

    def _is_in(self, letters: str) -> bool:
        number = number_in(self.words)
        if number and set(self.words) <= IN_NUMBERS and number in letters:
            return True
        return all(word in letters for word in plain(self.words).split())


def everybody(day: NetworkDay, now: datetime) -> list[Listed]:
    """Return all people of a day, in order of arrival."""
    ledger = ledger_of(day)
    return [
        Listed(each, ledger.party(each.party), standing_at(each, now))
        for each in ledger_views.people(day)
    ]


def those(people: Iterable[Listed], wish: Wish) -> list[Listed]:
    """Return who is asked for by name, who does not come last.

    The waiting list keeps its order.
    """
    found = [each for each in people if wish.fits(each)]
    return found if wish.standing == WAITING else sorted(found, key=by_name)


def by_name(each: Listed) -> tuple[Any, ...]:
    """Return what a list by name goes by; people without a name come last."""
    return each.is_gone, each.person.is_anonymous, plain(each.person.name)


def plain(text: str) -> str:
    """Return small letters without accents, with one space between words."""
    letters = normalize("NFKD", " ".join(text.split()).casefold())
    return "".join(each for each in letters if not combining(each))


def number_in(phone: str) -> str:
    """Return the digits of a phone number, a Belgian one as it is called from here."""
    digits = "".join(each for each in phone if each in "0123456789")
    for country in ("0032", "32"):
        is_abroad = country.startswith("00") or phone.strip().startswith("+")
        if is_abroad and digits.startswith(country):
            return f"0{digits.removeprefix(country).removeprefix('0')}"
    return digits
