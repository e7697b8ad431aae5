"""What the page of one person tells a coordinator, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from gastvrij import _
from gastvrij.networkday.own_words import BEGUN
from gastvrij.networkday.own_words import closed_in_words
from gastvrij.networkday.own_words import WRONG_CHOICE
from gastvrij.networkday.registration import CONTACT
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration import PHONE
from gastvrij.networkday.registration import WEB
from gastvrij.networkday.registration_words import DOUBLE
from gastvrij.networkday.registration_words import SHORT
from gastvrij.networkday.seats import CANCELLED
from gastvrij.networkday.seats import Closed
from gastvrij.networkday.seats import Full
from gastvrij.networkday.seats import ItemFull
from gastvrij.networkday.seats import NotOffered
from gastvrij.networkday.seats import SeatRefused
from gastvrij.networkday.seats import UNCONFIRMED
from gastvrij.networkday.seats import WrongChoice
from gastvrij.spelling.dates import moment_in_words
from operator import itemgetter
from zope.i18nmessageid import Message


CHANNELS = {
    WEB: _("came_web", default="On the site"),
    PHONE: _("came_phone", default="By phone"),
    CONTACT: _("came_contact", default="By the contact person of the group"),
}
DONE = {
    "seat": _("person_seat_done", default="Done: this person has a seat."),
    "confirm": _("person_confirm_done", default="Done: the registration counts now."),
    "again": _("person_again_done", default="Done: in line again."),
    "off": _("person_off_done", default="Done: signed off."),
    "items": _("person_items_done", default="The choice is kept."),
    "correct": _("person_correct_done", default="Put right."),
    "link": _("person_link_done", default="The letter is on its way."),
}
SENT = _("history_sent", default="Registered")
OURS = _("history_ours", default="The group said: one of ours")
ARRIVED = _("history_here", default="Checked in")
NO_SEAT = _(
    "person_no_seat",
    default="Not done: all seats are taken. A seat that comes free, or that you add to"
    " the day, goes to who is first on the waiting list.",
)
ITEM_FULL = _(
    "person_item_full",
    default="Not done: this is full. Press once more to put the person on its waiting"
    " list.",
)
SIGNED_OFF = _(
    "person_signed_off",
    default="Not done: this person is signed off. Register them again by phone.",
)


@dataclass(frozen=True)
class Moment:
    """Something that happened, and when."""

    when: str
    what: Message


def history_of(person: Person, language: str) -> list[Moment]:
    """Return what happened with somebody, the first first."""
    known = sorted(_happened(person), key=itemgetter(0))
    return [Moment(moment_in_words(when, language), what) for when, what in known]


def not_done(error: SeatRefused) -> Message:
    """Return why a step was not taken, to who organises the day."""
    if isinstance(error, Closed):
        return closed_in_words(error.status)
    if isinstance(error, NotOffered) and error.standing == CANCELLED:
        return SIGNED_OFF
    words = {Full: NO_SEAT, ItemFull: ITEM_FULL, WrongChoice: WRONG_CHOICE}
    return words.get(type(error), BEGUN)


def _happened(person: Person) -> Iterator[tuple[datetime, Message]]:
    for standing, when in person.moments:
        is_double = bool(person.double) and standing == CANCELLED
        what = SENT if standing == UNCONFIRMED else SHORT[standing]
        yield when, DOUBLE if is_double else what
    if person.acknowledged:
        yield person.acknowledged, OURS
    if person.checked_in:
        yield person.checked_in, ARRIVED
