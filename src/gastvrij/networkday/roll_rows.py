"""How one of a day's people stands in a list of who organises it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from gastvrij import _
from gastvrij.networkday import ledger_views
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration_words import Standing
from gastvrij.networkday.registration_words import standing_in_words
from gastvrij.networkday.roll import Listed
from zope.i18nmessageid import Message


ERASED = _("name_erased", default="Name erased")
PERSON_PAGE = "registration-of"


@dataclass(frozen=True)
class Row:
    """One person; ``answers`` are what they eat and need."""

    id: str
    url: str
    name: Message | str
    group: Message | str
    standing: Standing
    chosen: list[str]
    answers: list[str]
    phone: str
    is_here: bool

    @property
    def tel(self) -> str:
        """The address that calls the number."""
        return tel(self.phone)


@dataclass(frozen=True)
class Facts:
    """What a list tells of a day: its groups and items by UID, in a language."""

    day: NetworkDay
    groups: Mapping[str, Message | str]
    items: Mapping[str, str]
    now: datetime
    language: str

    @cached_property
    def positions(self) -> dict[str, int]:
        """The places on the waiting list, looked up once for the whole list."""
        return ledger_views.positions(self.day)

    @cached_property
    def page(self) -> str:
        """Where somebody's page is, but for who it is."""
        return person_url(self.day, "")

    def row_of(self, each: Listed) -> Row:
        """Return somebody as the list shows them."""
        person = each.person
        position = self.positions.get(person.id, 0)
        chosen = (self.items.get(c.item, "") for c in person.seat.choices)
        return Row(
            id=person.id,
            url=f"{self.page}{person.id}",
            name=person.name or ERASED,
            group=self.groups.get(person.group, ""),
            standing=standing_in_words(person, position, self.now, self.language),
            chosen=list(filter(None, chosen)),
            answers=list(filter(None, (person.diet, person.access))),
            phone=each.phone,
            is_here=each.is_here,
        )


def person_url(day: NetworkDay, person_id: str) -> str:
    """Return where somebody's page is."""
    return f"{day.absolute_url()}/{PERSON_PAGE}?person={person_id}"


def tel(phone: str) -> str:
    """Return the address that calls a number."""
    return f"tel:{''.join(each for each in phone if each in '+0123456789')}"
