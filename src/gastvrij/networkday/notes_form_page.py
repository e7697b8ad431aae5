"""The form for the notes of an item: the same for a reporter and for a coordinator."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from gastvrij import _
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.links.once import token_of
from gastvrij.networkday import notes_form
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.notes_pictures import KeptPictureRow
from gastvrij.networkday.notes_pictures import NewPictureRow
from gastvrij.networkday.notes_pictures import source_of
from gastvrij.networkday.programme_item import ProgrammeItem
from gastvrij.networkday.report_records import NotePicture
from gastvrij.networkday.report_records import Notes
from gastvrij.networkday.report_records import notes_of
from gastvrij.networkday.reporting import note_picture
from gastvrij.networkday.reporting import write
from gastvrij.values.boxes import Box
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import FormPage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from typing import ClassVar


ALT = _("error_picture_alt", default="Tell what can be seen, in one sentence.")
AGREED = _(
    "error_picture_agreed",
    default="Ask them first. Without the consent of everybody in it we print no"
    " picture.",
)
NOTHING = _("error_notes_empty", default="Write at least one insight or one tip.")


class NotesFormPage(FormPage):
    """The form; who shows it says which ``item``, and ``who`` fills it in."""

    schema: ClassVar = notes_form.IReportNotes
    form_parts = ViewPageTemplateFile("templates/notes_form.pt")

    site: Any
    now: datetime
    item: ProgrammeItem
    who: str
    # of who may say under which name the book tells of them
    shown: str | None = None
    is_overtaken = False

    @property
    def here(self) -> str:
        """The address of this page, where the form is."""
        raise NotImplementedError

    @property
    def done(self) -> str:
        """Where to go when the notes are kept."""
        raise NotImplementedError

    def form(self) -> str:
        """Show the form, or keep what was sent; pressed twice it is kept once."""
        self.once = token_of(self.request, "once")
        if self.request.method == "POST" and receipt_of(self.site, self.once):
            self.request.response.redirect(self.done, status=303)
            return ""
        return super().__call__()

    @property
    def form_macros(self) -> Any:
        """What draws the form."""
        return self.form_parts.macros

    @property
    def notes(self) -> Notes:
        """The notes as they are kept."""
        return notes_of(self.site, self.item.UID())

    @property
    def day(self) -> NetworkDay:
        """The day to which the item belongs."""
        return self.item.aq_parent

    @property
    def stamp(self) -> str:
        """What shows whether somebody else changed the notes meanwhile."""
        return self.notes.stamp

    @property
    def content(self) -> Any:
        """What stands there."""
        return notes_form.content_of(self.notes, self.shown or "")

    def entries(self) -> Iterable[Entry]:
        """Return what is asked."""
        name = [notes_form.name_entry()] if self.shown is not None else []
        texts = notes_form.text_entries()
        return [*texts, *notes_form.picture_entries(self.notes), *name]

    @property
    def text_boxes(self) -> dict[str, list[Box]]:
        """The boxes for words, by what they ask for."""
        names = [entry.name for entry in notes_form.text_entries()]
        return {
            kind: [self.box(name) for name in names if name.startswith(kind)]
            for kind in ("insight", "tip", "signal")
        }

    @property
    def kept_pictures(self) -> list[KeptPictureRow]:
        """The pictures that are there."""
        return [
            KeptPictureRow(
                source_of(each), self.box(f"alt-{each.id}"), self.box(f"goes-{each.id}")
            )
            for each in self.notes.pictures
        ]

    @property
    def new_pictures(self) -> list[NewPictureRow]:
        """The places for pictures to add."""
        return [
            NewPictureRow(
                number,
                self.box(f"picture-{number}"),
                self.box(f"new-alt-{number}"),
                self.box(f"agreed-{number}"),
            )
            for number in notes_form.new_numbers(self.notes)
        ]

    @property
    def name_box(self) -> Box | None:
        """The box for the name in the book, for who may be named."""
        return self.box("shown") if self.shown is not None else None

    # a form of ours shows the pictures that are there by itself
    picture = ""

    def save(self) -> str:
        """Keep the notes; what does not fit together stands next to its box."""
        notes, values = self.notes, self.sheet.values
        written = notes_form.written_in(values)
        if not (written.insights or written.tips or written.signal):
            self.sheet.sentences["insight-1"] = NOTHING
        self._check_pictures(notes)
        self.is_overtaken = one(self.request.form, "stamp") != notes.stamp
        if self.is_overtaken or not self.sheet.is_right:
            return ""
        pictures = [*self._those_that_stay(notes), *self._new(notes)]
        write(self.site, notes, written, pictures, self.who, self.now)
        self.kept()
        remember(self.site, self.once, notes.item, self.now)
        return self.done

    def kept(self) -> None:
        """Do what else belongs to keeping the notes."""

    def _check_pictures(self, notes: Notes) -> None:
        values, sentences = self.sheet.values, self.sheet.sentences
        for number in notes_form.new_numbers(notes):
            if values[f"picture-{number}"] is None:
                continue
            if not values[f"new-alt-{number}"]:
                sentences[f"new-alt-{number}"] = ALT
            if not values[f"agreed-{number}"]:
                sentences[f"agreed-{number}"] = AGREED
        for each in notes.pictures:
            if not values[f"goes-{each.id}"] and not values[f"alt-{each.id}"]:
                sentences[f"alt-{each.id}"] = ALT

    def _those_that_stay(self, notes: Notes) -> list[NotePicture]:
        values = self.sheet.values
        return [
            replace(each, alt=values[f"alt-{each.id}"])
            for each in notes.pictures
            if not values[f"goes-{each.id}"]
        ]

    def _new(self, notes: Notes) -> list[NotePicture]:
        values = self.sheet.values
        sent = [
            (values[f"picture-{number}"], values[f"new-alt-{number}"])
            for number in notes_form.new_numbers(notes)
        ]
        return [note_picture(picture, alt) for picture, alt in sent if picture]
