"""The page on which people register for a network day, without an account."""

from collections.abc import Mapping
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.links.client import client_of
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.once import new_form_token
from gastvrij.networkday.own_groups import own_groups
from gastvrij.networkday.receiving import party_sent
from gastvrij.networkday.receiving import receive
from gastvrij.networkday.receiving import TooManyForms
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.registration_entries import IRegistration
from gastvrij.networkday.registration_form import all_entries
from gastvrij.networkday.registration_form import blank_in
from gastvrij.networkday.registration_form import COUNT
from gastvrij.networkday.registration_form import count_in
from gastvrij.networkday.registration_form import IN_PARTS
from gastvrij.networkday.registration_form import MOST_PEOPLE
from gastvrij.networkday.registration_form import number_in
from gastvrij.networkday.registration_form import registered
from gastvrij.networkday.registration_form import sender_in
from gastvrij.networkday.registration_form import without
from gastvrij.networkday.registration_page import RegistrationPage
from gastvrij.networkday.seats import SeatRefused
from gastvrij.networkday.seats import TooManyOfGroup
from gastvrij.networkday.turns import take_turn
from gastvrij.values.entries import one
from gastvrij.values.sheet import Sheet
from typing import Any
from urllib.parse import urlencode
from zope.i18nmessageid import Message

import re


OPENED = re.compile(r"[0-9]{10}", re.ASCII)  # seconds since 1970
SHORTEST = timedelta(seconds=3)
TRAP = "subject"
TOO_FAST = _(
    "register_fast",
    default="That went very fast. Look at it once more and send it again.",
)
TRAPPED = _(
    "register_trap",
    default="A field that has to stay empty was filled in. It is empty now: send the"
    " form again.",
)


class RegisterView(RegistrationPage):
    """``/netwerkdagen/<id>/register``: one person, or several in one form.

    The buttons that add and take away a person keep all that was typed, and nothing
    else.
    """

    page = "register"
    to_our_people = _(
        "link_our_people",
        default="You are a contact person: see and register the people of your group",
    )
    held: Message | None = None
    is_crowded = False
    is_partial_news = False
    party: Party | None = None

    def __call__(self) -> str:
        """Show the form, change it, send it, or tell what comes next."""
        keep_to_yourself(self.request.response)
        self.now = datetime.now(UTC)
        if self.request.method == "POST":
            return self._do(self.request.form)
        self.party = party_sent(self.context, one(self.request.form, "receipt"))
        self._fill({})
        return self.index()

    @cached_property
    def token(self) -> str:
        """The token of this form, the same however often it is shown again."""
        sent = one(self.request.form, "token")
        is_sent = self.request.method == "POST"
        return (sent if is_sent else "") or new_form_token()

    @property
    def opened(self) -> str:
        """When the form was first shown, in seconds since 1970."""
        opened = one(self.request.form, "opened")
        now = str(int(self.now.timestamp()))
        return opened if OPENED.fullmatch(opened) and opened < now else now

    @property
    def is_contact(self) -> bool:
        """Whether the reader speaks for a group, and can register its people."""
        return bool(own_groups())

    @property
    def told(self) -> str:
        """How many free seats the page tells of; what it was sent with agrees."""
        return str(self.availability.free) if self.partial else ""

    def _do(self, form: Mapping[str, Any]) -> str:
        if one(form, "more"):
            self._fill({**form, COUNT: str(min(count_in(form) + 1, MOST_PEOPLE))})
            return self.index()
        gone = one(form, "less")
        if gone:
            self._fill(without(form, self.asked, number_in(gone)))
            return self.index()
        return self._send(form)

    def _send(self, form: Mapping[str, Any]) -> str:
        take_turn(self.context)
        known = party_sent(self.context, self.token)
        if known is not None:
            return self._show_receipt()
        self._fill(without(form, self.asked, blank_in(form, self.asked)))
        if not self.is_open:
            return self._show(409)
        self.sheet.check(IRegistration)
        if not self.sheet.is_right:
            return self._show(400)
        self.held = self._machine_mark()
        if self.held:
            return self._show(400)
        if self.partial and one(form, "told") != self.told:
            self.is_partial_news = True
            return self._show(200)
        return self._keep()

    def _keep(self) -> str:
        values = self.sheet.values
        entries = registered(values, self.asked, self.count)
        client = client_of(self.request)
        try:
            receive(self.context, entries, self.sender(), client, self.token, self.now)
        except TooManyForms:
            self.is_crowded = True
            return self._show(429)
        except TooManyOfGroup as error:
            self.sheet.sentences["group"] = too_many_of_group(error.most)
            return self._show(400)
        except SeatRefused:
            return self._show(409)
        return self._show_receipt()

    def sender(self) -> Sender:
        """Return who fills in the form."""
        return sender_in(self.sheet.values, self.language)

    def _fill(self, form: Mapping[str, Any]) -> None:
        self.count = count_in(form)
        self.sheet = Sheet.sent(all_entries(self.asked, self.count), None, form)
        if "together" in self.sheet.typed:
            self.sheet.typed["together"] = self.sheet.typed["together"] or IN_PARTS

    def _machine_mark(self) -> Message | None:
        """Return what a program does and a person does not, in words for a person."""
        if one(self.request.form, TRAP):
            return TRAPPED
        shown = datetime.fromtimestamp(int(self.opened), UTC)
        return TOO_FAST if self.now - shown < SHORTEST else None

    def _show(self, status: int) -> str:
        self.request.response.setStatus(status)
        return self.index()

    def _show_receipt(self) -> str:
        query = urlencode({"receipt": self.token})
        url = f"{self.context.absolute_url()}/{self.page}?{query}"
        self.request.response.redirect(url, status=303)
        return ""


def too_many_of_group(most: int) -> Message:
    """Return what is told to a group that sends more people than a day takes of one."""
    return _(
        "error_register_most",
        default="Of one group at most ${most} can come.",
        mapping={"most": most},
    )
