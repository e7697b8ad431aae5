"""The contents of an edition as plain values: what stands where, what comes next."""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from gastvrij.toolkit.numbering import as_cited
from gastvrij.toolkit.numbering import labelled
from gastvrij.toolkit.numbering import loosely_cited_chapter
from gastvrij.toolkit.numbering import numbers_of_chapters
from gastvrij.toolkit.numbering import numbers_of_parts
from typing import NamedTuple


@dataclass(frozen=True)
class Entry:
    """A chapter, part or addendum, as a table of contents needs it.

    ``number`` is ``None`` for what is not published and for addenda. ``file_size`` is
    that of a part or addendum that is a file still, in octets. ``parts`` are those of a
    chapter, ``addenda`` those that supplement a part, both in reading order.
    """

    uid: str
    title: str
    url: str
    state: str
    id: str = ""
    description: str = ""
    short_title: str | None = None
    number: str | None = None
    checked_on: date | None = None
    check_interval: str = ""
    lineage: str | None = None
    has_text: bool = True
    file_size: int | None = None
    supplements: str | None = None
    modified: float = 0.0
    parts: "tuple[Entry, ...]" = ()
    addenda: "tuple[Entry, ...]" = ()

    @property
    def thread(self) -> str:
        """Return by what a part is known in every edition."""
        return self.lineage or self.uid

    @property
    def label(self) -> str:
        """Return number and title as one line, for instance "3.6 Health care"."""
        return labelled(self.number, self.title)


class Neighbours(NamedTuple):
    """What a reader reads before and after something; ``None`` at the ends."""

    previous: Entry | None
    following: Entry | None


@dataclass(frozen=True)
class Outline:
    """The chapters of one edition with their parts, and all its addenda."""

    chapters: tuple[Entry, ...] = ()
    addenda: tuple[Entry, ...] = ()

    def entries(self) -> Iterator[Entry]:
        """Walk through chapters and parts in reading order."""
        for chapter in self.chapters:
            yield chapter
            yield from chapter.parts

    def first(self) -> Entry | None:
        """Return where one begins to read."""
        return next((entry for entry in self.entries() if entry.has_text), None)

    def parts(self) -> list[Entry]:
        """Return the parts of all chapters in reading order."""
        return [part for chapter in self.chapters for part in chapter.parts]

    def is_all_text(self) -> bool:
        """Return whether no part or addendum is a file still."""
        return all(part.file_size is None for part in (*self.parts(), *self.addenda))

    def addenda_without_part(self) -> list[Entry]:
        """Return the addenda that supplement nothing in these contents."""
        parts = {part.uid for part in self.parts()}
        return [entry for entry in self.addenda if entry.supplements not in parts]

    def entry(self, uid: str | None) -> Entry | None:
        """Return the chapter or part with this UID."""
        return next((entry for entry in self.entries() if entry.uid == uid), None)

    def chapter_of(self, uid: str) -> Entry | None:
        """Return the chapter that is, or holds, the thing with this UID."""
        for chapter in self.chapters:
            if uid in (chapter.uid, *(part.uid for part in chapter.parts)):
                return chapter
        return None

    def neighbours(self, uid: str) -> Neighbours:
        """Return what a reader reads before and after the thing with this UID.

        Parts are stops, and so is a chapter with a text of its own; a chapter without
        one leads on to its first part.
        """
        walk = list(self.entries())
        place = next((n for n, entry in enumerate(walk) if entry.uid == uid), None)
        if place is None:
            return Neighbours(None, None)
        before = (entry for entry in reversed(walk[:place]) if entry.has_text)
        after = (entry for entry in walk[place + 1 :] if entry.has_text)
        return Neighbours(next(before, None), next(after, None))

    def by_number(self, number: str) -> Entry | None:
        """Return the chapter ("3") or part ("3.6", also "3.6.") with this number."""
        cited = as_cited(number)
        return next((entry for entry in self.entries() if entry.number == cited), None)

    def by_loose_number(self, number: str) -> Entry | None:
        """Return the part that is cited as "6." without its chapter."""
        chapters = [c.number for c in self.chapters if c.number and c.parts]
        chapter = loosely_cited_chapter(chapters)
        return self.by_number(f"{chapter}.{as_cited(number)}")


def outline(
    chapters: Sequence[Entry], parts: dict[str, list[Entry]], addenda: Sequence[Entry]
) -> Outline:
    """Put together and number what stands in an edition.

    ``parts`` are keyed on the UID of their chapter. All come in reading order.
    """
    numbers = numbers_of_chapters([chapter.state for chapter in chapters])
    return Outline(
        chapters=tuple(
            replace(
                chapter,
                number=number,
                parts=_numbered(number, parts.get(chapter.uid, []), addenda),
            )
            for chapter, number in zip(chapters, numbers, strict=True)
        ),
        addenda=tuple(addenda),
    )


def _numbered(
    chapter: str | None, parts: Sequence[Entry], addenda: Sequence[Entry]
) -> tuple[Entry, ...]:
    numbers = numbers_of_parts(chapter, [part.state for part in parts])
    return tuple(
        replace(
            part,
            number=number,
            addenda=tuple(a for a in addenda if a.supplements == part.uid),
        )
        for part, number in zip(parts, numbers, strict=True)
    )
