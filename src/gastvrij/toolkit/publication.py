"""What publishing an edition asks, and what it brings about."""

from collections.abc import Iterator
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.edition import IToolkitEdition
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.library import ToolkitLibrary
from plone import api
from plone.app.iterate.interfaces import IWorkingCopy
from typing import Any


class NotReadyError(Exception):
    """An edition still has drafts; ``titles`` names them in reading order."""

    def __init__(self, titles: list[str]) -> None:
        super().__init__(", ".join(titles))
        self.titles = titles


def check_ready(edition: ToolkitEdition) -> None:
    """Raise ``NotReadyError`` while something in the edition is a draft.

    Whoever publishes decides about each draft first: finish it, or remove it. Nothing
    reaches readers, or stays behind, unseen. Working copies do not count.
    """
    drafts = [thing.Title() for thing in _inside(edition) if _state(thing) == "draft"]
    if drafts:
        raise NotReadyError(drafts)


def publish_what_is_ready(edition: ToolkitEdition) -> None:
    """Publish the chapters, parts and addenda that were being reviewed."""
    for thing in _inside(edition):
        if _state(thing) == "in_review":
            api.content.transition(thing, "publish")


def supersede_others(edition: ToolkitEdition, library: ToolkitLibrary) -> None:
    """Make every other current edition of the library a previous one.

    There may be none: a manager can supersede an edition by hand, and the library is
    without one in force until the next is published.

    The library is written as well: of two editions that are published at the same
    moment the second then waits for the first, and replaces it.
    """
    library._p_changed = True
    for other in library.objectValues():
        if other.getId() != edition.getId() and _is_current(other):
            with api.env.adopt_roles(["Manager"]):
                api.content.transition(other, "supersede")


def _is_current(thing: Any) -> bool:
    return IToolkitEdition.providedBy(thing) and _state(thing) == CURRENT


def _inside(container: Any) -> Iterator[Any]:
    for thing in container.objectValues():
        if IWorkingCopy.providedBy(thing):
            continue
        yield thing
        yield from _inside(thing)


def _state(thing: Any) -> str:
    return api.content.get_state(thing)
