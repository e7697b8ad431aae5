"""What contact persons asked, on the desk of the secretariat."""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.directory.change_requests import open_since
from gastvrij.directory.contacts import MANAGE
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from gastvrij.due.may import may
from gastvrij.places.municipalities import municipality
from plone import api
from typing import Any
from zope.interface import implementer


KIND = "directory.change_requests"


@implementer(IWaitingThings)
class RequestsWaiting:
    """One thing for each group that asked for a change."""

    kinds = {  # noqa: RUF012, an attribute of the interface
        KIND: _("waiting_change_requests", default="Changes that groups ask for")
    }

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterator[WaitingThing]:
        """Return them for who keeps the groups; wakes no group."""
        since = open_since(site) if may(site, MANAGE, roles) else {}
        if not since:
            return
        brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
            UID=list(since)
        )
        for brain in brains:
            yield WaitingThing(
                kind=KIND,
                title=brain.Title,
                url=f"{brain.getURL()}/change-requests",
                since=since[brain.UID],
                action=_("action_look_at_change", default="Look at the change"),
                place=municipality(brain.municipality).name_nl,
            )
