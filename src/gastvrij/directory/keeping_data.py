"""What the keeping of profiles knows of a person: what they asked and changed.

And where the words of others, in a change or a request, name their address.
"""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.accounts.people import user_id_of
from gastvrij.directory.change_requests import forget_person as forget_requests
from gastvrij.directory.change_requests import requests_about
from gastvrij.directory.changes import changes_about
from gastvrij.directory.changes import forget_person as forget_changes
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.taken_out import holds
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from plone import api
from typing import Any
from zope.interface import implementer


CHANGED = _("data_profile_changed", default="Changes to a profile")
ASKED = _("data_change_asked", default="Changes that were asked for")


@implementer(IPersonalData)
class KeepingData:
    """Finds a person by the account behind an address, and by the address itself."""

    title = _("data_keeping", default="Profiles that somebody kept")

    def find(self, site: Any, email: str) -> list[Found]:
        """Return which groups somebody changed, or asked to change."""
        user_id = user_id_of(email)
        found = []
        for group in _groups():
            if changes_about(group, user_id, email):
                found.append(Found(CHANGED, group.title, group.absolute_url()))
            if requests_about(group, user_id, email):
                found.append(Found(ASKED, group.title, group.absolute_url()))
        return found

    def export(self, site: Any, email: str) -> list[dict[str, Any]]:
        """Return what was changed and asked."""
        user_id = user_id_of(email)
        return [
            entry for group in _groups() for entry in _entries(group, user_id, email)
        ]

    def erase(self, site: Any, email: str, now: datetime) -> int:
        """Take out who it was, what they wrote to the secretariat, and the address."""
        user_id = user_id_of(email)
        return sum(
            forget_changes(group, user_id, email)
            + forget_requests(group, user_id, email)
            for group in _groups()
        )


def _groups() -> Iterator[MemberOrganisation]:
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="MemberOrganisation"
    )
    for brain in brains:
        yield brain._unrestrictedGetObject()


def _entries(
    group: MemberOrganisation, user_id: str, email: str
) -> Iterator[dict[str, Any]]:
    for change in changes_about(group, user_id, email):
        texts = [*change.old.values(), *change.new.values()]
        yield {
            "group": group.title,
            "changed": change.when.isoformat(),
            "fields": list(change.new),
            "texts": [text for text in texts if holds(text, email)],
        }
    for request in requests_about(group, user_id, email):
        texts = [request.note, request.reason, *map(str, request.wanted.values())]
        yield {
            "group": group.title,
            "asked": request.asked.isoformat(),
            "fields": list(request.wanted),
            "note": request.note if request.who == user_id else "",
            "texts": [text for text in texts if holds(text, email)],
        }
