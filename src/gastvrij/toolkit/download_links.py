"""What a page tells of the books that can be taken along."""

from dataclasses import dataclass
from functools import cached_property
from gastvrij import _
from gastvrij.paper.pdf import can_make_pdf
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import day_in_words
from gastvrij.spelling.dates import moment_in_words
from gastvrij.spelling.sizes import size_in_words
from gastvrij.toolkit.contents import current_edition
from gastvrij.toolkit.library import IToolkitLibrary
from gastvrij.toolkit.offers import Offer
from gastvrij.toolkit.offers import offer_of
from gastvrij.toolkit.shelf import EPUB
from gastvrij.toolkit.shelf import PDF
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from zope.i18nmessageid import Message


LABELS = {
    PDF: _("download_pdf", default="Download as PDF"),
    EPUB: _("download_epub", default="Download as e-book"),
}


@dataclass(frozen=True)
class BookLink:
    """A book that can be downloaded: what it is, its address, size and day."""

    label: Message
    url: str
    form: str
    size: str
    day: str


class DownloadLinks(BrowserView):
    """The links on the pages of library, edition, chapter and part."""

    @cached_property
    def language(self) -> str:
        """The language in which days and sizes are written."""
        return api.portal.get_current_language()

    @cached_property
    def content(self) -> Any:
        """Of what there may be a book; on the library it is the edition in force."""
        if not IToolkitLibrary.providedBy(self.context):
            return self.context
        current = current_edition(self.context)
        return self.context[current.id] if current else None

    @cached_property
    def offers(self) -> dict[str, Offer]:
        """What there is or comes, by its form; nothing where visitors see nothing."""
        if self.content is None:
            return {}
        found = {form: offer_of(self.content, form) for form in LABELS}
        return {form: offer for form, offer in found.items() if offer is not None}

    @property
    def has_offers(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.offers)

    @property
    def links(self) -> list[BookLink]:
        """The books that can be downloaded now."""
        return [
            self._link(form, offer.made)
            for form, offer in self.offers.items()
            if offer.made is not None
        ]

    @property
    def older_than(self) -> str:
        """The moment of the oldest book that is being made anew, in words."""
        made = [o.made.made for o in self.offers.values() if o.made and not o.is_fresh]
        return moment_in_words(min(made), self.language) if made else ""

    @property
    def is_coming(self) -> bool:
        """Whether a PDF is being made, and there is none yet."""
        return self._lacks_pdf and can_make_pdf()

    @property
    def is_impossible(self) -> bool:
        """Whether this site has no PDF and makes none."""
        return self._lacks_pdf and not can_make_pdf()

    @property
    def _lacks_pdf(self) -> bool:
        pdf = self.offers.get(PDF)
        return pdf is not None and pdf.made is None

    def _link(self, form: str, book: Any) -> BookLink:
        day = book.made.astimezone(BELGIUM).date()
        return BookLink(
            label=LABELS[form],
            url=f"{self.content.absolute_url()}/download.{form}",
            form=form,
            size=size_in_words(book.file.getSize(), self.language),
            day=day_in_words(day, self.language) or "",
        )
