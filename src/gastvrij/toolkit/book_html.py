"""A whole book as one HTML page, for paper: cover, contents, text."""

from collections.abc import Iterator
from gastvrij import _
from gastvrij.toolkit.book import ADDENDUM
from gastvrij.toolkit.book import Book
from gastvrij.toolkit.book import CHAPTER
from gastvrij.toolkit.book import EDITION
from gastvrij.toolkit.book import PART
from gastvrij.toolkit.book import Piece
from gastvrij.toolkit.book_front import newer_lines
from gastvrij.toolkit.book_front import title_lines
from gastvrij.toolkit.piece_html import checked_line
from gastvrij.toolkit.piece_html import Say
from gastvrij.toolkit.piece_html import sayer
from gastvrij.toolkit.piece_html import section_of
from gastvrij.toolkit.piece_html import text_of
from lxml import etree
from lxml import html
from lxml.builder import E


FOREWORD = _("label_foreword", default="Foreword")
CREDITS = _("label_credits", default="Made by")


def page_of(book: Book) -> str:
    """Return a book as an HTML page; pictures have addresses that begin with PICTURE.

    Titles have ``data-running``, and the page ``data-edition``: what stands above the
    pages on which they are read.
    """
    say = sayer(book.language)
    places = {url: f"#{place}" for url, place in book.places().items()}
    body = E.body({"data-edition": book.edition}, *_front(book, say))
    body.extend(_matter(say(FOREWORD), book.foreword, places))
    for piece in book.pieces:
        body.append(section_of(piece, 1, places, book.language))
    body.extend(_matter(say(CREDITS), book.credits, places))
    _name_pages(book, body, say)
    page = E.html({"lang": book.language}, _head(book), body)
    return f"<!DOCTYPE html>{html.tostring(page, encoding='unicode')}"


def _head(book: Book) -> etree._Element:
    title = book.title if book.kind == EDITION else f"{book.title} - {book.edition}"
    return E.head(
        E.meta({"charset": "utf-8"}),
        E.title(title),
        E.meta({"name": "author", "content": book.site}),
        E.meta({"name": "dcterms.created", "content": book.made.isoformat()}),
    )


def _front(book: Book, say: Say) -> Iterator[etree._Element]:
    """Return cover and contents; a part has neither, it begins at once."""
    if book.kind == PART:
        yield E.p({"class": "origin"}, f"{book.site} · {book.edition}")
        yield from newer_lines(book, say)
        return
    yield E.section(
        {"class": "cover"},
        E.p({"class": "cover-title"}, book.title),
        *title_lines(book, say),
    )
    heading = say(_("heading_contents", default="Contents"))
    yield E.nav({"class": "contents"}, E.h1(heading), _contents(book.pieces))


def _contents(pieces: tuple[Piece, ...]) -> etree._Element:
    lines = E.ol()
    for piece in pieces:
        link = E.a({"href": f"#{piece.id}"}, _line_of(piece))
        lines.append(E.li({"class": piece.kind}, link))
        if piece.pieces:
            lines[-1].append(_contents(piece.pieces))
    return lines


def _line_of(piece: Piece) -> str:
    return f"{piece.number}  {piece.title}" if piece.number else piece.title


def _matter(heading: str, text: str, places: dict[str, str]) -> list[etree._Element]:
    """Return what stands before or after the chapters; nothing without a text."""
    if not text:
        return []
    parts = [E.h1(heading), *text_of(text, 0, places)]
    return [E.section({"class": "matter"}, *parts)]


def _name_pages(book: Book, body: etree._Element, say: Say) -> None:
    """Write on the title of each chapter and part what stands above its pages."""
    pieces = {piece.id: piece for piece in book.walk() if piece.kind != ADDENDUM}
    for section in body.iter("section"):
        piece = pieces.get(section.get("id", ""))
        if piece is not None:
            section.find("header")[0].set("data-running", _running(piece, say))


def _running(piece: Piece, say: Say) -> str:
    if piece.kind == CHAPTER:
        return piece.label
    words = say(checked_line(piece))
    return f"{piece.label} · {words[:1].lower()}{words[1:]}"
