"""The addresses of books: ``/toolkit/2/download.pdf``, and below chapters and parts."""

from datetime import datetime
from datetime import UTC
from email.utils import format_datetime
from email.utils import parsedate_to_datetime
from gastvrij.toolkit.offers import offer_of
from gastvrij.toolkit.shelf import EPUB
from gastvrij.toolkit.shelf import MadeBook
from gastvrij.toolkit.shelf import PDF
from http import HTTPStatus
from plone.namedfile.utils import stream_data
from Products.Five.browser import BrowserView
from typing import Any
from zExceptions import NotFound


class Download(BrowserView):
    """Hands out a book that was made before; nothing is made while somebody waits.

    A browser asks each time whether its own is still the newest, and mostly gets
    nothing but that answer.
    """

    form: str

    def __call__(self) -> Any:
        """Return the file; raises ``NotFound`` where there is none for visitors."""
        offer = offer_of(self.context, self.form)
        if offer is None or offer.made is None:
            raise NotFound(self.__name__)
        book = offer.made
        self._tell(book)
        if self._has(book):
            self.request.response.setStatus(HTTPStatus.NOT_MODIFIED)
            return ""
        response = self.request.response
        response.setHeader("Content-Type", book.file.contentType)
        response.setHeader("Content-Length", str(book.file.getSize()))
        if self.request.method == "HEAD":
            return ""
        return stream_data(book.file)

    def HEAD(self) -> Any:
        """Return the headers alone."""
        return self()

    def _tell(self, book: MadeBook) -> None:
        tell = self.request.response.setHeader
        tell("ETag", etag_of(book))
        tell("Last-Modified", format_datetime(_second(book), usegmt=True))
        tell("Cache-Control", "public, no-cache")
        tell("Content-Disposition", f'attachment; filename="{book.file.filename}"')
        tell("X-Content-Type-Options", "nosniff")
        # who searches is led to the page, which says whether there is a newer edition
        tell("X-Robots-Tag", "noindex")
        tell("Link", f'<{self.context.absolute_url()}>; rel="canonical"')

    def _has(self, book: MadeBook) -> bool:
        """Tell whether who asks has this very book."""
        known = self.request.getHeader("If-None-Match")
        if known is not None:
            tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
            return bool(tags & {"*", etag_of(book)})
        since = _moment(self.request.getHeader("If-Modified-Since") or "")
        return since is not None and _second(book) <= since


class DownloadPdf(Download):
    """The book as PDF."""

    form = PDF


class DownloadEpub(Download):
    """The book as EPUB."""

    form = EPUB


def etag_of(book: MadeBook) -> str:
    """Return what tells a book from every other that was made for its address."""
    return f'"{book.stamp.contents[:16]}-{int(book.made.timestamp())}"'


def _second(book: MadeBook) -> datetime:
    return book.made.astimezone(UTC).replace(microsecond=0)


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
