"""The pages of a book for an e-reader: which there are, and what stands on each."""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from gastvrij.toolkit.book import Book
from gastvrij.toolkit.book import CHAPTER
from gastvrij.toolkit.book import Piece
from gastvrij.toolkit.book_front import title_lines
from gastvrij.toolkit.book_html import CREDITS
from gastvrij.toolkit.book_html import FOREWORD
from gastvrij.toolkit.piece_html import Say
from gastvrij.toolkit.piece_html import sayer
from gastvrij.toolkit.piece_html import section_of
from gastvrij.toolkit.piece_html import text_of
from lxml import etree
from lxml.builder import E


@dataclass(frozen=True)
class Page:
    """A page of its own; ``file`` is its name, ``pages`` stand below it."""

    file: str
    title: str
    body: etree._Element
    below: tuple[str, ...] = ()


def pages_of(book: Book) -> list[Page]:
    """Return the pages in reading order; a chapter's parts follow it."""
    say = sayer(book.language)
    files = dict(_files(book.pieces))
    places = {
        piece.url: f"{file}#{piece.id}"
        for file, piece in ((files[each.id], each) for each in book.walk())
    }
    pages = [Page("titel.xhtml", book.title, _cover(book, say))]
    pages += _matter("voorwoord.xhtml", say(FOREWORD), book.foreword, places)
    for piece in book.pieces:
        pages += _pages(piece, places, files, book.language)
    pages += _matter("colofon.xhtml", say(CREDITS), book.credits, places)
    return pages


def _files(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, str]]:
    """Return by id in which file each piece stands: an addendum is in its part's."""
    for piece in pieces:
        if piece.kind == CHAPTER:
            yield piece.id, f"{piece.id}.xhtml"
            yield from _files(piece.pieces)
        else:
            yield from ((each.id, f"{piece.id}.xhtml") for each in piece.walk())


def _pages(
    piece: Piece, places: Mapping[str, str], files: Mapping[str, str], language: str
) -> Iterator[Page]:
    own = replace(piece, pieces=()) if piece.kind == CHAPTER else piece
    body = E.body(section_of(own, 1, places, language))
    below = piece.pieces if piece.kind == CHAPTER else ()
    yield Page(
        files[piece.id], piece.label, body, tuple(files[each.id] for each in below)
    )
    for each in below:
        yield from _pages(each, places, files, language)


def _matter(
    file: str, title: str, text: str, places: Mapping[str, str]
) -> Iterator[Page]:
    if text:
        yield Page(file, title, E.body(E.h1(title), *text_of(text, 0, places)))


def _cover(book: Book, say: Say) -> etree._Element:
    title = E.h1({"class": "cover-title"}, book.title)
    return E.body(title, *title_lines(book, say))
