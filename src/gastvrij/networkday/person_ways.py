"""What can be done with one person of a day, by the names of the buttons."""

from datetime import datetime
from gastvrij import _
from gastvrij.networkday.door import door
from gastvrij.networkday.door import PAST
from gastvrij.networkday.door import start_of
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.person_words import not_done
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration_words import standing_at
from gastvrij.networkday.seats import CANCELLED
from gastvrij.networkday.seats import Closed
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import LAPSED
from gastvrij.networkday.seats import NotOffered
from gastvrij.networkday.seats import OFFERED
from gastvrij.networkday.seats import UNCONFIRMED
from gastvrij.networkday.seats import WAITING
from zope.i18nmessageid import Message


# where somebody stands once it was done: pressing twice is as once
DONE_IN = {
    "confirm": {WAITING, OFFERED, CONFIRMED},
    "seat": {CONFIRMED},
    "again": {WAITING, OFFERED, CONFIRMED},
    "off": {CANCELLED},
}
NO_ADDRESS = _(
    "person_no_address",
    default="Not done: we know no address for the letter. Put it right first.",
)


def ways_with(day: NetworkDay, person: Person, now: datetime) -> dict[str, bool]:
    """Return what can be done with a person at a moment."""
    kind, is_coming = standing_at(person, now), door(day, now) != PAST
    is_living = is_coming and kind not in (CANCELLED, LAPSED)
    has_begun = now >= start_of(day)
    return {
        "confirm": is_coming and kind == UNCONFIRMED and not has_begun,
        "seat": is_coming and kind not in (CONFIRMED, CANCELLED),
        "again": is_coming and kind == LAPSED and not has_begun,
        "off": is_living,
        "items": is_living and not has_begun,
        "link": is_living,
        "correct": not person.is_anonymous,
    }


def why_not(
    day: NetworkDay, person: Person, action: str, now: datetime
) -> Message | None:
    """Return why an act is not done; None when it is, or was done before."""
    kind = standing_at(person, now)
    if ways_with(day, person, now)[action] or kind in DONE_IN.get(action, ()):
        return None
    is_gone = kind == CANCELLED and door(day, now) != PAST
    return not_done(NotOffered(kind) if is_gone else Closed(door(day, now)))
