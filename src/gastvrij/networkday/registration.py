"""A registration: the form that was sent, and the people in it."""

from dataclasses import dataclass
from datetime import datetime
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import Seat
from gastvrij.values.mail_address import same_address


WEB = "web"
PHONE = "phone"
CONTACT = "contact"


@dataclass(frozen=True)
class Entry:
    """What a form asks for one person; its values were checked by the form.

    ``items`` are the UIDs of the items that were chosen. Without an e-mail address the
    sender of the form gets the letters.
    """

    name: str
    email: str = ""
    items: tuple[str, ...] = ()
    diet: str = ""
    access: str = ""


@dataclass(frozen=True)
class Sender:
    """Who fills in a form: whose address is confirmed, and who is called.

    ``group`` is the UID of the group that the people say they belong to. ``together``
    tells that they come all or not at all. ``channel`` is ``web``, ``phone`` or
    ``contact``: a contact person of the group who is logged in.
    """

    name: str
    email: str = ""
    phone: str = ""
    group: str = ""
    together: bool = False
    language: str = "nl"
    channel: str = WEB


# no slots: what was kept before a field was added has that field's default
@dataclass(frozen=True)
class Party:
    """One form that was sent; ``people`` are ids, in the order of the form."""

    id: str
    name: str
    email: str
    phone: str
    language: str
    channel: str
    sent: datetime
    people: tuple[str, ...]
    confirmed: datetime | None = None


@dataclass(frozen=True)
class Person:
    """One person who was registered; what is unknown or was forgotten is empty.

    ``acknowledged`` is when the group's contact person said that the person is theirs;
    ``moments`` tells since when the person stood where, oldest first. ``double`` is the
    id under which somebody was in already when this form was confirmed.
    """

    id: str
    party: str
    name: str
    email: str
    language: str
    seat: Seat
    diet: str = ""
    access: str = ""
    acknowledged: datetime | None = None
    checked_in: datetime | None = None
    moments: tuple[tuple[str, datetime], ...] = ()
    double: str = ""

    @property
    def standing(self) -> str:
        """Where the person stands: one of the constants of ``seats``."""
        return self.seat.standing

    @property
    def group(self) -> str:
        """The UID of the group that the person named; empty without one."""
        return self.seat.group

    @property
    def is_there(self) -> bool:
        """Whether the person has a seat."""
        return self.standing == CONFIRMED

    @property
    def is_living(self) -> bool:
        """Whether the person has, or may still get, a seat."""
        return self.seat.is_living

    @property
    def is_anonymous(self) -> bool:
        """Whether nothing is left but that somebody was there."""
        return not self.name


def is_sender(party: Party, person: Person) -> bool:
    """Tell whether somebody in a form is whoever sent it."""
    has_that_address = not person.email or same_address(person.email, party.email)
    return not person.is_anonymous and person.name == party.name and has_that_address
