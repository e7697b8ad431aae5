"""The internal notes on a group, for the secretariat."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Iterable
from datetime import datetime
from gastvrij import _
from gastvrij.accounts.people import name_of
from gastvrij.directory.contacts import file_of
from gastvrij.directory.internal_notes import INote
from gastvrij.directory.internal_notes import InternalNotes
from gastvrij.directory.internal_notes import NOTES_ID
from gastvrij.directory.internal_notes import write_note
from gastvrij.directory.people_forms import PeopleForm
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import day_in_words
from gastvrij.values.entries import Area
from gastvrij.values.entries import Entry
from plone import api
from Products.Five.browser import BrowserView
from types import SimpleNamespace
from typing import Any
from typing import ClassVar
from zope.schema import getFields


class NotesPage(PeopleForm):
    """``/groepen/<id>/notes``: what the secretariat wrote down; one can add to it."""

    schema: ClassVar = INote
    heading = _("heading_notes", default="Internal notes")
    lead = _(
        "lead_notes",
        default="Only the secretariat reads this. What was written stays.",
    )
    button = _("button_add_note", default="Add the note")
    done = _("message_note_added", default="Added.")

    @property
    def notes(self) -> InternalNotes:
        """The notes on the group."""
        return file_of(self.context)[NOTES_ID]

    @property
    def written(self) -> list[dict[str, Any]]:
        """The notes and what the system noted, the newest first."""
        language = api.portal.get_current_language()
        rows = [*(self.notes.log or []), *(self.notes.notes or [])]
        rows.sort(key=lambda row: row["on"])
        return [
            row | {"day": day_in_words(row["on"], language)} for row in reversed(rows)
        ]

    @property
    def back_url(self) -> str:
        """Where the form leads when it is sent: to the notes themselves."""
        return f"{self.context.absolute_url()}/notes"

    @property
    def content(self) -> Any:
        """Nothing is filled in yet."""
        return SimpleNamespace(text=None)

    def entries(self) -> Iterable[Entry]:
        """Return the note."""
        note = _(
            "help_no_personal_notes",
            default="Write nothing about the residence, health or family of people who"
            " look for help.",
        )
        return [Area(getFields(INote)["text"], note=note, rows=5)]

    def keep(self, values: dict[str, Any], now: datetime) -> None:
        """Write the note down."""
        author = name_of(api.user.get_current().getId()) or None
        day = now.astimezone(BELGIUM).date()
        write_note(self.notes, values["text"], author, day)


class NotesElsewhere(BrowserView):
    """The notes at their own address: they are read on a page of the group."""

    def __call__(self) -> str:
        """Lead there."""
        group = aq_parent(aq_parent(aq_inner(self.context)))
        self.request.response.redirect(f"{group.absolute_url()}/notes")
        return ""
