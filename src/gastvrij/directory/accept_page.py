"""The page that a link in a letter leads to: somebody is asked to speak for a group."""

from collections.abc import Iterable
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.accounts.open_view import open_url
from gastvrij.accounts.people import name_of
from gastvrij.accounts.people import user_for
from gastvrij.directory.contacts import Contact
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.invitations import Invitation
from gastvrij.directory.invitations import invitation_to
from gastvrij.directory.invitations import PURPOSE
from gastvrij.directory.member_file import IContactRow
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.people_forms import person_entries
from gastvrij.directory.taking_over import accept
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.ledger import LinkRefused
from gastvrij.links.ledger import LinkUsed
from gastvrij.links.ledger import look
from gastvrij.links.ledger import redeem
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import full_date
from gastvrij.values.boxes import Box
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import FormPage
from plone import api
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
from types import SimpleNamespace
from typing import Any
from typing import ClassVar
from zope.interface import implementer


GONE = 410


@implementer(ITitledPage)
class AcceptPage(FormPage):
    """``/groepen/handover?token=``: GET shows who asks what, POST accepts.

    The group itself may be hidden from whoever has the link: the page tells its name.
    """

    schema: ClassVar = IContactRow
    tab_title = _("heading_accept", default="Speak for a group")

    group: MemberOrganisation | None = None
    invitation: Invitation | None = None
    accepted: Contact | None = None
    is_used = False

    def __call__(self) -> str:
        """Show what the link is for, or accept; tell when the link does not work."""
        keep_to_yourself(self.request.response)
        self.site, self.now = api.portal.get(), datetime.now(UTC)
        self.token = one(self.request.form, "token")
        self._look()
        if self.invitation is None:
            self.request.response.setStatus(GONE)
            return self.index()
        return super().__call__()

    def _look(self) -> None:
        try:
            link = look(self.site, self.token, PURPOSE, self.now)
        except LinkRefused as refused:
            self.is_used = isinstance(refused, LinkUsed)
            return
        self.group = uuidToObject(link.thing, unrestricted=True)
        if self.group is not None:
            self.invitation = invitation_to(self.group, link.person, self.now)

    @property
    def content(self) -> Any:
        """What is known of whoever is asked: the name of their account."""
        user = user_for(self.invitation.email) if self.invitation else None
        name = name_of(user.getId()) if user else ""
        return SimpleNamespace(name=name, phone=None)

    def entries(self) -> Iterable[Entry]:
        """Return name and phone."""
        return person_entries()

    @property
    def boxes(self) -> list[Box]:
        """The boxes of the form."""
        return [self.box(name) for name in self.sheet.entries]

    @cached_property
    def asker(self) -> Contact | None:
        """Who asks."""
        if self.group is None or self.invitation is None:
            return None
        return contact_called(self.group, self.invitation.asked_by)

    @property
    def until(self) -> str:
        """The last day on which the link works, in words."""
        if self.invitation is None:
            return ""
        day = self.invitation.until.astimezone(BELGIUM).date()
        return full_date(day, api.portal.get_current_language())

    @property
    def open_url(self) -> str:
        """Where somebody who accepted goes on, by way of logging in."""
        return open_url(self.site, IUUID(self.group)) if self.group else ""

    def save(self) -> str:
        """Accept; the page then tells how to go on."""
        if self.group is None or self.invitation is None:
            return ""
        redeem(self.site, self.token, PURPOSE, self.now)
        who = (self.sheet.values["name"], self.sheet.values["phone"])
        language = api.portal.get_current_language()
        self.accepted = accept(self.group, self.invitation, *who, self.now, language)
        return ""
