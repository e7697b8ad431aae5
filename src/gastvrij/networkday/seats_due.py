"""What falls due with seats: offers lapse and go on, and people are forgotten."""

from datetime import datetime
from gastvrij import _
from gastvrij.due.one_by_one import one_by_one
from gastvrij.due.task import DueTask
from gastvrij.networkday.door import CANCELLED
from gastvrij.networkday.door import door
from gastvrij.networkday.door import PAST
from gastvrij.networkday.forgetting import days_with_ledgers
from gastvrij.networkday.forgetting import forget_what_is_over
from gastvrij.networkday.ledger import settle
from typing import Any


def settle_all(site: Any, now: datetime) -> int:
    """Let offers lapse that are over, and offer what is free; return what was told."""
    days = [
        day
        for day, _ledger in days_with_ledgers(site)
        if door(day, now) not in (PAST, CANCELLED)
    ]
    return one_by_one(days, lambda day: len(settle(day, now)))


SETTLE = DueTask(
    _("due_settle_seats", default="Offer free seats to the next on the waiting list"),
    settle_all,
)
FORGET = DueTask(
    _(
        "due_forget_registrations",
        default="Forget who registered for a network day long ago",
    ),
    forget_what_is_over,
)
