"""The page on which a contact person keeps the profile of the own group."""

from collections.abc import Iterable
from datetime import datetime
from gastvrij import _
from gastvrij.directory.editing import save
from gastvrij.directory.group_form import GroupForm
from gastvrij.directory.profile_form import entries_of_profile
from gastvrij.directory.profile_form import SECTIONS
from gastvrij.values.entries import Entry
from typing import ClassVar


class UpdatePage(GroupForm):
    """``/update``: the fields that are the contact person's, and no others."""

    name: ClassVar = "update"
    heading: ClassVar = _("heading_update_profile", default="Update the profile")
    lead: ClassVar = _(
        "lead_update_profile",
        default="Everyone can read what stands here. Change what is no longer right,"
        " and save. Most of it may stay empty.",
    )
    parts: ClassVar = SECTIONS

    def entries(self) -> Iterable[Entry]:
        """Return what a contact person is asked."""
        return entries_of_profile()

    def write(self, user: str, now: datetime) -> tuple[str, ...]:
        """Write the values; raises ``Outdated``."""
        return save(self.context, self.sheet.values, self.stamp, user, now)

    @property
    def next_url(self) -> str:
        """Where it is shown as a visitor sees it."""
        return f"{self.context.absolute_url()}/preview"
