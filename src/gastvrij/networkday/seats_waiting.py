"""Seats that ask for a coordinator: somebody to call, or more people than seats."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from gastvrij.due.may import may
from gastvrij.networkday.claims_waiting import coming_days
from gastvrij.networkday.coordinator_page import REGISTRATIONS
from gastvrij.networkday.day_counts import to_call
from gastvrij.networkday.day_counts import too_many
from gastvrij.networkday.ledger_store import has_ledger
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.speakers_waiting import PLAN
from typing import Any
from typing import ClassVar
from zope.i18nmessageid import Message
from zope.interface import implementer


TO_CALL = "networkday.seats_to_call"
TOO_MANY = "networkday.seats_too_many"


@implementer(IWaitingThings)
class SeatsWaiting:
    """Days with a free seat that is offered to nobody, or with too few seats."""

    kinds: ClassVar[dict[str, Message]] = {
        TO_CALL: _("waiting_to_call", default="A seat came free: somebody to call"),
        TOO_MANY: _("too_many_title", default="More people than seats"),
    }

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable[WaitingThing]:
        """Return the days, for who plans days."""
        if not may(site, PLAN, roles):
            return
        for day in coming_days(site, now):
            if has_ledger(day):
                yield from _things(day, now)


def _things(day: NetworkDay, now: datetime) -> Iterator[WaitingThing]:
    url = f"{day.absolute_url()}/{REGISTRATIONS}"
    first = to_call(day, now)
    if first:
        since = max((when for _kind, when in first[0].moments), default=now)
        action = _("action_call_in_line", default="Call who is first in line")
        yield WaitingThing(TO_CALL, day.title, f"{url}#in-line", since, action)
    if too_many(day, now):
        since = day.modified().asdatetime()
        action = _("action_too_many", default="See where there are too few seats")
        yield WaitingThing(TOO_MANY, day.title, url, since, action)


seats_waiting = SeatsWaiting()
