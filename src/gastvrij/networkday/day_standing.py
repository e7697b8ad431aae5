"""How a day stands for who wants to come, in the words of its page."""

from datetime import datetime
from gastvrij import _
from gastvrij.networkday import door
from gastvrij.networkday.availability import Availability
from gastvrij.networkday.availability import availability
from gastvrij.networkday.availability import sentence
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.summary import DaySummary
from gastvrij.spelling.dates import moment_in_words
from typing import Any
from zope.i18nmessageid import Message


WORDS = {
    door.NOT_OPEN: _("standing_not_open", default="Not open yet"),
    door.OPEN: _("standing_open", default="Registration is open"),
    door.WAITING_LIST: _("standing_waiting_list", default="Full, with a waiting list"),
    door.CLOSED: _("standing_closed", default="Registration closed"),
    door.PAST: _("day_status_finished", default="Past"),
    door.CANCELLED: _("day_status_cancelled", default="Cancelled"),
}
LOOKS = {
    door.NOT_OPEN: "gv-status gv-status--wait",
    door.OPEN: "gv-status gv-status--good",
    door.WAITING_LIST: "gv-status gv-status--attention",
    door.CLOSED: "gv-status gv-status--quiet",
    door.PAST: "gv-status gv-status--quiet",
    door.CANCELLED: "gv-status gv-status--error",
}
BUTTONS = {
    door.OPEN: _("button_sign_up", default="Sign up"),
    door.WAITING_LIST: _("button_wait", default="Put me on the waiting list"),
}
FEW = 10


def standing_now(
    day: NetworkDay, summary: DaySummary, now: datetime
) -> Availability | None:
    """Return how a day stands for who wants to come; None for a draft or a past one."""
    is_asked = summary.is_coming and summary.status != "draft"
    return availability(day, now) if is_asked else None


def standing_card(there: Availability, language: str) -> dict[str, Any]:
    """Return the status in a word and a sentence, and what the button says."""
    return {
        **in_a_word(there),
        "sentence": sentence(there, language),
        "button": BUTTONS.get(there.status),
        "until": moment_in_words(there.closes, language) if there.is_open else "",
    }


def in_a_word(there: Availability) -> dict[str, Any]:
    """Return the status in a word, and how that looks."""
    return {"status": WORDS[there.status], "status_class": LOOKS[there.status]}


def free_in_items(there: Availability) -> dict[str, Message]:
    """Return how many seats are left in each item that people choose, by its UID.

    Nothing is said while nobody can register, or where there is no limit.
    """
    items = there.items if there.is_open else ()
    return {i.uid: _free(i.free) for i in items if i.free is not None}


def _free(number: int) -> Message:
    if number == 0:
        return _("item_full", default="full")
    if number == 1:
        return _("item_one_seat", default="1 seat left")
    return _("item_seats", default="${number} seats left", mapping={"number": number})
