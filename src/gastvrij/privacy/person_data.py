"""The page on which the secretariat sees, exports and erases what is kept of somebody.

The address is sent by POST only: it stands in no address bar, history or log.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.privacy.acts import last_acts
from gastvrij.privacy.acts import title_of
from gastvrij.privacy.acts import write_down
from gastvrij.privacy.subject import erase_everywhere
from gastvrij.privacy.subject import export_everywhere
from gastvrij.privacy.subject import find_everywhere
from gastvrij.privacy.subject import RoomFound
from gastvrij.spelling.dates import moment_in_words
from gastvrij.values.mail_address import NO_ADDRESS
from gastvrij.values.mail_address import same_address
from gastvrij.values.refusal import Refused
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer

import json
import transaction


MOST = 254
EXPORTED, ERASED = "person_exported", "person_erased"
WORDS = {
    EXPORTED: _("act_person_exported", default="Data of a person downloaded"),
    ERASED: _("act_person_erased", default="Data of a person erased"),
}
NOT_THE_SAME = _(
    "error_address_again",
    default="This is another address than the one above. Type it once more.",
)
YOURSELF = _(
    "error_erase_yourself",
    default="This is your own address. Ask somebody else of the secretariat to do it.",
)


@dataclass(frozen=True, slots=True)
class ActRow:
    """Something that was done with data of people, in words."""

    moment: str
    what: Message | str
    count: int
    who: str


@implementer(ITitledPage)
class PersonData(BrowserView):
    """``/person-data``: type an address, then see, download or erase what is kept."""

    tab_title = _("heading_person_data", default="What do we keep of somebody?")

    def __call__(self) -> str:
        """Show the page, or do what its form asks."""
        keep_to_yourself(self.request.response)
        self.errors: dict[str, Message] = {}
        self.erased: int | None = None
        self.email = self._typed("email")
        if self.request.method != "POST":
            return self.index()
        CheckAuthenticator(self.request)
        if not _is_address(self.email):
            self.errors["email"] = NO_ADDRESS
            return self.index()
        act = self._acts().get(self._typed("action"))
        return act() if act else self.index()

    @property
    def is_found(self) -> bool:
        """Whether to show what is kept of somebody."""
        asked = self.request.method == "POST" and "email" not in self.errors
        return asked and self.erased is None

    @cached_property
    def rooms(self) -> list[RoomFound]:
        """What is kept of the person, by room."""
        return find_everywhere(self.context, self.email)

    @property
    def number(self) -> int:
        """How many things are kept of the person."""
        return sum(len(room.found) for room in self.rooms)

    @property
    def last_acts(self) -> list[ActRow]:
        """What was done with data of people, the last first."""
        language = api.portal.get_current_language()
        return [
            ActRow(
                moment_in_words(act.moment, language),
                WORDS.get(act.what) or title_of(act.what),
                act.count,
                _name_of(act.who),
            )
            for act in last_acts(self.context)
        ]

    def _acts(self) -> dict[str, Callable[[], str]]:
        return {"export": self._export, "erase": self._erase}

    def _typed(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def _export(self) -> str:
        """Return all that is kept, as a file to keep."""
        exported = export_everywhere(self.context, self.email)
        count = sum(len(things) for things in exported.values())
        self._write_down(EXPORTED, count)
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader(
            "Content-Disposition", 'attachment; filename="persoonsgegevens.json"'
        )
        return json.dumps(exported, ensure_ascii=False, indent=2, default=str)

    def _erase(self) -> str:
        """Erase all that is kept, when the address was typed again."""
        if not same_address(self._typed("again"), self.email):
            self.errors["again"] = NOT_THE_SAME
        elif same_address(self.email, _email_of_user()):
            self.errors["again"] = YOURSELF
        else:
            self._erase_everywhere()
        return self.index()

    def _erase_everywhere(self) -> None:
        savepoint = transaction.savepoint()
        now = datetime.now(UTC)
        try:
            counts = erase_everywhere(self.context, self.email, now)
        except Refused as refused:
            savepoint.rollback()
            self.errors["again"] = refused.doc()
            return
        self.erased = sum(counts.values())
        self._write_down(ERASED, self.erased)

    def _write_down(self, what: str, count: int) -> None:
        who = api.user.get_current().getId()
        write_down(self.context, what, who, count, datetime.now(UTC))


def _is_address(text: str) -> bool:
    """Tell whether this can be what somebody has as an address, however old."""
    is_one = "@" in text[1:-1] and text.isprintable() and " " not in text
    return is_one and len(text) <= MOST


def _email_of_user() -> str:
    return api.user.get_current().getProperty("email", "") or ""


def _name_of(user_id: str) -> str:
    member = api.user.get(userid=user_id)
    return (member.getProperty("fullname") if member else "") or user_id
