"""The page on which a visitor writes to a group, which need not show an address."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.directory.message_form import Field
from gastvrij.directory.message_form import fields_of
from gastvrij.directory.profile_view import ProfileView
from gastvrij.directory.relay import is_crowded
from gastvrij.directory.relay import pass_on
from gastvrij.directory.relay import recipients_of
from gastvrij.directory.visitor_message import message_of
from gastvrij.directory.visitor_message import Mistake
from gastvrij.directory.visitor_message import mistakes_in
from gastvrij.directory.visitor_message import typed_in
from gastvrij.links.client import client_of
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.links.once import token_of
from gastvrij.settings.records import settings
from plone import api
from urllib.parse import urlencode

import re


OPENED = re.compile(r"[0-9]{10}", re.ASCII)  # seconds since 1970
SHORTEST = timedelta(seconds=3)
TRAP = "subject"
TOO_FAST = _(
    "error_write_fast",
    default="That went very fast. Read your message once more and send it again.",
)
TRAPPED = _(
    "error_write_trap",
    default="A field that has to stay empty was filled in. It is empty now: send your"
    " message again.",
)


class WriteView(ProfileView):
    """``/groepen/<id>/write``: a message that the group gets by e-mail."""

    is_crowded = False
    is_sent = False
    mistakes: tuple[Mistake, ...] = ()

    def __call__(self) -> str:
        """Show the form, or pass on what was sent with it and show the receipt."""
        keep_to_yourself(self.request.response)
        self.site = api.portal.get()
        self.now = datetime.now(UTC)
        self.read_profile()
        if self.request.method == "POST":
            return self._answer()
        self.is_sent = self._is_sent(self._text("receipt"))
        return self.index()

    @cached_property
    def typed(self) -> dict[str, str]:
        """What was typed in each field; an address cannot fill in the form."""
        is_sent = self.request.method == "POST"
        return typed_in(self.request.form if is_sent else {})

    @cached_property
    def token(self) -> str:
        """The token of this form, the same however often it is shown again."""
        return token_of(self.request)

    @property
    def can_be_written_to(self) -> bool:
        """Whether the group is there, and somebody reads what is written."""
        return self.state == "active" and bool(recipients_of(self.context))

    @property
    def fields(self) -> list[Field]:
        """The fields, with what was typed and what is wrong with it."""
        return fields_of(self.typed, self.mistakes)

    @property
    def opened(self) -> str:
        """When the form was first shown, in seconds since 1970."""
        opened, now = self._text("opened"), str(int(self.now.timestamp()))
        is_past = OPENED.fullmatch(opened) and opened < now
        return opened if is_past else now

    @property
    def kept_days(self) -> int:
        """How many days the site keeps a message that it has passed on."""
        return settings().keep_letter_text_days

    def _answer(self) -> str:
        if self._is_sent(self.token):
            return self._show_receipt()
        if not self.can_be_written_to:
            return self._show_form(409)
        self.mistakes = (*mistakes_in(self.typed), *self._machine_marks())
        if self.mistakes:
            return self._show_form(400)
        message = message_of(self.typed)
        sender = client_of(self.request)
        self.is_crowded = is_crowded(self.site, self.context, message, sender, self.now)
        if self.is_crowded:
            return self._show_form(429)
        language = api.portal.get_current_language()
        pass_on(self.site, self.context, message, sender, language, self.now)
        remember(self.site, self.token, self.context.UID(), self.now)
        return self._show_receipt()

    def _machine_marks(self) -> list[Mistake]:
        """Return what a program does and a person does not, in words for a person."""
        if self._text(TRAP):
            return [Mistake("send", TRAPPED)]
        shown = datetime.fromtimestamp(int(self.opened), UTC)
        return [Mistake("send", TOO_FAST)] if self.now - shown < SHORTEST else []

    def _show_form(self, status: int) -> str:
        self.request.response.setStatus(status)
        return self.index()

    def _show_receipt(self) -> str:
        query = urlencode({"receipt": self.token})
        url = f"{self.context.absolute_url()}/write?{query}"
        self.request.response.redirect(url, status=303)
        return ""

    def _is_sent(self, token: str) -> bool:
        return receipt_of(self.site, token) == self.context.UID()

    def _text(self, name: str) -> str:
        value = self.request.form.get(name)
        return value if isinstance(value, str) else ""
