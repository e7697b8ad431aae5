"""What a network day is for a reader, computed from its state and the calendar."""

from datetime import datetime
from gastvrij import _
from gastvrij.networkday.moments import is_over


WORDS = {
    "draft": _("day_status_draft", default="Draft"),
    "announced": _("day_status_announced", default="Announced"),
    "cancelled": _("day_status_cancelled", default="Cancelled"),
    "finished": _("day_status_finished", default="Past"),
}


def status_of(state: str, end: datetime, now: datetime) -> str:
    """Return one of the keys of ``WORDS``.

    An announced day becomes ``finished`` by itself once its last date is behind us; a
    draft stays a draft, and a day that was cancelled stays cancelled.
    """
    if state == "announced" and is_over(end, now):
        return "finished"
    return state
