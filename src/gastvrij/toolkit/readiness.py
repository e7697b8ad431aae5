"""What an edition still lacks before readers may have it."""

from collections.abc import Iterator
from dataclasses import dataclass
from gastvrij.toolkit.addenda_decisions import undecided
from gastvrij.toolkit.chapter import IToolkitChapter
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.part import IToolkitPart
from gastvrij.toolkit.pictures import wordless
from gastvrij.toolkit.section import IToolkitSection
from gastvrij.values.html import has_words
from plone import api
from plone.app.iterate.interfaces import IWorkingCopy
from typing import Any


READY = ("in_review", "published")


@dataclass(frozen=True)
class Readiness:
    """What is still to do, in reading order.

    ``drafts`` are chapters, parts and addenda that nobody found ready; ``unwritten``
    has neither text nor file; ``wordless`` has pictures without words; ``undecided``
    are addenda of the previous edition. ``has_parts`` tells whether there is a part
    that readers will see.
    """

    drafts: tuple[Any, ...]
    unwritten: tuple[Any, ...]
    wordless: tuple[Any, ...]
    undecided: tuple[Any, ...]
    has_parts: bool

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to do."""
        lacks = (self.drafts, self.unwritten, self.wordless, self.undecided)
        return not any(lacks)


def readiness(edition: ToolkitEdition) -> Readiness:
    """Return what is still to do, whoever asks; working copies do not count."""
    things = [each for each in inside(edition) if state_of(each) != "archived"]
    return Readiness(
        drafts=tuple(each for each in things if state_of(each) == "draft"),
        unwritten=tuple(each for each in things if not is_written(each)),
        wordless=tuple(each for each in things if wordless(each)),
        undecided=tuple(undecided(edition)),
        has_parts=any(_is_ready_part(each) for each in things),
    )


def inside(container: Any) -> Iterator[Any]:
    """Walk through what stands in an edition, in reading order.

    What stands in an archived chapter is in the archive as well.
    """
    for thing in container.objectValues():
        if IWorkingCopy.providedBy(thing):
            continue
        yield thing
        if state_of(thing) != "archived":
            yield from inside(thing)


def state_of(thing: Any) -> str:
    """Return the workflow state of a chapter, part or addendum."""
    return api.content.get_state(thing)


def is_written(thing: Any) -> bool:
    """Tell whether there is something to read; a chapter may have only parts."""
    if IToolkitChapter.providedBy(thing) or not IToolkitPart.providedBy(thing):
        return True
    return has_words(thing.text) or thing.file is not None


def _is_ready_part(thing: Any) -> bool:
    if not IToolkitSection.providedBy(thing) or state_of(thing) not in READY:
        return False
    return state_of(thing.aq_parent) in READY
