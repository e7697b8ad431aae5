"""People who say to belong to a group, for the tasks of its contact persons."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.directory.contacts import organisations_of
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from gastvrij.networkday import ledger_views
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.office_letters import OUR_PEOPLE
from typing import Any
from typing import ClassVar
from zope.i18nmessageid import Message
from zope.interface import implementer


CLAIMS = "networkday.claims"
ACTION = _("action_answer_claims", default="Say whether they belong to you")


def coming_days(site: Any, now: datetime) -> Iterator[NetworkDay]:
    """Return the announced days that are not over yet."""
    brains = site.portal_catalog.unrestrictedSearchResults(
        portal_type="NetworkDay",
        review_state="announced",
        end={"query": now, "range": "min"},
    )
    return (brain._unrestrictedGetObject() for brain in brains)


@implementer(IWaitingThings)
class ClaimsWaiting:
    """Who named a group for a coming day, and waits for its yes or no."""

    kinds: ClassVar[dict[str, Message]] = {
        CLAIMS: _("waiting_claims", default="Who comes to the network day for you?"),
    }

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable[WaitingThing]:
        """Return the groups of a user that were named; wakes no other group."""
        groups = organisations_of(site, user_id) if user_id else []
        if not groups:
            return
        for day in coming_days(site, now):
            for group in groups:
                named = ledger_views.claims_of(day, group.UID())
                claims = [each for each in named if each.moments]
                if claims:
                    yield WaitingThing(
                        kind=CLAIMS,
                        title=f"{group.title}: {day.title}",
                        url=f"{day.absolute_url()}/{OUR_PEOPLE}",
                        since=min(each.moments[-1][1] for each in claims),
                        action=ACTION,
                    )


claims_waiting = ClaimsWaiting()
