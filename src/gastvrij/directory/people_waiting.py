"""Groups that need a contact person, for the secretariat's tasks."""

from collections.abc import Iterable
from datetime import date
from datetime import datetime
from datetime import time
from gastvrij import _
from gastvrij.directory.contact_state import contact_state
from gastvrij.directory.contact_state import GOING
from gastvrij.directory.contact_state import leaving_of
from gastvrij.directory.contact_state import MISSING
from gastvrij.directory.contacts import all_contacts_of
from gastvrij.directory.contacts import CONTACT
from gastvrij.directory.contacts import MANAGE
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from gastvrij.due.may import may
from gastvrij.places.municipalities import municipality
from gastvrij.spelling.dates import BELGIUM
from plone import api
from typing import Any
from zope.interface import implementer


WITHOUT = "directory.people.missing"
LEAVING = "directory.people.leaving"
KIND = {MISSING: WITHOUT, GOING: LEAVING}
KINDS = {
    WITHOUT: _("waiting_without_contact", default="Groups without a contact person"),
    LEAVING: _("waiting_leaving", default="Contact persons who want to stop"),
}
ACTION = {
    WITHOUT: _("waiting_name_contact", default="Name a contact person"),
    LEAVING: _("waiting_find_successor", default="Look for a successor"),
}


@implementer(IWaitingThings)
class PeopleWaiting:
    """Active groups that nobody speaks for, or soon nobody."""

    kinds = KINDS

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable[WaitingThing]:
        """Return the groups, for the secretariat; wakes those groups and no others."""
        if not may(site, MANAGE, roles):
            return
        files = site.portal_catalog.unrestrictedSearchResults(
            portal_type="MemberFile", contact_state=list(KIND)
        )
        for brain in files:
            group = brain._unrestrictedGetObject().aq_parent
            if api.content.get_state(group) == "active":
                yield _thing(group, contact_state(group))


def _thing(group: MemberOrganisation, state: str) -> WaitingThing:
    kind = KIND[state]
    return WaitingThing(
        kind=kind,
        title=group.title,
        url=f"{group.absolute_url()}/people",
        since=_since(group),
        action=ACTION[kind],
        place=municipality(group.municipality).name_nl,
    )


def _since(group: MemberOrganisation) -> datetime:
    """Return since when: that somebody told so, that the last one stopped, or ever."""
    leaving = leaving_of(group)
    if leaving:
        return leaving.told_on
    ended = [c.until for c in all_contacts_of(group) if c.role == CONTACT and c.until]
    return _morning(max(ended)) if ended else group.created().asdatetime()


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), BELGIUM)
