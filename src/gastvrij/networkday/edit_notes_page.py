"""The page on which a coordinator reads, mends or writes the notes of an item."""

from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.due.waking import wake_after_commit
from gastvrij.links.headers import keep_to_yourself
from gastvrij.networkday.coordinator_page import IDayDeskPage
from gastvrij.networkday.notes_form_page import NotesFormPage
from gastvrij.networkday.programme_item import items_of
from gastvrij.networkday.report_records import plan_of
from gastvrij.networkday.reporting import can_report
from gastvrij.values.entries import one
from plone import api
from zExceptions import NotFound
from zope.interface import implementer


SAVED = _("message_notes_saved", default="The notes are saved.")
SAVED_AND_MADE = _(
    "message_notes_saved_made",
    default="The notes are saved. The book is made anew: in a few minutes it stands on"
    " the page of the day.",
)


@implementer(IDayDeskPage)
class EditNotesPage(NotesFormPage):
    """``/netwerkdagen/<id>/edit-notes?item=``: the notes of one item."""

    tab_title = _("heading_edit_notes", default="Notes")

    def __call__(self) -> str:
        """Show the form, or keep what was sent; raises ``NotFound`` without an item."""
        keep_to_yourself(self.request.response)
        self.site, self.now = api.portal.get(), datetime.now(UTC)
        self.who = api.user.get_current().getId()
        uid = one(self.request.form, "item")
        items = {each.UID(): each for each in items_of(self.context)}
        if uid not in items or not can_report(self.context, self.now):
            raise NotFound(uid)
        self.item = items[uid]
        return self.form()

    @property
    def here(self) -> str:
        """The address of the form; it holds the item."""
        return f"{self.context.absolute_url()}/edit-notes?item={self.item.UID()}"

    @property
    def done(self) -> str:
        """The page with all notes."""
        return f"{self.context.absolute_url()}/report-notes"

    @cached_property
    def is_published(self) -> bool:
        """Whether the book is out."""
        return plan_of(self.site, self.context.UID()).is_published

    @property
    def writers(self) -> str:
        """Who was asked for these notes."""
        return ", ".join(each.name for each in self.notes.reporters)

    def kept(self) -> None:
        """Say so, and have a book that is out made anew."""
        wake_after_commit()
        words = SAVED_AND_MADE if self.is_published else SAVED
        api.portal.show_message(words, self.request)
