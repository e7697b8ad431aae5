"""What letters say of a seat: to whoever has it, or about one of several people."""

from collections.abc import Mapping
from gastvrij import _
from gastvrij.networkday.registration import Person
from gastvrij.networkday.seats import ALREADY
from gastvrij.networkday.seats import CANCELLED
from gastvrij.networkday.seats import ITEM_GONE
from gastvrij.networkday.seats import ITEM_SEAT
from gastvrij.networkday.seats import LAPSED
from gastvrij.networkday.seats import News
from gastvrij.networkday.seats import OFFER
from gastvrij.networkday.seats import SEAT
from gastvrij.networkday.seats import WAITS
from gastvrij.spelling.dates import moment_in_words
from typing import Any
from zope.i18nmessageid import Message


# what is told first when several things are told in one letter
ORDER = (OFFER, WAITS, ITEM_GONE, LAPSED, SEAT, ALREADY, ITEM_SEAT, CANCELLED)
TO_DO = {OFFER, ITEM_GONE}

SUBJECTS = {
    OFFER: _("letter_offer_subject", default="do you take the seat on ${day}?"),
    WAITS: _("letter_waits_subject", default="you have no seat yet on ${day}"),
    ITEM_GONE: _("letter_item_gone_subject", default="choose again for ${day}"),
    LAPSED: _("letter_lapsed_subject", default="your seat on ${day} went to the next"),
    SEAT: _("letter_seat_subject", default="you have a seat on ${day}"),
    ALREADY: _("letter_already_subject", default="you were registered for ${day}"),
    ITEM_SEAT: _("letter_item_seat_subject", default="a seat came free on ${day}"),
    CANCELLED: _("letter_signed_off_subject", default="signed off for ${day}"),
}
# for who reads about one other person
SUBJECTS_ABOUT = {
    OFFER: _(
        "letter_offer_subject_about", default="does ${name} take the seat on ${day}?"
    ),
    WAITS: _("letter_waits_subject_about", default="${name} has no seat yet on ${day}"),
    SEAT: _("letter_seat_subject_about", default="${name} has a seat on ${day}"),
}
SOME_WAIT = _(
    "letter_some_wait_subject",
    default="no seat yet for ${count} of you on ${day}",
)
TO_ONE = {
    OFFER: _(
        "letter_offer",
        default="A seat came free for you on ${day}. It is yours until ${until}. Say"
        " before then whether you come; after that it goes to the next.",
    ),
    WAITS: _(
        "letter_waits",
        default="You have no seat yet on ${day}. You are number ${number} on the"
        " waiting list. When a seat comes free for you, we write to you.",
    ),
    ITEM_GONE: _(
        "letter_item_gone",
        default="Something that you chose is no longer in the programme of ${day}."
        " Choose something else.",
    ),
    LAPSED: _(
        "letter_lapsed",
        default="We kept a seat on ${day} for you, and heard nothing in time. It went"
        " to the next. Do you still want to come? Then come in line again.",
    ),
    SEAT: _("letter_seat", default="You have a seat on ${day}."),
    ALREADY: _(
        "letter_already",
        default="You were registered for ${day} already. Nothing was added.",
    ),
    ITEM_SEAT: _(
        "letter_item_seat", default="You have a seat in “${item}” now, on ${day}."
    ),
    CANCELLED: _(
        "letter_signed_off",
        default="You are signed off for ${day}. You do not have to do anything now.",
    ),
}
ABOUT = {
    OFFER: _("letter_offer_about", default="${name}: a seat is kept until ${until}"),
    WAITS: _(
        "letter_waits_about",
        default="${name}: no seat yet, number ${number} on the waiting list",
    ),
    ITEM_GONE: _(
        "letter_item_gone_about",
        default="${name}: something chosen is no longer in the programme",
    ),
    LAPSED: _(
        "letter_lapsed_about",
        default="${name}: no answer in time, the seat went to the next",
    ),
    SEAT: _("letter_seat_about", default="${name}: has a seat"),
    ALREADY: _("letter_already_about", default="${name}: was registered already"),
    ITEM_SEAT: _(
        "letter_item_seat_about", default="${name}: has a seat in “${item}” now"
    ),
    CANCELLED: _("letter_signed_off_about", default="${name}: signed off"),
}


def subject_of(kinds: set[str], about: str, facts: Mapping[str, Any]) -> Message:
    """Return what a letter begins with.

    ``about`` is the name of the one other person whom it is about, or empty; ``facts``
    are the day's title and how many people wait.
    """
    if {WAITS, SEAT} <= kinds:
        return Message(SOME_WAIT, mapping=facts)
    first = next(kind for kind in ORDER if kind in kinds)
    if about and first in SUBJECTS_ABOUT:
        return Message(SUBJECTS_ABOUT[first], mapping={**facts, "name": about})
    return Message(SUBJECTS[first], mapping=facts)


def sentence_about(
    news: News, person: Person, is_one: bool, facts: Mapping[str, str], language: str
) -> Message:
    """Return what is told; ``facts`` are the day's title and the item's."""
    until = moment_in_words(news.until, language) if news.until else ""
    told = {"name": person.name, "number": news.number, "until": until, **facts}
    return Message((TO_ONE if is_one else ABOUT)[news.kind], mapping=told)
