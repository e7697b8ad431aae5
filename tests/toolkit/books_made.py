"""Books as the due task makes them, and what is in them."""

from datetime import datetime
from datetime import UTC
from gastvrij.due.on_behalf import on_behalf_of
from gastvrij.toolkit.bookmaking import make_what_changed
from gastvrij.toolkit.shelf import shelf_of
from io import BytesIO
from pypdf import PdfReader


NOW = datetime(2026, 11, 5, 17, 5, tzinfo=UTC)


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


def pdf_of(portal, content):
    """Return the PDF of something, opened."""
    return PdfReader(BytesIO(book_of(portal, content).file.data))


def words_of(pdf):
    """Return the words of a PDF, with one space between them and no hyphenation."""
    text = " ".join(page.extract_text() for page in pdf.pages)
    return " ".join(text.replace("\N{HYPHEN}", "-").split())
