"""A form about the fields of a group, which tells the second of two people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.accounts.people import name_of
from gastvrij.directory.changes import last_change_of
from gastvrij.directory.editing import mark_of
from gastvrij.directory.editing import marks_in
from gastvrij.directory.editing import Outdated
from gastvrij.directory.editing import stamp_of
from gastvrij.directory.field_words import in_words
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.directory.profile_form import Section
from gastvrij.interfaces import ITitledPage
from gastvrij.values.boxes import Box
from gastvrij.values.entries import one
from gastvrij.values.form_page import FormPage
from plone import api
from typing import ClassVar
from zope.i18nmessageid import Message
from zope.interface import implementer


SAVED = _("message_profile_saved", default="Saved.")
SAME = _("message_profile_same", default="Nothing was changed.")


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


@implementer(ITitledPage)
class SectionedPage(FormPage):
    """A form in sections, drawn by ``templates/form.pt``.

    ``name`` is that of the page; ``button`` is what is done by sending.
    """

    name: ClassVar[str]
    heading: ClassVar[Message]
    lead: ClassVar[Message]
    button: ClassVar[Message] = _("button_save", default="Save")
    parts: ClassVar[tuple[Section, ...]]

    moved: tuple[Moved, ...] = ()
    moved_by: Message | None = None

    @property
    def tab_title(self) -> Message:
        """What the browser's tab says."""
        return self.heading

    @property
    def stamp(self) -> str:
        """What comes back with the form; empty where nothing has to."""
        return ""

    @property
    def sections(self) -> list[DrawnSection]:
        """The parts of the form."""
        return [
            DrawnSection(part.id, part.title, [self.box(name) for name in part.names])
            for part in self.parts
        ]

    @property
    def has_jumps(self) -> bool:
        """Whether the form is so long that one wants to jump."""
        return len(self.parts) > 1

    @property
    def picture(self) -> str:
        """The picture that stands there, as an HTML element; empty without one."""
        return ""


class GroupForm(SectionedPage):
    """Changes a group; a page says how to ``write`` the values."""

    schema: ClassVar = IMemberOrganisation

    @property
    def stamp(self) -> str:
        """What tells later whether somebody else saved since this form was shown."""
        sent = one(self.request.form, "stamp")
        is_told = bool(self.moved)
        return sent if sent and not is_told else stamp_of(self.context, self._names)

    @property
    def picture(self) -> str:
        """The picture that stands there, as an HTML element; empty without one."""
        if not self.context.image:
            return ""
        images = self.context.restrictedTraverse("@@images")
        return images.tag("image", scale="preview", alt=self.context.image_alt)

    def save(self) -> str:
        """Save, and lead on; where somebody else saved, tell what."""
        user = api.user.get_current().getId()
        try:
            changed = self.write(user, datetime.now(UTC))
        except Outdated as outdated:
            self._tell(outdated.names)
            return ""
        api.portal.show_message(SAVED if changed else SAME, self.request)
        return self.next_url

    def write(self, user: str, now: datetime) -> Iterable[str]:
        """Write the values; return what changed; raises ``Outdated``."""
        raise NotImplementedError

    @property
    def next_url(self) -> str:
        """Where to go when the values are saved."""
        return self.context.absolute_url()

    @property
    def _names(self) -> list[str]:
        return [name for part in self.parts for name in part.names]

    def _tell(self, names: tuple[str, ...]) -> None:
        self.moved = tuple(map(self._moved, names))
        change = last_change_of(self.context, names)
        name = name_of(change.who) if change and change.who else ""
        if name:
            self.moved_by = _(
                "text_moved_by", default="It was ${name}.", mapping={"name": name}
            )

    def _moved(self, name: str) -> Moved:
        """Tell what moved; a field that the reader left alone takes the new value."""
        value = getattr(self.context, name)
        shown = marks_in(one(self.request.form, "stamp")).get(name)
        is_disputed = mark_of(self.sheet.values[name]) not in (shown, mark_of(value))
        entry = self.sheet.entries[name]
        if not is_disputed:
            self.sheet.typed[name] = entry.shown(value)
        language = api.portal.get_current_language()
        return Moved(name, entry.label, in_words(name, value, language), is_disputed)
