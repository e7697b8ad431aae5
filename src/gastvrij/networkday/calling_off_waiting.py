"""Days that were just called off, for the tasks of who can still undo it."""

from collections.abc import Iterable
from datetime import datetime
from gastvrij import _
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from gastvrij.due.may import may
from gastvrij.networkday.calling_off import CallingOff
from gastvrij.networkday.calling_off import untold_days
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.spelling.dates import moment_in_words
from plone import api
from typing import Any
from zope.interface import implementer


KIND = "networkday.undo"
KINDS = {KIND: _("waiting_undo", default="Called off, and nobody knows it yet")}
PLAN = "gastvrij: Announce Network Day"
CANCEL_DAY = "cancel-day"


@implementer(IWaitingThings)
class CalledOffWaiting:
    """The days of which nobody was told yet that they do not take place."""

    kinds = KINDS

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable[WaitingThing]:
        """Return the days, for who plans them; wakes no other day."""
        days = untold_days(site) if may(site, PLAN, roles) else ()
        return [_thing(day, record) for day, record in days]


def _thing(day: NetworkDay, record: CallingOff) -> WaitingThing:
    until = moment_in_words(record.until, api.portal.get_current_language())
    return WaitingThing(
        kind=KIND,
        title=day.title,
        url=f"{day.absolute_url()}/{CANCEL_DAY}",
        since=record.since,
        action=_(
            "action_undo_called_off",
            default="Undo it before ${until}, if you have to",
            mapping={"until": until},
        ),
    )
