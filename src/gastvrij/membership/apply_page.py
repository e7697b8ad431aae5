"""What the form shows of itself: its steps, its boxes, and what was filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.membership import drafts
from gastvrij.membership.answers import Answer
from gastvrij.membership.answers import answers_of
from gastvrij.membership.form_checks import needed
from gastvrij.membership.form_pages import Page
from gastvrij.membership.form_pages import pages
from gastvrij.membership.way_in import Office
from gastvrij.settings.records import settings
from gastvrij.values.boxes import Box
from gastvrij.values.boxes import box_of
from gastvrij.values.boxes import Mistake
from gastvrij.values.boxes import mistakes_of
from gastvrij.values.sheet import Sheet
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


LOOK = _("form_page_check", default="Check and send")


@dataclass(frozen=True)
class Step:
    """A page in the list of steps; ``state`` is done, now or later."""

    number: int
    title: Message
    state: str


@dataclass(frozen=True)
class Told:
    """The answers of one page, for the last look."""

    id: str
    title: Message
    answers: list[Answer]


@implementer(ITitledPage)
class ApplyPage(Office):
    """The form as it stands: which page is shown, and what is known so far."""

    tab_title = _("apply_title", default="Apply with your group")

    boxes = ViewPageTemplateFile("../values/templates/boxes.pt")

    now: datetime
    sheet: Sheet
    step = ""
    token = ""
    is_late = False
    is_crowded = False
    is_held = False
    is_resumable = False
    resume_error: Message | None = None
    wrong: Mapping[str, Message] = {}

    @cached_property
    def draft_id(self) -> str:
        """Which draft the token is for; empty for a form that is just begun."""
        return drafts.draft_id_of(self.token, self.now) if self.token else ""

    @property
    def draft(self) -> Any:
        """What was filled in so far."""
        return drafts.draft_called(self.context, self.draft_id)

    @property
    def macros(self) -> Any:
        """What draws a box."""
        return self.boxes.macros

    @property
    def page(self) -> Page | None:
        """The page that is shown; none at the last look."""
        return next((page for page in pages() if page.id == self.step), None)

    @property
    def page_boxes(self) -> list[Box]:
        """The boxes of the page that is shown."""
        boxes = [box_of(self.sheet, name) for name in self.sheet.entries]
        also = needed(self.draft.typed if self.draft else {})
        return [replace(box, is_needed=box.id in also) for box in boxes]

    @property
    def mistakes(self) -> list[Mistake]:
        """What is wrong, for the list above the form."""
        return mistakes_of(self.sheet)

    @property
    def steps(self) -> list[Step]:
        """All steps, with how far the reader is."""
        titles = [*(page.title for page in pages()), LOOK]
        now = self._number
        states = ["done" if n < now else "later" for n in range(1, len(titles) + 1)]
        states[now - 1] = "now"
        numbered = enumerate(zip(titles, states, strict=True), 1)
        return [Step(number, title, state) for number, (title, state) in numbered]

    @property
    def number(self) -> int:
        """The number of the page that is shown, from 1."""
        return self._number

    @property
    def told(self) -> list[Told]:
        """What was filled in, page by page."""
        typed = self.draft.typed if self.draft else {}
        language = api.portal.get_current_language()
        return [
            Told(page.id, page.title, answers_of(page, typed, self.wrong, language))
            for page in pages()
        ]

    @property
    def kept_days(self) -> int:
        """How long a half-filled form is kept."""
        return settings().keep_unconfirmed_days

    @property
    def _number(self) -> int:
        ids = [page.id for page in pages()]
        return ids.index(self.step) + 1 if self.step in ids else len(ids) + 1
