"""The page that tells editors what is still to do in an edition in preparation."""

from dataclasses import dataclass
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.toolkit.addenda_decisions import CARRIED
from gastvrij.toolkit.addenda_decisions import decide
from gastvrij.toolkit.addenda_decisions import Decision
from gastvrij.toolkit.addenda_decisions import decisions
from gastvrij.toolkit.addenda_decisions import DROPPED
from gastvrij.toolkit.addenda_decisions import MERGED
from gastvrij.toolkit.addenda_decisions import NoPartError
from gastvrij.toolkit.addenda_decisions import OPEN
from gastvrij.toolkit.addenda_decisions import part_for
from gastvrij.toolkit.contents import IN_PREPARATION
from gastvrij.toolkit.overtaken import take_over
from gastvrij.toolkit.pictures import wordless
from gastvrij.toolkit.preparation_examples import boxed_rows
from gastvrij.toolkit.preparation_examples import BoxedRow
from gastvrij.toolkit.preparation_overtaken import overtaken_rows
from gastvrij.toolkit.preparation_overtaken import OvertakenRow
from gastvrij.toolkit.readiness import is_written
from gastvrij.toolkit.readiness import Readiness
from gastvrij.toolkit.readiness import readiness
from gastvrij.toolkit.readiness import state_of
from gastvrij.values.entries import many
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.form_page import LATE
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


OUTCOMES = {
    MERGED: _("decided_merged", default="Taken into the part"),
    CARRIED: _("decided_carried", default="Carried over to this edition"),
    DROPPED: _("decided_dropped", default="No longer needed"),
}
KINDS = {
    "ToolkitChapter": _("word_chapter", default="Chapter"),
    "ToolkitSection": _("word_part", default="Part"),
    "ToolkitAddendum": _("word_addendum", default="Addendum"),
}
NO_PART = _(
    "error_no_part_for_addendum",
    default="Not carried over: the part to which it belongs is not in this edition.",
)


@dataclass(frozen=True)
class DraftRow:
    """A chapter, part or addendum that somebody has to find ready."""

    uid: str
    kind: Message
    title: str
    url: str
    is_written: bool


@dataclass(frozen=True)
class DecisionRow:
    """An addendum of the previous edition, and what becomes of it.

    ``part`` is the part in this edition to which it would belong; ``outcome`` is empty
    while nothing is decided; ``copy_url`` leads to what was carried over.
    """

    uid: str
    title: str
    url: str
    part: Any
    outcome: Message | None
    copy_url: str | None


@implementer(ITitledPage)
class PreparationPage(BrowserView):
    """``/toolkit/3/preparation``: drafts, addenda of the previous edition, publish."""

    examples_list = ViewPageTemplateFile("templates/preparation_examples.pt")
    overtaken_list = ViewPageTemplateFile("templates/preparation_overtaken.pt")
    tab_title = _("heading_preparation", default="What is still to do")

    def __call__(self) -> str:
        """Show what is to do, or do one step of it."""
        if state_of(self.context) != IN_PREPARATION:
            return self.request.response.redirect(self.context.absolute_url())
        if self.request.method != "POST":
            return self.index()
        if is_sent_from_here(self.context, self.request):
            self._act(self.request.form)
        else:
            api.portal.show_message(LATE, self.request, type="warning")
        page = f"{self.context.absolute_url()}/preparation"
        self.request.response.redirect(page, status=303)
        return ""

    @cached_property
    def lacks(self) -> Readiness:
        """What is still to do, by the rule that publishing asks."""
        return readiness(self.context)

    @property
    def drafts(self) -> list[DraftRow]:
        """The chapters, parts and addenda that nobody found ready yet."""
        return [_draft_row(thing) for thing in self.lacks.drafts]

    @property
    def unwritten(self) -> list[DraftRow]:
        """What counts as ready, and has nothing to read all the same."""
        drafts = self.lacks.drafts
        return [_draft_row(each) for each in self.lacks.unwritten if each not in drafts]

    @property
    def wordless(self) -> list[DraftRow]:
        """What has pictures without alternative text."""
        return [_draft_row(each) for each in self.lacks.wordless]

    @cached_property
    def addenda(self) -> list[DecisionRow]:
        """The addenda of the previous edition."""
        return [self._row(each) for each in decisions(self.context)]

    @property
    def open_addenda(self) -> list[DecisionRow]:
        """Those about which nothing is decided yet."""
        return [row for row in self.addenda if row.outcome is None]

    @property
    def decided_addenda(self) -> list[DecisionRow]:
        """Those about which somebody decided."""
        return [row for row in self.addenda if row.outcome is not None]

    @property
    def overtaken(self) -> list[OvertakenRow]:
        """The parts that changed for readers since this edition was started."""
        return overtaken_rows(self.context, api.portal.get_current_language())

    @property
    def examples(self) -> list[BoxedRow]:
        """The examples that readers see in the previous edition."""
        return boxed_rows(api.portal.get(), self.context)

    def _row(self, decision: Decision) -> DecisionRow:
        addendum, copy = decision.addendum, decision.copy
        return DecisionRow(
            uid=addendum.UID(),
            title=addendum.Title(),
            url=addendum.absolute_url(),
            part=part_for(addendum, self.context),
            outcome=OUTCOMES.get(decision.outcome),
            copy_url=copy.absolute_url() if copy else None,
        )

    def _act(self, form: dict[str, Any]) -> None:
        uid, outcome = one(form, "addendum"), one(form, "outcome")
        if outcome in (*OUTCOMES, OPEN):
            try:
                decide(self.context, uid, outcome)
            except NoPartError:
                api.portal.show_message(NO_PART, self.request, type="error")
        take_over(self.context, one(form, "taken"))
        ready = many(form, "ready")
        for thing in self.lacks.drafts:
            if thing.UID() in ready and not wordless(thing):
                api.content.transition(thing, "submit")


def _draft_row(thing: Any) -> DraftRow:
    return DraftRow(
        uid=thing.UID(),
        kind=KINDS[thing.portal_type],
        title=thing.Title(),
        url=thing.absolute_url(),
        is_written=is_written(thing),
    )
