"""The order of what people have on paper: nobody changes it without being asked.

Whoever moves things in the screens of Plone, or over REST, does so by the ordering of
the folder. There they get this one; the page ``order`` asks first, and goes past it.
"""

from functools import cached_property
from gastvrij import _
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.edition import edition_of
from plone import api
from plone.folder.default import DefaultOrdering
from typing import Any
from zExceptions import BadRequest
from zope.globalrequest import getRequest
from zope.i18n import translate


class OrderKeptError(BadRequest):
    """A move that would give other numbers to what readers have; says where to ask."""


class KeptOrdering(DefaultOrdering):
    """The order in an edition or chapter, which keeps the numbers of one in force.

    Moving a draft or an addendum changes no number, nor does moving anything in an
    edition in preparation. Raises ``OrderKeptError`` for other moves.
    """

    def moveObjectsByDelta(
        self,
        ids: Any,
        delta: int,
        subset_ids: Any = None,
        suppress_events: bool = False,
    ) -> int:
        """Move things up or down; every other way of moving comes here as well."""
        rehearsal = Rehearsal(self.context)
        subset = None if subset_ids is None else list(subset_ids)
        rehearsal.moveObjectsByDelta(ids, delta, subset, suppress_events=True)
        before, after = (
            [name for name in order.idsInOrder() if name in self.numbered]
            for order in (self, rehearsal)
        )
        if before != after:
            raise OrderKeptError(_refusal(self.context))
        return super().moveObjectsByDelta(ids, delta, subset_ids, suppress_events)

    @cached_property
    def numbered(self) -> frozenset[str]:
        """The names of the things here that readers know by a number."""
        edition = edition_of(self.context)
        if api.content.get_state(edition) != CURRENT:
            return frozenset()
        outline = contents(edition)
        chapter = outline.entry(self.context.UID())
        entries = chapter.parts if chapter is not None else outline.chapters
        return frozenset(entry.id for entry in entries if entry.number)


class Rehearsal(DefaultOrdering):
    """An order in which things are moved to see what comes of it; nothing is kept."""

    def __init__(self, context: Any) -> None:
        """Begin with the order as it is."""
        super().__init__(context)
        self.names = DefaultOrdering(context).idsInOrder()
        self.places = {name: place for place, name in enumerate(self.names)}

    def _order(self, create: bool = False) -> list[str]:
        return self.names

    def _pos(self, create: bool = False) -> dict[str, int]:
        return self.places


def _refusal(container: Any) -> str:
    sentence = _(
        "error_order_kept",
        default="Printed references will no longer be right: people cite the parts of"
        " the current edition by their number. If you want to move it all the same, do"
        " so on ${page}.",
        mapping={"page": f"{edition_of(container).absolute_url()}/order"},
    )
    return translate(sentence, context=getRequest())
