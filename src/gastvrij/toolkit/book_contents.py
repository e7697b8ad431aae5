"""What a book of the toolkit consists of: what visitors see of it, read once.

It is called as somebody who may do anything, and looks with the eyes of a visitor: the
contents of the edition decide what is in the book, and nothing else is opened.
"""

from Acquisition import aq_parent
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from gastvrij.spelling.dates import day_in_words
from gastvrij.spelling.sizes import size_in_words
from gastvrij.toolkit.book import ADDENDUM
from gastvrij.toolkit.book import Book
from gastvrij.toolkit.book import CHAPTER
from gastvrij.toolkit.book import EDITION
from gastvrij.toolkit.book import FileElsewhere
from gastvrij.toolkit.book import InPractice
from gastvrij.toolkit.book import PART
from gastvrij.toolkit.book import Piece
from gastvrij.toolkit.book import Source
from gastvrij.toolkit.book_pictures import Pictures
from gastvrij.toolkit.book_text import clean
from gastvrij.toolkit.checks import due_on
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.examples import Example
from gastvrij.toolkit.examples import shown_in
from gastvrij.toolkit.headings import with_anchors
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.outline import Outline
from gastvrij.values.html import safe_html
from plone import api
from typing import Any


DEFAULT_LANGUAGE = "nl"


@dataclass(frozen=True)
class BookReader:
    """Reads books of one edition; ``outline`` is what a visitor sees of it."""

    site: Any
    edition: ToolkitEdition
    outline: Outline
    now: datetime

    @cached_property
    def language(self) -> str:
        """The language in which the edition is written."""
        return self.edition.Language() or DEFAULT_LANGUAGE

    @cached_property
    def examples(self) -> dict[str, list[Example]]:
        """What groups did in practice, by the thread of the part."""
        return shown_in(self.site, self.edition.UID())

    def book(self, uid: str) -> tuple[Book, tuple[str, ...]]:
        """Return the book of the edition, or of a chapter or part in it.

        With it come the UIDs of the pictures that its texts ask for. Raises
        ``LookupError`` for what a visitor does not see.
        """
        pictures = Pictures(self.site)
        if uid == self.edition.UID():
            book = self._whole(pictures)
        else:
            book = self._below(uid, pictures)
        return book, tuple(sorted(pictures.asked))

    def _whole(self, pictures: Pictures) -> Book:
        edition = self.edition
        return self._book(
            uid=edition.UID(),
            kind=EDITION,
            title=edition.title,
            url=edition.absolute_url(),
            foreword=self._text(edition, "foreword", "voorwoord", pictures),
            credits=self._text(edition, "credits", "colofon", pictures),
            pieces=tuple(self._chapter(each, pictures) for each in self._chapters),
            pictures=pictures.found,
        )

    def _below(self, uid: str, pictures: Pictures) -> Book:
        chapter = self.outline.chapter_of(uid)
        entry = self.outline.entry(uid)
        if chapter is None or entry is None:
            raise LookupError(uid)
        is_chapter = entry.uid == chapter.uid
        if is_chapter:
            piece = self._chapter(entry, pictures)
        else:
            piece = self._part(chapter, entry, pictures)
        return self._book(
            uid=uid,
            kind=CHAPTER if is_chapter else PART,
            title=entry.label,
            url=entry.url,
            pieces=(piece,),
            pictures=pictures.found,
        )

    @property
    def _chapters(self) -> list[Entry]:
        return [chapter for chapter in self.outline.chapters if chapter.number]

    def _book(self, **values: Any) -> Book:
        return Book(
            edition=self.edition.title,
            site=api.portal.get_registry_record("plone.site_title"),
            year=self.edition.year,
            language=self.language,
            made=self.now,
            newer="" if self._is_in_force else aq_parent(self.edition).absolute_url(),
            **values,
        )

    @cached_property
    def _is_in_force(self) -> bool:
        return api.content.get_state(self.edition) == CURRENT

    def _chapter(self, entry: Entry, pictures: Pictures) -> Piece:
        chapter = self.edition[entry.id]
        parts = [self._part(entry, part, pictures) for part in entry.parts]
        return Piece(
            id=_id(entry),
            kind=CHAPTER,
            title=entry.title,
            url=entry.url,
            number=entry.number,
            html=self._text(chapter, "text", _id(entry), pictures),
            pieces=tuple(parts),
        )

    def _part(self, chapter: Entry, entry: Entry, pictures: Pictures) -> Piece:
        addenda = [self._addendum(each, pictures) for each in entry.addenda]
        content = self.edition[chapter.id][entry.id]
        return self._piece(
            content, entry, PART, pictures, lead=entry.description, pieces=addenda
        )

    def _addendum(self, entry: Entry, pictures: Pictures) -> Piece:
        content = self.edition[entry.id]
        date = day_in_words(content.date, self.language)
        return self._piece(content, entry, ADDENDUM, pictures, date=date)

    def _piece(
        self,
        content: Any,
        entry: Entry,
        kind: str,
        pictures: Pictures,
        lead: str = "",
        date: str | None = None,
        pieces: list[Piece] | None = None,
    ) -> Piece:
        """Return a part or an addendum; it is woken only here."""
        return Piece(
            id=_id(entry),
            kind=kind,
            title=entry.title,
            url=entry.url,
            number=entry.number,
            lead=lead,
            checked_on=day_in_words(entry.checked_on, self.language),
            check_by=self._check_by(entry),
            date=date,
            html=self._text(content, "text", _id(entry), pictures),
            file=self._file(content, entry),
            examples=tuple(
                InPractice(tuple(example.paragraphs), example.name)
                for example in self.examples.get(entry.thread, ())
            ),
            sources=tuple(self._source(row) for row in content.sources or ()),
            pieces=tuple(pieces or ()),
        )

    def _check_by(self, entry: Entry) -> str | None:
        due = due_on(entry.checked_on, entry.check_interval)
        return day_in_words(due, self.language) if self._is_in_force else None

    def _text(self, content: Any, name: str, piece: str, pictures: Pictures) -> str:
        text = with_anchors(safe_html(content, name)).html
        return clean(text, piece, pictures.name_of)

    def _file(self, content: Any, entry: Entry) -> FileElsewhere | None:
        if content.file is None:
            return None
        size = size_in_words(content.file.getSize(), self.language)
        return FileElsewhere(entry.url, size)

    def _source(self, row: dict[str, Any]) -> Source:
        seen_on = day_in_words(row["checked_on"], self.language)
        return Source(row["title"], row["url"] or "", seen_on)


def _id(entry: Entry) -> str:
    """Return an id that no other piece has, and that begins with a letter."""
    return f"stuk-{entry.uid}"
