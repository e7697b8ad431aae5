"""The page on which a contact person keeps the profile of the own group."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.directory.editing import CONTACT_FIELDS
from gastvrij.directory.editing import mark_of
from gastvrij.directory.editing import marks_in
from gastvrij.directory.editing import Outdated
from gastvrij.directory.editing import save
from gastvrij.directory.editing import stamp_of
from gastvrij.directory.field_words import in_words
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.directory.profile_form import entries_of_profile
from gastvrij.directory.profile_form import SECTIONS
from gastvrij.values.boxes import Box
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import FormPage
from plone import api
from typing import ClassVar
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class DrawnSection:
    """A section of the form with its boxes."""

    id: str
    title: Message
    boxes: list[Box]


@dataclass(frozen=True)
class Moved:
    """A field that somebody else changed while the form was open.

    ``now`` tells what stands there; ``is_disputed`` whether the reader changed it too.
    """

    id: str
    label: Message
    now: str
    is_disputed: bool


class UpdatePage(FormPage):
    """``/update``: the fields that are the contact person's, and no others."""

    schema: ClassVar = IMemberOrganisation
    names: ClassVar[tuple[str, ...]] = CONTACT_FIELDS

    moved: tuple[Moved, ...] = ()

    def entries(self) -> Iterable[Entry]:
        """Return what a contact person is asked."""
        return entries_of_profile()

    @property
    def sections(self) -> list[DrawnSection]:
        """The parts of the form."""
        return [
            DrawnSection(part.id, part.title, [self.box(name) for name in part.names])
            for part in SECTIONS
        ]

    @property
    def stamp(self) -> str:
        """What tells later whether somebody else saved since this form was shown."""
        sent = one(self.request.form, "stamp")
        return sent if sent and not self.moved else stamp_of(self.context, self.names)

    @property
    def picture(self) -> str:
        """The picture that stands there, as an HTML element; empty without one."""
        if not self.context.image:
            return ""
        images = self.context.restrictedTraverse("@@images")
        return images.tag("image", scale="preview", alt=self.context.image_alt)

    def save(self) -> str:
        """Save, and lead to the preview; where somebody else did, tell what."""
        user = api.user.get_current().getId()
        try:
            changed = self.write(user, datetime.now(UTC))
        except Outdated as outdated:
            self.moved = tuple(map(self._moved, outdated.names))
            return ""
        api.portal.show_message(_said(changed), self.request)
        return f"{self.context.absolute_url()}/preview"

    def write(self, user: str, now: datetime) -> tuple[str, ...]:
        """Write the values; raises ``Outdated``."""
        return save(self.context, self.sheet.values, self.stamp, user, now)

    def _moved(self, name: str) -> Moved:
        """Tell what moved; a field that the reader left alone takes the new value."""
        value = getattr(self.context, name)
        shown = marks_in(one(self.request.form, "stamp")).get(name)
        is_disputed = mark_of(self.sheet.values[name]) not in (shown, mark_of(value))
        entry = self.sheet.entries[name]
        if not is_disputed:
            self.sheet.typed[name] = entry.shown(value)
        language = api.portal.get_current_language()
        now = in_words(name, value, language)
        return Moved(name, entry.label, now, is_disputed)


def _said(changed: Iterable[str]) -> Message:
    if changed:
        return _("message_profile_saved", default="Saved.")
    return _("message_profile_same", default="Nothing was changed.")
