"""The page on which editors put chapters and parts in another order."""

from dataclasses import dataclass
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.kept_order import KeptOrdering
from gastvrij.toolkit.kept_order import OrderKeptError
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.outline import Outline
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from plone.folder.default import DefaultOrdering
from Products.Five.browser import BrowserView
from typing import Any
from zope.interface import implementer


STEPS = {"up": -1, "down": 1}


@dataclass(frozen=True)
class Move:
    """One step up or down of a chapter or part, among ``siblings``."""

    container: Any
    entry: Entry
    siblings: tuple[Entry, ...]
    step: int

    @property
    def is_possible(self) -> bool:
        """Whether there is something to change places with."""
        place = self.siblings.index(self.entry) + self.step
        return 0 <= place < len(self.siblings)

    def make(self, *, is_sure: bool) -> None:
        """Change places with the neighbour; what visitors do not see stays put.

        Raises ``OrderKeptError`` where that gives other numbers to what readers have,
        unless somebody was asked.
        """
        ordering = (DefaultOrdering if is_sure else KeptOrdering)(self.container)
        names = [entry.id for entry in self.siblings]
        ordering.moveObjectsByDelta([self.entry.id], self.step, names)
        self.container.reindexObject(idxs=["UID"])


@dataclass(frozen=True)
class Place:
    """A chapter or part in its order, and the ways in which it can move."""

    entry: Entry
    can_go_up: bool
    can_go_down: bool


@implementer(ITitledPage)
class OrderPage(BrowserView):
    """``/toolkit/2/order``: chapters and parts, one step up or down at a time.

    In the current edition it asks first: what people printed says other numbers.
    """

    tab_title = _("heading_order", default="Order of chapters and parts")
    asked: Move | None = None

    def __call__(self) -> str:
        """Show the order, ask, or move."""
        move = self._move(one(self.request.form, "move"))
        is_sent = self.request.method == "POST"
        if not is_sent or not is_sent_from_here(self.context, self.request):
            return self.index()
        if move is None or not move.is_possible:
            return self.index()
        try:
            move.make(is_sure=bool(one(self.request.form, "sure")))
        except OrderKeptError:
            self.asked = move
            return self.index()
        page = f"{self.context.absolute_url()}/order#row-{move.entry.uid}"
        self.request.response.redirect(page, status=303)
        return ""

    @cached_property
    def outline(self) -> Outline:
        """What stands in the edition, in the order that readers have."""
        return contents(self.context)

    @property
    def chapters(self) -> list[Place]:
        """The chapters in their order."""
        return self.places(self.outline.chapters)

    def places(self, siblings: tuple[Entry, ...]) -> list[Place]:
        """Return what stands beside each other, with the ways that are open."""
        last = len(siblings) - 1
        return [Place(each, n > 0, n < last) for n, each in enumerate(siblings)]

    @property
    def asked_move(self) -> str:
        """What is asked about, as the form sends it."""
        return one(self.request.form, "move")

    def _move(self, sent: str) -> Move | None:
        uid, _colon, way = sent.partition(":")
        step = STEPS.get(way)
        if step is None:
            return None
        chapters = self.outline.chapters
        for chapter in chapters:
            if chapter.uid == uid:
                return Move(self.context, chapter, chapters, step)
            for part in chapter.parts:
                if part.uid == uid:
                    inside = self.context[chapter.id]
                    return Move(inside, part, chapter.parts, step)
        return None
