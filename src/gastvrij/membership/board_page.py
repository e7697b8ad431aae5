"""What the board decides on: a list, and a sheet to print."""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.membership.answers import Answer
from gastvrij.membership.answers import answers_in
from gastvrij.membership.lists import Row
from gastvrij.membership.lists import row_of
from gastvrij.membership.remarks import IN_THE_BOARDS_HANDS
from gastvrij.membership.remarks import is_undisputed
from gastvrij.membership.summary import in_states
from gastvrij.membership.vocabularies import OPINIONS
from gastvrij.places.municipalities import municipality
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import full_date
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


@dataclass(frozen=True)
class Sheet:
    """One application on the board's sheet."""

    name: str
    place: str
    number: str
    advice: str
    answers: list[tuple[Message, list[Answer]]]
    remarks: list[tuple[str, Message, str]]
    is_undisputed: bool


@implementer(ITitledPage)
class BoardView(BrowserView):
    """``/lid-worden/board``: what the board decides on; also as a sheet to print."""

    tab_title = _("board_title", default="For the board")

    @cached_property
    def rows(self) -> list[Row]:
        """The applications that are before the board."""
        now = datetime.now(UTC)
        found = in_states(self.context, IN_THE_BOARDS_HANDS)
        return [row_of(self.context, each, now) for each in found]

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The same applications in full."""
        return [_sheet(self.context[row.id]) for row in self.rows]

    @property
    def undisputed(self) -> list[Sheet]:
        """Those that can be passed in one go."""
        return [sheet for sheet in self.sheets if sheet.is_undisputed]

    @property
    def today(self) -> str:
        """The date on the sheet."""
        day = datetime.now(BELGIUM).date()
        return full_date(day, api.portal.get_current_language())


def _sheet(application: Any) -> Sheet:
    opinions = dict(OPINIONS)
    return Sheet(
        application.group_name,
        municipality(application.municipality).name_nl,
        application.number or "",
        application.secretariat_advice or "",
        answers_in(application, api.portal.get_current_language()),
        [
            (row["name"], opinions[row["opinion"]], row["text"] or "")
            for row in application.board_remarks or []
        ],
        is_undisputed(application),
    )
