"""A book of the toolkit on paper."""

from gastvrij.paper import pdf
from gastvrij.toolkit.book import Book
from gastvrij.toolkit.book_html import page_of
from gastvrij.toolkit.look import PAPER


def make_pdf(book: Book) -> bytes:
    """Return a book as PDF; raises ``ImportError`` or ``OSError`` without means."""
    return pdf.make_pdf(page_of(book), PAPER, book.pictures)
