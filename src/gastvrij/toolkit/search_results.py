"""What is told of the parts and addenda that were found."""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from gastvrij import _
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.marking import marked
from gastvrij.toolkit.marking import plain
from gastvrij.toolkit.marking import snippet
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.rows import unfinished
from gastvrij.toolkit.searching import ADDENDUM
from gastvrij.toolkit.searching import CHAPTER
from gastvrij.toolkit.searching import Hit
from gastvrij.toolkit.word_forms import WordForms
from typing import Any
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Result:
    """A hit as it is shown; ``title`` and ``text`` are safe HTML.

    ``number`` is that of the part or chapter, or of the part to which an addendum
    belongs; ``state`` says why visitors do not see it.
    """

    hit: Hit
    title: str
    text: str

    @property
    def url(self) -> str:
        """Where it is read."""
        return self.hit.entry.url

    @property
    def is_chapter(self) -> bool:
        """Whether the number is that of a chapter."""
        return self.hit.kind == CHAPTER

    @property
    def is_addendum(self) -> bool:
        """Whether it belongs to a part."""
        return self.hit.kind == ADDENDUM

    @property
    def part(self) -> Entry | None:
        """The part to which an addendum belongs."""
        return self.hit.part

    @property
    def number(self) -> str | None:
        """The number by which a reader finds it in the contents."""
        return (self.hit.part or self.hit.entry).number

    @property
    def state(self) -> Message | None:
        """Why visitors do not see it, for an editor."""
        return unfinished(self.hit.entry.state)


def results(
    edition: ToolkitEdition, hits: Iterable[Hit], words: Sequence[WordForms]
) -> list[Result]:
    """Return one page of hits with the words marked; only these are woken."""
    return [
        Result(
            hit=hit,
            title=marked(hit.entry.title, words),
            text=snippet(_text_of(edition, hit), words)
            or marked(hit.entry.description, words),
        )
        for hit in hits
    ]


def heading_of(count: int, typed: str, is_loose: bool) -> Message:
    """Return in words how much was found, and whether only of some of the words."""
    mapping = {"count": count, "words": typed}
    if is_loose:
        return _(
            "search_found_some",
            default="Found with some words of “${words}”: ${count}",
            mapping=mapping,
        )
    if count == 0:
        return _(
            "search_found_none", default="Nothing found for “${words}”", mapping=mapping
        )
    if count == 1:
        return _("search_found_one", default="1 place with “${words}”", mapping=mapping)
    return _("search_found", default="${count} places with “${words}”", mapping=mapping)


def _text_of(edition: ToolkitEdition, hit: Hit) -> str:
    """Return the text of something as plain words; empty where it is a file."""
    content: Any = edition
    for name in hit.path:
        content = content[name]
    return plain(content.text.raw or "") if content.text else ""
