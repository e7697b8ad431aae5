"""The page on which a coordinator asks for the notes of a day."""

from collections.abc import Iterable
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.links.headers import keep_to_yourself
from gastvrij.networkday.coordinator_page import IDayDeskPage
from gastvrij.networkday.programme import Slot
from gastvrij.networkday.programme_item import items_of
from gastvrij.networkday.programme_item import ProgrammeItem
from gastvrij.networkday.report_ask_form import ask_entries
from gastvrij.networkday.report_ask_form import IAskedReporter
from gastvrij.networkday.report_asking import ask
from gastvrij.networkday.report_asking import ask_again
from gastvrij.networkday.report_asking import ask_speakers
from gastvrij.networkday.report_records import notes_of
from gastvrij.networkday.report_records import plan_of
from gastvrij.networkday.report_rows import item_row
from gastvrij.networkday.report_rows import ItemRow
from gastvrij.networkday.report_turn import Turn
from gastvrij.networkday.report_turn import turn_of
from gastvrij.networkday.reporting import slots_of
from gastvrij.networkday.reporting import take_out
from gastvrij.values.boxes import Box
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import FormPage
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.form_page import LATE
from gastvrij.values.mail_address import mail_address
from gastvrij.values.refusal import Refused
from plone import api
from types import SimpleNamespace
from typing import Any
from typing import ClassVar
from zope.interface import implementer


DONE = {
    "all": _("message_report_asked", default="The letters are on their way."),
    "again": _("message_speaker_again", default="The letter is on its way again."),
    "out": _("message_reporter_out", default="Taken out. The link no longer works."),
}
ITEM = _("error_speaker_item", default="Choose an item.")
SENT = _("message_reporter_asked", default="The letter is on its way.")


@implementer(IDayDeskPage)
class ReportNotesPage(FormPage):
    """``/netwerkdagen/<id>/report-notes``: which notes are in, and who is asked."""

    schema: ClassVar = IAskedReporter
    tab_title = _("heading_report_notes", default="Report book")

    def __call__(self) -> str:
        """Show how it stands, or do what a button asks."""
        keep_to_yourself(self.request.response)
        self.site, self.now = api.portal.get(), datetime.now(UTC)
        self.me = api.user.get_current().getId()
        action = one(self.request.form, "action")
        if self.request.method != "POST" or action not in DONE:
            return super().__call__()
        if not is_sent_from_here(self.context, self.request):
            api.portal.show_message(LATE, self.request, type="warning")
        elif self._act(action):
            api.portal.show_message(DONE[action], self.request)
        self.request.response.redirect(self.here, status=303)
        return ""

    @property
    def here(self) -> str:
        """The address of this page."""
        return f"{self.context.absolute_url()}/report-notes"

    @cached_property
    def slots(self) -> list[Slot]:
        """The items of which there can be notes."""
        return slots_of(self.context)

    @cached_property
    def rows(self) -> list[ItemRow]:
        """The items, with how it stands with their notes."""
        language = api.portal.get_current_language()
        return [item_row(self.site, slot, language) for slot in self.slots]

    @property
    def turn(self) -> Turn:
        """Whose turn it is."""
        return turn_of(self.site, self.context, self.now)

    @property
    def is_published(self) -> bool:
        """Whether nobody is asked any more."""
        return plan_of(self.site, self.context.UID()).is_published

    @property
    def can_ask(self) -> bool:
        """Whether people can be asked now."""
        return self.turn.can_ask and not self.is_published

    @property
    def has_speakers(self) -> bool:
        """Whether there are speakers to ask with one button."""
        return self.can_ask and any(row.to_ask for row in self.rows)

    @property
    def has_notes(self) -> bool:
        """Whether there is something to put into a book."""
        return any(row.is_in for row in self.rows)

    @property
    def content(self) -> Any:
        """Nobody is filled in yet; an item may be, by a link."""
        at = one(self.request.form, "at")
        return SimpleNamespace(slots=self.slots, item=at, name=None, email=None)

    def entries(self) -> Iterable[Entry]:
        """Return what is asked."""
        return ask_entries()

    @property
    def boxes(self) -> list[Box]:
        """The boxes of the form."""
        return [self.box(name) for name in self.sheet.entries]

    def save(self) -> str:
        """Ask somebody; a refusal stands next to its field."""
        values = self.sheet.values
        item = self._items.get(values["item"])
        try:
            if item is None or not self.can_ask:
                raise Refused(ITEM, "item")
            email = mail_address(values["email"])
            ask(self.site, item, values["name"], email, self.me, self.now)
        except Refused as refused:
            self.sheet.sentences[refused.name or "email"] = refused.doc()
            return ""
        api.portal.show_message(SENT, self.request)
        return self.here

    def _act(self, action: str) -> bool:
        form, items = self.request.form, self._items
        if action == "all":
            only = items.get(one(form, "item"))
            those = [only] if only is not None else list(items.values())
            open_ones = [i for i in those if not notes_of(self.site, i.UID()).is_in]
            return self.can_ask and bool(
                ask_speakers(self.site, open_ones, self.me, self.now)
            )
        item = items.get(one(form, "item"))
        notes = notes_of(self.site, item.UID()) if item is not None else None
        reporter = notes.reporter(one(form, "reporter")) if notes else None
        if item is None or notes is None or reporter is None:
            return False
        if action == "out":
            take_out(self.site, notes, reporter)
        elif self.can_ask and not notes.is_in:
            ask_again(self.site, item, reporter, self.now)
        return True

    @cached_property
    def _items(self) -> dict[str, ProgrammeItem]:
        uids = {slot.uid for slot in self.slots}
        found = {item.UID(): item for item in items_of(self.context)}
        return {uid: item for uid, item in found.items() if uid in uids}
