"""The page on which a coordinator writes to people who registered."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.links.once import token_of
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import in_words
from gastvrij.mail.letters import Letter
from gastvrij.networkday.mailboxes import Caller
from gastvrij.networkday.mailboxes import Mailbox
from gastvrij.networkday.mailboxes import mailboxes
from gastvrij.networkday.mailboxes import to_call
from gastvrij.networkday.people_letter import chosen_people
from gastvrij.networkday.people_letter import letter_for
from gastvrij.networkday.people_letter import post_letters
from gastvrij.networkday.people_letter import Wanted
from gastvrij.networkday.people_letter_form import Blank
from gastvrij.networkday.people_letter_form import blank_letter
from gastvrij.networkday.people_letter_form import entries
from gastvrij.networkday.people_letter_form import IPeopleLetter
from gastvrij.networkday.registration import Person
from gastvrij.values.boxes import Box
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import FormPage
from plone import api
from typing import Any
from urllib.parse import urlencode
from zope.interface import implementer


NOBODY = _("error_letter_nobody", default="There is nobody to whom this applies.")
ONLY_CALLED = _(
    "error_letter_only_called",
    default="None of these people has an e-mail address: call them.",
)


@implementer(ITitledPage)
class WriteToPeople(FormPage):
    """``/netwerkdagen/<id>/write-to-people``: write, look once more, and send."""

    tab_title = _("way_write", default="Write a letter")
    schema = IPeopleLetter
    is_preview = False

    def __call__(self) -> str:
        """Show the form, the letter as it will be, or send it."""
        keep_to_yourself(self.request.response)
        self.site, self.now = api.portal.get(), datetime.now(UTC)
        return super().__call__()

    def entries(self) -> Iterable[Entry]:
        """Return what is asked."""
        return entries()

    @cached_property
    def content(self) -> Blank:
        """A letter to everybody, for who has just come."""
        return blank_letter(self.context)

    @property
    def here(self) -> str:
        """The address of this page."""
        return f"{self.context.absolute_url()}/write-to-people"

    @cached_property
    def token(self) -> str:
        """The token of this letter: sent twice, it goes out once."""
        return token_of(self.request)

    @property
    def wants_more(self) -> str:
        """What asks for the form again: another look at what was written."""
        return "edit" if self.action == "edit" else ""

    @property
    def action(self) -> str:
        """What the button that was pressed asks."""
        return one(self.request.form, "action")

    def save(self) -> str:
        """Show the letter as it will be, or send it once."""
        if self._letters_sent(self.token):
            return self._receipt
        if not self.recipients:
            self.sheet.sentences["standings"] = ONLY_CALLED if self.people else NOBODY
            return ""
        if self.action != "send":
            self.is_preview = True
            return ""
        count = post_letters(self.context, self.people, *self._words, self.now)
        remember(self.site, self.token, f"{self.context.UID()} {count}", self.now)
        return self._receipt

    @property
    def boxes(self) -> list[Box]:
        """The boxes of the form."""
        return [self.box(name) for name in self.sheet.entries]

    @property
    def hidden(self) -> Iterator[tuple[str, str]]:
        """What was typed, by name, for the form behind the preview."""
        for name, typed in self.sheet.typed.items():
            for each in typed if isinstance(typed, list) else [typed]:
                yield name, each

    @cached_property
    def people(self) -> list[Person]:
        """Whom the letter is for."""
        values = self.sheet.values
        standings, item, group = values["standings"], values["item"], values["group"]
        wanted = Wanted(frozenset(standings), item or "", group or "")
        return chosen_people(self.context, wanted)

    @cached_property
    def recipients(self) -> list[Mailbox]:
        """Where it goes."""
        return mailboxes(self.context, self.people)

    @cached_property
    def callers(self) -> list[Caller]:
        """Who has no mailbox."""
        return to_call(self.context, self.people)

    @cached_property
    def sample(self) -> Letter:
        """The letter as the first reader gets it."""
        return in_words(letter_for(self.context, self.recipients[0], *self._words))

    def sample_parts(self) -> list[dict[str, Any]]:
        """Return its paragraphs as lines; a button is its label."""
        return [
            {"button": str(part.label), "lines": []}
            if isinstance(part, Button)
            else {"button": "", "lines": str(part).split("\n")}
            for part in self.sample.body
        ]

    @property
    def sent(self) -> str:
        """How many letters have just gone; empty when none have."""
        return self._letters_sent(one(self.request.form, "receipt"))

    @property
    def _words(self) -> tuple[str, str]:
        return self.sheet.values["subject"], self.sheet.values["text"]

    @property
    def _receipt(self) -> str:
        return f"{self.here}?{urlencode({'receipt': self.token})}"

    def _letters_sent(self, token: str) -> str:
        uid, _space, count = (receipt_of(self.site, token) or "").partition(" ")
        return count if uid == self.context.UID() else ""
