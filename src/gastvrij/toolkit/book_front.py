"""What stands at the front of a book: of which edition it is, and how new."""

from collections.abc import Iterator
from gastvrij import _
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import day_in_words
from gastvrij.toolkit.book import Book
from gastvrij.toolkit.piece_html import Say
from lxml import etree
from lxml.builder import E


def newer_lines(book: Book, say: Say) -> Iterator[etree._Element]:
    """Return what a reader of a previous edition has to know first."""
    if book.newer:
        words = _(
            "book_of_previous_edition",
            default="This is a previous edition: rules and amounts may have changed."
            " What holds now is on:",
        )
        link = E.a({"href": book.newer}, book.newer)
        yield E.p({"class": "previous"}, f"{say(words)} ", link)


def title_lines(book: Book, say: Say) -> Iterator[etree._Element]:
    """Return what stands on the cover beneath the title."""
    if book.title != book.edition:
        yield E.p({"class": "edition"}, book.edition)
    if book.year:
        yield E.p({"class": "year"}, str(book.year))
    yield E.p({"class": "site"}, book.site)
    yield from newer_lines(book, say)
    yield _made(book, say)


def _made(book: Book, say: Say) -> etree._Element:
    """Return when the book was made, and where the newest is found."""
    day = day_in_words(book.made.astimezone(BELGIUM).date(), book.language)
    mapping = {"day": day}
    if book.newer:
        message = _("book_made_that_day", default="Made on ${day}", mapping=mapping)
        return E.p({"class": "made"}, say(message))
    message = _(
        "book_made_on",
        default="Made on ${day}. The newest version is on:",
        mapping=mapping,
    )
    link = E.a({"href": book.url}, book.url)
    return E.p({"class": "made"}, f"{say(message)} ", link)
