"""What the record of changes knows of an editor: which changes were theirs."""

from datetime import date
from datetime import datetime
from gastvrij import _
from gastvrij.accounts.people import user_id_of
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.spelling.dates import BELGIUM
from gastvrij.toolkit.change_record import Change
from gastvrij.toolkit.change_record import forget_who
from gastvrij.toolkit.change_record import recorded
from gastvrij.toolkit.library import library_of
from typing import Any
from zope.interface import implementer


@implementer(IPersonalData)
class ChangesData:
    """Finds an editor by the account behind an address."""

    title = _("data_toolkit_changes", default="Changes in the toolkit")

    def find(self, site: Any, email: str) -> list[Found]:
        """Return the changes that somebody made, by their day."""
        kind = _("data_toolkit_change", default="Change in the toolkit")
        library = library_of(site)
        url = f"{library.absolute_url()}/changes" if library is not None else ""
        return [
            Found(kind, each.note or _day(each).isoformat(), url)
            for each in _changes_by(site, email)
        ]

    def export(self, site: Any, email: str) -> list[dict[str, Any]]:
        """Return what was changed when."""
        return [
            {"part": each.thing, "when": each.when.isoformat(), "note": each.note}
            for each in _changes_by(site, email)
        ]

    def erase(self, site: Any, email: str, now: datetime) -> int:
        """Forget that it was this person; what changed for readers stays."""
        user_id, library = user_id_of(email), library_of(site)
        if not user_id or library is None:
            return 0
        return forget_who(library, user_id)


def _day(change: Change) -> date:
    return change.when.astimezone(BELGIUM).date()


def _changes_by(site: Any, email: str) -> list[Change]:
    user_id, library = user_id_of(email), library_of(site)
    if not user_id or library is None:
        return []
    return [each for each in recorded(library) if each.who == user_id]
