"""What publishing an edition asks, and what it brings about."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.edition import IToolkitEdition
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.library import ToolkitLibrary
from gastvrij.toolkit.readiness import inside
from gastvrij.toolkit.readiness import Readiness
from gastvrij.toolkit.readiness import readiness
from gastvrij.toolkit.readiness import state_of
from plone import api
from typing import Any


# given with a transition: the edition is told to readers, not each of its parts
WITH_EDITION = "with_edition"


class NotReadyError(Exception):
    """An edition is not ready; ``lacks`` tells what is still to do."""

    def __init__(self, lacks: Readiness) -> None:
        super().__init__(", ".join(thing.Title() for thing in lacks.drafts))
        self.lacks = lacks


def check_ready(edition: ToolkitEdition) -> None:
    """Raise ``NotReadyError`` while something in the edition is not ready.

    Whoever publishes decides about each draft first: finish it, or remove it. Nothing
    reaches readers, or stays behind, unseen. Every part has something to read, every
    addendum of the previous edition is decided about, and readers who have an edition
    do not get an empty one for it.
    """
    lacks = readiness(edition)
    if not lacks.is_ready or (_takes_a_place(edition) and _is_empty(edition, lacks)):
        raise NotReadyError(lacks)


def publish_what_is_ready(edition: ToolkitEdition) -> None:
    """Publish the chapters, parts and addenda that were being reviewed."""
    for thing in inside(edition):
        if state_of(thing) == "in_review":
            api.content.transition(thing, "publish", **{WITH_EDITION: True})


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


def _takes_a_place(edition: ToolkitEdition) -> bool:
    library = aq_parent(aq_inner(edition))
    return any(_is_current(other) for other in library.objectValues())


def _is_empty(edition: ToolkitEdition, lacks: Readiness) -> bool:
    return not lacks.has_parts and edition.full_file is None


def _is_current(thing: Any) -> bool:
    return IToolkitEdition.providedBy(thing) and state_of(thing) == CURRENT
