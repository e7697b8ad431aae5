"""What is told to somebody who did something on the own page, or could not."""

from gastvrij import _
from gastvrij.networkday.door import CANCELLED as CALLED_OFF
from gastvrij.networkday.door import PAST
from gastvrij.networkday.seats import CANCELLED
from gastvrij.networkday.seats import Closed
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import ItemFull
from gastvrij.networkday.seats import NotOffered
from gastvrij.networkday.seats import SeatRefused
from gastvrij.networkday.seats import WrongChoice
from zope.i18nmessageid import Message


SAID = {
    "accept": _("own_accepted", default="Noted. See you then!"),
    "refuse": _(
        "own_refused", default="Thank you for telling us: the seat goes to the next."
    ),
    "cancel": _("own_cancelled", default="Noted: signed off."),
    "again": _("own_again", default="You are in line again."),
    "items": _("own_items", default="Your choice is kept."),
    "parts": _("own_parts", default="Who fits gets a seat now, the others wait."),
}
CLOSED = {
    PAST: _("own_past", default="This network day is over."),
    CALLED_OFF: _("own_called_off", default="This network day does not take place."),
}
NOBODY = _("own_nobody", default="Nothing is done yet: say first for whom.")
BEGUN = _("own_begun", default="This can no longer be done.")
ITEM_FULL = _(
    "own_item_full",
    default="This is full meanwhile. Choose something else, or press once more: then"
    " you come on its waiting list.",
)
NOT_OFFERED = {
    CONFIRMED: _("own_has_seat", default="You have a seat already."),
    CANCELLED: _("own_signed_off", default="You were signed off."),
}
GONE = _(
    "own_offer_gone",
    default="This seat is no longer kept for you: it went to the next.",
)
WRONG_CHOICE = _(
    "own_wrong_choice", default="This can no longer be chosen. Choose something else."
)


def closed_in_words(status: str) -> Message:
    """Return why nothing can be done with a day any more."""
    return CLOSED.get(status, BEGUN)


def refused_in_words(error: SeatRefused) -> Message:
    """Return why a step was not taken."""
    if isinstance(error, Closed):
        return closed_in_words(error.status)
    if isinstance(error, NotOffered):
        return NOT_OFFERED.get(error.standing, GONE)
    if isinstance(error, ItemFull):
        return ITEM_FULL
    return WRONG_CHOICE if isinstance(error, WrongChoice) else BEGUN
