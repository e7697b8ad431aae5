"""A book as plain values: what is taken along of the toolkit, as a file.

It holds all that a PDF or an EPUB is made from, so that making one asks nothing of the
site, and nothing of anybody else.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from gastvrij.paper.picture import Picture
from gastvrij.toolkit.numbering import labelled


EDITION = "edition"
CHAPTER = "chapter"
PART = "part"
ADDENDUM = "addendum"


@dataclass(frozen=True)
class Source:
    """Where the facts of a part come from; ``seen_on`` is a day in words."""

    title: str
    url: str
    seen_on: str | None


@dataclass(frozen=True)
class InPractice:
    """What a group did in practice, a paragraph each.

    ``group`` is the name that stands with it, empty when the group wants none.
    """

    paragraphs: tuple[str, ...]
    group: str


@dataclass(frozen=True)
class FileElsewhere:
    """A file that is not in the book: where to find it, and its size in words."""

    url: str
    size: str


@dataclass(frozen=True)
class Piece:
    """A chapter, part or addendum, with what stands below it.

    ``id`` is unlike any other in the book. ``html`` is well-formed and has nothing but
    what the book can show; its headings begin with the second. ``checked_on``,
    ``date`` and ``check_by``, the last day on which the check holds, are in words.
    """

    id: str
    kind: str
    title: str
    url: str
    number: str | None = None
    lead: str = ""
    checked_on: str | None = None
    check_by: str | None = None
    date: str | None = None
    html: str = ""
    file: FileElsewhere | None = None
    examples: tuple[InPractice, ...] = ()
    sources: tuple[Source, ...] = ()
    pieces: "tuple[Piece, ...]" = ()

    @property
    def label(self) -> str:
        """Return number and title as one line."""
        return labelled(self.number, self.title)

    def walk(self) -> "Iterator[Piece]":
        """Return this piece and all below it, in reading order."""
        yield self
        for piece in self.pieces:
            yield from piece.walk()


@dataclass(frozen=True)
class Book:
    """An edition, a chapter or a part, as it is read from beginning to end.

    ``title`` is its own, ``edition`` that of the edition; ``site`` is who publishes
    it. ``made`` is aware. ``language`` is a code such as "nl". ``newer`` is where the
    edition in force is read, empty in a book of that edition itself.
    """

    uid: str
    kind: str
    title: str
    edition: str
    site: str
    url: str
    language: str
    made: datetime
    newer: str = ""
    year: int | None = None
    foreword: str = ""
    credits: str = ""
    pieces: tuple[Piece, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    def walk(self) -> Iterator[Piece]:
        """Return all pieces in reading order."""
        for piece in self.pieces:
            yield from piece.walk()

    def places(self) -> dict[str, str]:
        """Return the id of each piece by its address on the site."""
        return {piece.url: piece.id for piece in self.walk()}
