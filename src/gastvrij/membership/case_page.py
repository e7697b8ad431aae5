"""What the page of an application shows to the secretariat and the board."""

from dataclasses import dataclass
from datetime import datetime
from gastvrij.directory.internal_notes import NOTES_ID
from gastvrij.membership.answers import Answer
from gastvrij.membership.answers import answers_in
from gastvrij.membership.approval import DIRECTORY
from gastvrij.membership.case_actions import HANDLE
from gastvrij.membership.decision import same_name
from gastvrij.membership.log import INFORMED
from gastvrij.membership.log import INFORMED_TITLE
from gastvrij.membership.log import who_in_words
from gastvrij.membership.neighbours import neighbours_of
from gastvrij.membership.step_form import Form
from gastvrij.membership.vocabularies import OPINIONS
from gastvrij.membership.vocabularies import OUTCOMES
from gastvrij.places.municipalities import municipality
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import full_date
from gastvrij.values.boxes import Mistake
from gastvrij.values.boxes import mistakes_of
from plone import api
from plone.app.uuid.utils import uuidToCatalogBrain
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Neighbour:
    """A member that is near: where, and how far."""

    name: str
    place: str
    km: int
    url: str


@dataclass(frozen=True)
class Line:
    """One line of the log, a remark or a note: when, who, and what."""

    day: str
    who: Any
    what: Any
    text: str


class CasePage(BrowserView):
    """What the group told, what happened, and what others think of it."""

    boxes = ViewPageTemplateFile("../values/templates/boxes.pt")

    language = "nl"

    @property
    def macros(self) -> Any:
        """What draws a box."""
        return self.boxes.macros

    @property
    def forms(self) -> list[Form]:
        """What the reader can do now, one form each."""
        raise NotImplementedError

    @property
    def mistakes(self) -> list[Mistake]:
        """What is wrong with the form that was sent."""
        return [m for form in self.forms for m in mistakes_of(form.sheet)]

    @property
    def place(self) -> str:
        """The municipality of the group."""
        return municipality(self.context.municipality).name_nl

    @property
    def state(self) -> Message:
        """The state in words."""
        workflow = api.portal.get_tool("portal_workflow")
        state = api.content.get_state(self.context)
        title = workflow.getTitleForStateOnType(state, self.context.portal_type)
        return Message(title, domain="plone")

    @property
    def answers(self) -> list[tuple[Message, list[Answer]]]:
        """What the group told, by page of the form."""
        return answers_in(self.context, self.language)

    @property
    def may_handle(self) -> bool:
        """Whether the reader handles applications, and reads internal notes."""
        return bool(api.user.has_permission(HANDLE, obj=self.context))

    @property
    def namesakes(self) -> list[Any]:
        """Groups that bear the same name already."""
        directory = api.portal.get().get(DIRECTORY)
        if directory is None or self.context.decision:
            return []
        return same_name(directory, self.context.group_name or "")

    @property
    def group_url(self) -> str:
        """Where the group is that the approval made, for who may see it; or empty."""
        uid = self.context.group_uid
        brain = uuidToCatalogBrain(uid) if uid else None
        return brain.getURL() if brain else ""

    @property
    def neighbours(self) -> list[Neighbour]:
        """The members that are near, for the secretariat."""
        if not self.may_handle:
            return []
        site = api.portal.get().absolute_url()
        return [
            Neighbour(
                hit.group.title,
                municipality(hit.group.nis).name_nl,
                hit.km,
                f"{site}/{DIRECTORY}/{hit.group.id}",
            )
            for hit in neighbours_of(self.context)
        ]

    @property
    def log(self) -> list[Line]:
        """What happened, the newest first."""
        return [
            Line(
                self._day(row["on"]),
                who_in_words(row["who"]),
                self._what(row),
                row["note"] or "",
            )
            for row in reversed(self.context.log or [])
        ]

    @property
    def remarks(self) -> list[Line]:
        """What the members of the board think."""
        opinions = dict(OPINIONS)
        return [
            Line(
                self._day(row["on"]),
                row["name"],
                opinions[row["opinion"]],
                row["text"] or "",
            )
            for row in self.context.board_remarks or []
        ]

    @property
    def notes(self) -> list[Line]:
        """The internal notes, the newest first; none for who may not read them."""
        if not self.may_handle or NOTES_ID not in self.context:
            return []
        rows = self.context[NOTES_ID].notes or []
        return [
            Line(full_date(row["on"], self.language), row["author"], "", row["text"])
            for row in reversed(rows)
        ]

    @property
    def decision(self) -> Line | None:
        """What the board decided."""
        row = self.context.decision
        if not row:
            return None
        day = full_date(row["on"], self.language)
        return Line(day, "", dict(OUTCOMES)[row["outcome"]], row["reason"] or "")

    def _day(self, moment: datetime) -> str:
        return full_date(moment.astimezone(BELGIUM).date(), self.language)

    def _what(self, row: dict[str, Any]) -> Message:
        is_told = row["transition"] == INFORMED
        return INFORMED_TITLE if is_told else self._state_title(row["after"])

    def _state_title(self, state: str) -> Message:
        workflow = api.portal.get_tool("portal_workflow")
        title = workflow.getTitleForStateOnType(state, self.context.portal_type)
        return Message(title, domain="plone")
