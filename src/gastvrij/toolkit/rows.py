"""How chapters, parts and addenda stand in a list: the words that a template places."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.spelling.dates import day_in_words
from gastvrij.spelling.sizes import size_in_words
from gastvrij.toolkit.headings import Heading
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.outline import Outline
from zope.i18nmessageid import Message


UNFINISHED = {
    "draft": _("part_state_draft", default="Draft"),
    "in_review": _("part_state_in_review", default="Being reviewed"),
    "archived": _("part_state_archived", default="In the archive"),
}


@dataclass(frozen=True)
class Row:
    """One line of a list.

    ``checked_on`` is a day in words; ``state`` what an editor has to know of what
    visitors do not see; ``file`` the size, in words, of what is a file still.
    """

    number: str | None
    title: str
    url: str
    description: str
    checked_on: str | None
    state: Message | None
    file: str | None = None
    rows: "tuple[Row, ...]" = ()
    addenda: "tuple[Row, ...]" = ()


@dataclass(frozen=True)
class ContentsLine:
    """One line of the table of contents beside a text."""

    number: str | None
    title: str
    url: str
    is_here: bool = False
    lines: "tuple[ContentsLine, ...]" = ()

    @property
    def current(self) -> str | None:
        """How the line says to a screen reader that this is the page one is on."""
        return "page" if self.is_here else None


def row(entry: Entry, language: str) -> Row:
    """Return a chapter, part or addendum with all that stands below it."""
    return Row(
        number=entry.number,
        title=entry.title,
        url=entry.url,
        description=entry.description,
        checked_on=day_in_words(entry.checked_on, language),
        state=unfinished(entry.state),
        file=size_in_words(entry.file_size, language) if entry.file_size else None,
        rows=tuple(row(part, language) for part in entry.parts),
        addenda=tuple(row(addendum, language) for addendum in entry.addenda),
    )


def unfinished(state: str) -> Message | None:
    """Return in words why visitors do not see something; nothing when they do."""
    return UNFINISHED.get(state)


def contents_lines(
    outline: Outline, uid: str, headings: tuple[Heading, ...]
) -> list[ContentsLine]:
    """Return the contents of the edition as seen from the page with this UID.

    All chapters, the parts of the chapter one is in, the headings of the page itself.
    """
    here = outline.chapter_of(uid)
    return [
        _line(
            chapter,
            uid,
            (
                *(_headings(headings) if chapter.uid == uid else ()),
                *(_part_line(part, uid, headings) for part in chapter.parts),
            )
            if chapter == here
            else (),
        )
        for chapter in outline.chapters
    ]


def _part_line(part: Entry, uid: str, headings: tuple[Heading, ...]) -> ContentsLine:
    return _line(part, uid, _headings(headings) if part.uid == uid else ())


def _line(entry: Entry, uid: str, lines: tuple[ContentsLine, ...]) -> ContentsLine:
    title = entry.short_title or entry.title
    return ContentsLine(entry.number, title, entry.url, entry.uid == uid, lines)


def _headings(headings: tuple[Heading, ...]) -> tuple[ContentsLine, ...]:
    return tuple(
        ContentsLine(None, heading.title, f"#{heading.id}")
        for heading in headings
        if heading.level == 2
    )
