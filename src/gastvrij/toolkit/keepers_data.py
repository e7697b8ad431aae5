"""What the toolkit knows of an editor: what they checked and are responsible for."""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.accounts.people import user_id_of
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.toolkit.flags import flags_that_name
from gastvrij.toolkit.flags import take_out
from gastvrij.toolkit.keepers import forget_keeper
from gastvrij.toolkit.keepers import keepers_of
from gastvrij.toolkit.library import library_of
from plone import api
from typing import Any
from zope.interface import implementer


@implementer(IPersonalData)
class KeepersData:
    """Finds an editor by the account behind an address."""

    title = _("data_toolkit_keepers", default="Parts of the toolkit that are kept")

    def find(self, site: Any, email: str) -> list[Found]:
        """Return the parts and addenda that somebody checked or is responsible for."""
        kind = _("data_toolkit_kept", default="Checks of the toolkit")
        found = [
            Found(kind, brain.Title, brain.getURL())
            for brain, _kept in _kept_by(site, email)
        ]
        named = _("data_toolkit_flags", default="What readers doubt")
        library = library_of(site)
        url = f"{library.absolute_url()}/ten-minutes" if library is not None else ""
        flags = flags_that_name(site, email)
        return found + [Found(named, flag.title or flag.line, url) for flag in flags]

    def export(self, site: Any, email: str) -> list[dict[str, Any]]:
        """Return which those are, and what the person is to each."""
        user_id = user_id_of(email)
        return [
            {
                "part": brain.getURL(),
                "checked_on": kept.checked_on and kept.checked_on.isoformat(),
                "checked": kept.checked_by == user_id,
                "responsible": kept.responsible == user_id,
            }
            for brain, kept in _kept_by(site, email)
        ] + [{"doubt": flag.line} for flag in flags_that_name(site, email)]

    def erase(self, site: Any, email: str, now: datetime) -> int:
        """Forget that it was this person."""
        return forget_keeper(site, user_id_of(email)) + take_out(site, email)


def _kept_by(site: Any, email: str) -> Iterator[tuple[Any, Any]]:
    user_id, library = user_id_of(email), library_of(site)
    if not user_id or library is None:
        return
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        path="/".join(library.getPhysicalPath()),
        portal_type=["ToolkitSection", "ToolkitAddendum"],
    )
    for brain in brains:
        kept = keepers_of(site, brain.lineage or brain.UID)
        if user_id in (kept.checked_by, kept.responsible):
            yield brain, kept
