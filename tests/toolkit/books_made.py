"""Books as the due task makes them, and what is in them."""

from contextlib import contextmanager
from datetime import datetime
from datetime import UTC
from gastvrij.due.on_behalf import on_behalf_of
from gastvrij.toolkit import bookmaking
from gastvrij.toolkit.book_html import page_of
from gastvrij.toolkit.bookmaking import make_what_changed
from gastvrij.toolkit.shelf import shelf_of
from io import BytesIO
from pypdf import PdfReader
from zipfile import ZipFile

import pytest


NOW = datetime(2026, 11, 5, 17, 5, tzinfo=UTC)


@contextmanager
def made_by(**makers):
    """Have books made in another way: making a PDF of each takes minutes."""
    with pytest.MonkeyPatch.context() as patch:
        for form, maker in makers.items():
            patch.setitem(bookmaking.MAKERS, form, maker)
        yield


def as_page(book):
    """Return the page that a PDF is made from, in the place of the PDF."""
    return page_of(book).encode("utf-8")


def make(portal, now=NOW):
    """Make all that changed, run after run; return how many books were made."""
    made = 0
    while more := make_some(portal, now):
        made += more
    return made


def make_some(portal, now=NOW):
    """Make what changed, as one run of the due task does."""
    with on_behalf_of(portal) as site:
        return make_what_changed(site, now)


def book_of(portal, content, form="pdf"):
    """Return the book of something, as it stands on the shelf."""
    return shelf_of(portal.toolkit)[content.UID(), form]


def told_by(book):
    """Return all that is in a book, of an EPUB each of its files."""
    data = book.file.data
    if not data.startswith(b"PK"):
        return data
    archive = ZipFile(BytesIO(data))
    return b"".join(map(archive.read, archive.namelist()))


def pdf_of(portal, content):
    """Return the PDF of something, opened."""
    return PdfReader(BytesIO(book_of(portal, content).file.data))


def words_of(pdf):
    """Return the words of a PDF, with one space between them and no hyphenation."""
    text = " ".join(page.extract_text() for page in pdf.pages)
    return " ".join(text.replace("\N{HYPHEN}", "-").split())
