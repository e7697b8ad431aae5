"""The page of the private file of a group, for whoever may see it."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from gastvrij import _
from gastvrij.accounts.people import name_of
from gastvrij.directory.contacts import all_contacts_of
from gastvrij.directory.contacts import Contact
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.member_file import IPostalAddress
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.people_forms import PeopleForm
from gastvrij.directory.vocabularies import CONTACT_ROLES
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.spelling.dates import day_in_words
from gastvrij.values.entries import Entry
from operator import itemgetter
from plone import api
from Products.Five.browser import BrowserView
from types import SimpleNamespace
from typing import Any
from typing import ClassVar
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.schema import getFields


ROLE_WORDS = dict(CONTACT_ROLES)
FIELDS = getFields(IPostalAddress)


@implementer(ITitledPage)
class FileView(BrowserView):
    """``/groepen/<id>/dossier``: people, postal address, who confirmed."""

    tab_title = _("heading_file", default="File")

    def __call__(self) -> str:
        """Show the file; the page is kept nowhere."""
        keep_to_yourself(self.request.response)
        self.language = api.portal.get_current_language()
        return self.index()

    @cached_property
    def group(self) -> MemberOrganisation:
        """The group whose file it is."""
        return aq_parent(aq_inner(self.context))

    @property
    def people(self) -> list[tuple[Contact, Message, str | None]]:
        """Who speaks for the group, with the role in words and since when."""
        return [
            (contact, ROLE_WORDS[contact.role], self._day(contact.since))
            for contact in contacts_of(self.group)
        ]

    @property
    def former_people(self) -> list[tuple[Contact, str | None]]:
        """Who spoke for the group, the last one first, with until when."""
        ended = [(c.until, c) for c in all_contacts_of(self.group) if c.until]
        ended.sort(key=itemgetter(0), reverse=True)
        return [(contact, self._day(until)) for until, contact in ended]

    @property
    def address(self) -> dict[str, str | None]:
        """The postal address; nothing when none is known."""
        return self.context.postal_address or {}

    @property
    def member_since(self) -> str | None:
        """The day on which the group joined the network, in words."""
        return self._day(self.group.member_since)

    @property
    def confirmed_on(self) -> str | None:
        """The day on which the group said that its profile is right, in words."""
        return self._day(self.group.confirmed_on)

    @property
    def confirmed_by(self) -> str:
        """Who said so; empty when that is not known."""
        user_id = self.context.confirmed_by or ""
        known = (c.name for c in all_contacts_of(self.group) if c.user_id == user_id)
        return next(known, "") or (name_of(user_id) if user_id else "")

    @property
    def may_edit(self) -> bool:
        """Whether the reader keeps the postal address."""
        return api.user.has_permission("Modify portal content", obj=self.context)

    @property
    def may_see_people(self) -> bool:
        """Whether the reader looks after the contact persons."""
        return api.user.has_permission("gastvrij: Keep Organisation", obj=self.group)

    def _day(self, day: Any) -> str | None:
        return day_in_words(day, self.language)


class AddressPage(PeopleForm):
    """``/groepen/<id>/dossier/address``: where the post of the group goes."""

    schema: ClassVar = IPostalAddress
    heading = _("heading_postal_address", default="Postal address")
    lead = _(
        "lead_postal_address",
        default="Often somebody's home: only the secretariat, the board and the group"
        " itself see it. Empty everything to take it away.",
    )
    button = _("button_save", default="Save")
    done = _("message_saved", default="Saved.")

    @property
    def group(self) -> MemberOrganisation:
        """The group whose file it is."""
        return aq_parent(aq_inner(self.context))

    @property
    def back_url(self) -> str:
        """Where the file is."""
        return self.context.absolute_url()

    @property
    def content(self) -> Any:
        """The address that stands there."""
        known = self.context.postal_address or dict.fromkeys(FIELDS)
        return SimpleNamespace(**known)

    def entries(self) -> Iterable[Entry]:
        """Return the parts of an address."""
        return [
            Entry(FIELDS["street"], autocomplete="off"),
            Entry(FIELDS["postal_code"], autocomplete="off"),
            Entry(FIELDS["place"], autocomplete="off"),
        ]

    def keep(self, values: dict[str, Any], now: datetime) -> None:
        """Keep the address, or none."""
        self.context.postal_address = dict(values) if any(values.values()) else None
