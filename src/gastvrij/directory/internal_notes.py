"""What only the secretariat may read about a group or an application."""

from datetime import date
from gastvrij import _
from gastvrij.privacy.guard import Guarded
from gastvrij.values.field import rows_of
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer
from zope.interface import Interface


NOTES_ID = "notities"
SYSTEM = "cmf.ManagePortal"


class INote(Interface):
    """What somebody wrote down on a day, or what the system did."""

    on = schema.Date(title=_("label_note_date", default="Date"))
    author = schema.TextLine(
        title=_("label_note_author", default="Written by"),
        required=False,
        max_length=120,
    )
    text = schema.Text(
        title=_("label_note_text", default="Note"),
        max_length=4000,
    )


class IInternalNotes(model.Schema):
    """Notes of the secretariat: nobody else reads them, whom they are about included.

    ``notes`` and ``log`` only grow, oldest first; an author without name is the system.
    """

    directives.write_permission(notes=SYSTEM, log=SYSTEM)
    directives.omitted("notes", "decision_note", "log")

    notes = rows_of(
        INote,
        title=_("label_notes", default="Notes"),
        max_length=2000,
    )
    decision_note = schema.Text(
        title=_("label_decision_note", default="Internal note on the decision"),
        required=False,
        max_length=4000,
    )
    log = rows_of(
        INote,
        title=_("label_log", default="What happened"),
        max_length=5000,
    )


@implementer(IInternalNotes)
class InternalNotes(Guarded, Item):
    """The internal notes in one private file."""


def write_note(notes: InternalNotes, text: str, author: str | None, on: date) -> None:
    """Add what somebody of the secretariat wrote; earlier notes stay as they are."""
    notes.notes = [*(notes.notes or []), {"on": on, "author": author, "text": text}]
