"""What the keeping of profiles knows of a person: what they asked and changed."""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.accounts.people import user_for
from gastvrij.directory.change_requests import forget_person as forget_requests
from gastvrij.directory.change_requests import requests_of
from gastvrij.directory.changes import changes_of
from gastvrij.directory.changes import forget_person as forget_changes
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from plone import api
from typing import Any
from zope.interface import implementer


CHANGED = _("data_profile_changed", default="Changes to a profile")
ASKED = _("data_change_asked", default="Changes that were asked for")


@implementer(IPersonalData)
class KeepingData:
    """Finds a person by the account behind an address."""

    title = _("data_keeping", default="Profiles that somebody kept")

    def find(self, site: Any, email: str) -> list[Found]:
        """Return which groups somebody changed, or asked to change."""
        user_id = _user_id(email)
        found = []
        for group in _groups(user_id):
            if any(change.who == user_id for change in changes_of(group)):
                found.append(Found(CHANGED, group.title, group.absolute_url()))
            if any(request.who == user_id for request in requests_of(group)):
                found.append(Found(ASKED, group.title, group.absolute_url()))
        return found

    def export(self, site: Any, email: str) -> list[dict[str, Any]]:
        """Return what was changed and asked."""
        user_id = _user_id(email)
        return [
            entry for group in _groups(user_id) for entry in _entries(group, user_id)
        ]

    def erase(self, site: Any, email: str, now: datetime) -> int:
        """Take out who it was, and what they wrote to the secretariat."""
        user_id = _user_id(email)
        return sum(
            forget_changes(group, user_id) + forget_requests(group, user_id)
            for group in _groups(user_id)
        )


def _user_id(email: str) -> str:
    user = user_for(email)
    return user.getId() if user else ""


def _groups(user_id: str) -> Iterator[MemberOrganisation]:
    if not user_id:
        return
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="MemberOrganisation"
    )
    for brain in brains:
        yield brain._unrestrictedGetObject()


def _entries(group: MemberOrganisation, user_id: str) -> Iterator[dict[str, Any]]:
    for change in changes_of(group):
        if change.who == user_id:
            when = change.when.isoformat()
            yield {"group": group.title, "changed": when, "fields": list(change.new)}
    for request in requests_of(group):
        if request.who == user_id:
            yield {
                "group": group.title,
                "asked": request.asked.isoformat(),
                "fields": list(request.wanted),
                "note": request.note,
            }
