"""The page that a link in a letter leads to: somebody writes the notes of an item."""

from dataclasses import replace
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.ledger import LinkRefused
from gastvrij.links.ledger import look
from gastvrij.networkday import cards
from gastvrij.networkday.notes_form_page import NotesFormPage
from gastvrij.networkday.notes_pictures import source_of
from gastvrij.networkday.report_letters import asker_of
from gastvrij.networkday.report_letters import PAGE
from gastvrij.networkday.report_records import item_of
from gastvrij.networkday.report_records import notes_of
from gastvrij.networkday.report_records import plan_of
from gastvrij.networkday.report_records import Reporter
from gastvrij.networkday.reporting import keep_reporter
from gastvrij.networkday.reporting import PURPOSE
from gastvrij.networkday.summary import summary_of_day
from gastvrij.values.entries import one
from gastvrij.values.mail_address import same_address
from plone import api
from typing import Any
from urllib.parse import urlencode
from zope.interface import implementer


GONE = 410


@implementer(ITitledPage)
class ReportLinkPage(NotesFormPage):
    """``/netwerkdagen/report-notes?token=``: GET shows the notes, POST keeps them.

    It can be opened again and changed until the book is published.
    """

    tab_title = _("heading_notes_form", default="Notes for the report book")

    reporter: Reporter | None = None

    def __call__(self) -> str:
        """Show the form, or keep what was sent; tell when the link is dead."""
        keep_to_yourself(self.request.response)
        self.site, self.now = api.portal.get(), datetime.now(UTC)
        self.token = one(self.request.form, "token")
        self._look()
        if self.reporter is None:
            self.request.response.setStatus(GONE)
            return self.index()
        if self.is_published:
            return self.index()
        self.who, self.shown = self.reporter.id, self.reporter.shown
        return self.form()

    def _look(self) -> None:
        try:
            link = look(self.site, self.token, PURPOSE, self.now)
        except LinkRefused:
            return
        notes = notes_of(self.site, link.thing)
        item = item_of(notes)
        those = [r for r in notes.reporters if same_address(r.email, link.person)]
        if item is not None and those:
            self.item, self.reporter = item, those[0]

    @property
    def here(self) -> str:
        """The address of the form; who sends it sends the token along."""
        return f"{self.context.absolute_url()}/{PAGE}"

    @property
    def done(self) -> str:
        """The same page, saying that all is kept."""
        query = urlencode({"token": self.token, "saved": "yes"})
        return f"{self.here}?{query}"

    @property
    def is_saved(self) -> bool:
        """Whether the notes were kept just now."""
        is_shown = self.request.method != "POST"
        return is_shown and one(self.request.form, "saved") == "yes" and self.is_in

    @property
    def is_in(self) -> bool:
        """Whether there are notes."""
        return self.notes.is_in

    @property
    def is_published(self) -> bool:
        """Whether the notes are closed."""
        return plan_of(self.site, self.day.UID()).is_published

    @property
    def asker(self) -> str:
        """Who asks."""
        return asker_of(self.reporter) if self.reporter else ""

    @property
    def day_card(self) -> dict[str, Any]:
        """The day in short."""
        language = api.portal.get_current_language()
        return cards.day_card(summary_of_day(self.day, self.now), language)

    @property
    def sources(self) -> list[dict[str, str]]:
        """The pictures, where nothing can be changed any more."""
        return [
            {"src": source_of(each), "alt": each.alt} for each in self.notes.pictures
        ]

    def kept(self) -> None:
        """Keep the name that the book may tell, or that it may tell none."""
        notes = self.notes
        reporter = notes.reporter(self.who)
        if reporter is not None:
            shown = self.sheet.values["shown"] or ""
            keep_reporter(self.site, notes, replace(reporter, shown=shown))
