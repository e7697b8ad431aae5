"""The page on which a reader says that something may not be right any more."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.brake import count_asking
from gastvrij.links.brake import times_asked
from gastvrij.links.client import client_of
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.links.once import token_of
from gastvrij.mail.letters import one_line
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.flag_words import KINDS
from gastvrij.toolkit.flags import doubt
from gastvrij.toolkit.flags import MOST_CHARACTERS
from gastvrij.toolkit.headings import Heading
from gastvrij.toolkit.headings import with_anchors
from gastvrij.toolkit.mistakes import MarksMistakes
from gastvrij.values.entries import one
from gastvrij.values.html import safe_html
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from urllib.parse import urlencode
from zExceptions import NotFound
from zope.interface import implementer

import re


FLAG = "toolkit.flag"
# how often within an hour; a library has one address for all its readers
MOST_FROM_COMPUTER = 10
MOST_ABOUT_PART = 20
OPENED = re.compile(r"[0-9]{10}", re.ASCII)  # seconds since 1970
SHORTEST = timedelta(seconds=2)
TRAP = "subject"
NO_KIND = _("error_flag_kind", default="Choose what may not be right.")
TOO_LONG = _("error_flag_long", default="Write at most 300 characters.")
TOO_FAST = _("error_flag_fast", default="That went very fast. Send it once more.")
TRAPPED = _(
    "error_flag_trap",
    default="A field that has to stay empty was filled in. Send it once more.",
)
CROWDED = _(
    "error_flag_crowded",
    default="Many remarks came in at once. Try again in an hour.",
)


@implementer(ITitledPage)
class FlagPage(MarksMistakes, BrowserView):
    """``/toolkit/2/<chapter>/<part>/flag?heading=``: a doubt, and no account."""

    tab_title = _("link_still_right", default="Is this still right?")
    kinds = KINDS
    with_help = frozenset({"line"})
    is_sent = False

    def __call__(self) -> str:
        """Show the form, keep what was sent, or thank for it."""
        if api.content.get_state(edition_of(self.context)) != CURRENT:
            raise NotFound("flag")
        keep_to_yourself(self.request.response)
        self.site, self.now, self.mistakes = api.portal.get(), datetime.now(UTC), {}
        if self.request.method == "POST":
            return self._answer()
        self.is_sent = self._is_sent(self._sent("receipt"))
        return self.index()

    @cached_property
    def heading(self) -> Heading | None:
        """What it is about; nothing for the whole text, or when it is gone."""
        text = with_anchors(safe_html(self.context, "text"))
        asked = self._sent("heading")
        return next((each for each in text.headings if each.id == asked), None)

    @property
    def kind(self) -> str:
        """What was chosen."""
        return self._typed("kind")

    @property
    def line(self) -> str:
        """What was written."""
        return self._typed("line")

    @cached_property
    def token(self) -> str:
        """The token of this form, the same however often it is shown again."""
        return token_of(self.request)

    @property
    def opened(self) -> str:
        """When the form was first shown, in seconds since 1970."""
        opened, now = self._typed("opened"), str(int(self.now.timestamp()))
        return opened if OPENED.fullmatch(opened) and opened < now else now

    @property
    def back_url(self) -> str:
        """Where the reader was."""
        anchor = f"#{self.heading.id}" if self.heading else ""
        return f"{self.context.absolute_url()}{anchor}"

    def _answer(self) -> str:
        if self._is_sent(self.token):
            return self._show_receipt()
        self.mistakes = dict(self._wrong())
        if self.mistakes:
            return self._show_form(400)
        counted = self._counted()
        if any(
            times_asked(self.site, FLAG, who, self.now) >= most
            for who, most in counted.items()
        ):
            self.mistakes = {"send": CROWDED}
            return self._show_form(429)
        for who in counted:
            count_asking(self.site, FLAG, who, self.now)
        place = (self.heading.id, self.heading.title) if self.heading else ("", "")
        line = one_line(self.line)
        doubt(self.site, self.context, place, self.kind, line, self.now)
        remember(self.site, self.token, self._receipt, self.now)
        return self._show_receipt()

    def _wrong(self) -> Any:
        if self.kind not in KINDS:
            yield "kind", NO_KIND
        if len(self.line) > MOST_CHARACTERS:
            yield "line", TOO_LONG
        if self._typed(TRAP):
            yield "send", TRAPPED
        elif self.now - datetime.fromtimestamp(int(self.opened), UTC) < SHORTEST:
            yield "send", TOO_FAST

    def _counted(self) -> dict[str, int]:
        client = client_of(self.request)
        from_computer = {f"from {client}": MOST_FROM_COMPUTER} if client else {}
        return from_computer | {f"about {self.context.UID()}": MOST_ABOUT_PART}

    @property
    def _receipt(self) -> str:
        return f"flag {self.context.UID()}"

    def _show_form(self, status: int) -> str:
        self.request.response.setStatus(status)
        return self.index()

    def _show_receipt(self) -> str:
        heading = self.heading.id if self.heading else ""
        query = urlencode({"receipt": self.token, "heading": heading})
        url = f"{self.context.absolute_url()}/flag?{query}"
        self.request.response.redirect(url, status=303)
        return ""

    def _is_sent(self, token: str) -> bool:
        return receipt_of(self.site, token) == self._receipt

    def _sent(self, name: str) -> str:
        return one(self.request.form, name)

    def _typed(self, name: str) -> str:
        return self._sent(name) if self.request.method == "POST" else ""
