"""The page of the outbox: what waits, what failed and why, and another try."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.mail.outbox import failed
from gastvrij.mail.outbox import put_aside
from gastvrij.mail.outbox import Row
from gastvrij.mail.outbox import try_again
from gastvrij.mail.outbox import waiting
from gastvrij.mail.posted import outbox_of
from gastvrij.mail.trouble import IN_WORDS
from gastvrij.spelling.dates import moment_in_words
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


MOST = 100  # rows of one list; the others follow when these are gone


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter as the secretariat sees it: never its text.

    ``next_try`` is empty for a letter that goes out with the next round.
    """

    id: str
    to: str
    subject: str
    posted: str
    attempts: int
    next_try: str
    trouble: Message | str
    said: str


@implementer(ITitledPage)
class Outbox(BrowserView):
    """``/outbox``: letters that have not gone out."""

    tab_title = _("heading_outbox", default="Letters that have yet to go out")

    def __call__(self) -> str:
        """Show the page; after a POST, do what was asked and come back."""
        keep_to_yourself(self.request.response)
        if self.request.method != "POST":
            return self.index()
        CheckAuthenticator(self.request)
        act = self._acts().get(str(self.request.form.get("action", "")))
        if act is not None:
            api.portal.show_message(self._tried(act), self.request)
        self.request.response.redirect(f"{self.context.absolute_url()}/outbox")
        return ""

    @cached_property
    def waiting(self) -> list[LetterRow]:
        """The letters that wait, the oldest first."""
        return [self._row(row) for row in self._all_waiting[:MOST]]

    @cached_property
    def failed(self) -> list[LetterRow]:
        """The letters that were given up, the oldest first."""
        return [self._row(row) for row in self._all_failed[:MOST]]

    @property
    def number_waiting(self) -> int:
        """How many letters wait."""
        return len(self._all_waiting)

    @property
    def number_failed(self) -> int:
        """How many letters were given up."""
        return len(self._all_failed)

    @property
    def trouble(self) -> Message | None:
        """What is wrong with the mail server; None while it works."""
        return IN_WORDS.get(outbox_of(self.context).troubles.reason)

    @property
    def said(self) -> str:
        """What the mail server said last, or the program that looked for it."""
        return outbox_of(self.context).troubles.said

    @property
    def since(self) -> str:
        """Since when the mail server does not work."""
        since = outbox_of(self.context).troubles.since
        return self._in_words(since) if since else ""

    @property
    def next_round(self) -> str:
        """When the mail server is tried again."""
        until = outbox_of(self.context).troubles.until
        return self._in_words(until) if until else ""

    @cached_property
    def _all_waiting(self) -> list[Row]:
        return waiting(self.context)

    @cached_property
    def _all_failed(self) -> list[Row]:
        return failed(self.context)

    def _acts(self) -> dict[str, Callable[[], Message]]:
        return {
            "again": self._again,
            "again_all": self._again_all,
            "aside": self._aside,
        }

    def _tried(self, act: Callable[[], Message]) -> Message:
        try:
            return act()
        except KeyError:
            return _("outbox_gone", default="This letter is not among them any more.")

    def _again(self) -> Message:
        try_again(self.context, str(self.request.form.get("id")), datetime.now(UTC))
        return _("outbox_again_done", default="The letter goes out in a moment.")

    def _again_all(self) -> Message:
        for row in self._all_failed:
            try_again(self.context, row.id, datetime.now(UTC))
        return _("outbox_again_all_done", default="The letters go out in a moment.")

    def _aside(self) -> Message:
        put_aside(self.context, str(self.request.form.get("id")))
        return _("outbox_aside_done", default="The letter is gone.")

    def _row(self, row: Row) -> LetterRow:
        is_later = row.next_try > datetime.now(UTC)
        return LetterRow(
            row.id,
            row.to,
            row.subject,
            self._in_words(row.posted),
            row.attempts,
            self._in_words(row.next_try) if is_later else "",
            IN_WORDS.get(row.trouble, ""),
            row.said,
        )

    def _in_words(self, moment: datetime) -> str:
        return moment_in_words(moment, api.portal.get_current_language())
