"""Who did what to a part or addendum, for editors."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from gastvrij import _
from gastvrij.accounts.people import email_of
from gastvrij.accounts.people import name_of
from gastvrij.interfaces import ITitledPage
from gastvrij.spelling.dates import moment_in_words
from gastvrij.toolkit.change_record import CHANGED
from gastvrij.toolkit.change_record import recorded
from gastvrij.toolkit.change_record import SMALL
from gastvrij.toolkit.edition import edition_of
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


WHAT = {
    CHANGED: _("history_changed", default="Changed for readers"),
    SMALL: _("history_small", default="Small correction"),
}


@dataclass(frozen=True)
class Line:
    """Something that somebody did; ``when`` in words."""

    when: str
    who: str
    what: Message
    note: str


@implementer(ITitledPage)
class HistoryPage(BrowserView):
    """``who-changed`` of a part: changes and moves, newest first."""

    tab_title = _("heading_history", default="Who changed what")

    @cached_property
    def lines(self) -> list[Line]:
        """What was done, newest first."""
        language = api.portal.get_current_language()
        done = sorted((*self._changes(), *self._moves()), key=lambda each: each[0])
        return [
            Line(moment_in_words(when, language), _called(who), what, note)
            for when, who, what, note in reversed(done)
        ]

    def _changes(self) -> Iterator[tuple[datetime, str, Message, str]]:
        uid = self.context.UID()
        for change in recorded(edition_of(self.context).aq_parent):
            if change.thing == uid and change.kind in WHAT:
                yield change.when, change.who, WHAT[change.kind], change.note

    def _moves(self) -> Iterator[tuple[datetime, str, Message, str]]:
        workflow = api.portal.get_tool("portal_workflow")
        for history in (self.context.workflow_history or {}).values():
            for step in history:
                title = workflow.getTitleForStateOnType(
                    step["review_state"], self.context.portal_type
                )
                what = Message(title, domain="plone")
                when = step["time"].asdatetime()
                yield when, step["actor"] or "", what, step["comments"] or ""


def _called(user_id: str) -> str:
    return name_of(user_id) or email_of(user_id) or user_id
