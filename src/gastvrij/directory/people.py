"""The page that tells who speaks for a group, and lets them be changed."""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.directory.contact_state import is_last_contact
from gastvrij.directory.contact_state import leaving_of
from gastvrij.directory.contacts import CONTACT
from gastvrij.directory.contacts import Contact
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import MANAGE
from gastvrij.directory.invitations import Invitation
from gastvrij.directory.invitations import invitations_of
from gastvrij.directory.invitations import withdraw
from gastvrij.directory.taking_over import stop
from gastvrij.directory.taking_over import tell_secretariat
from gastvrij.directory.vocabularies import CONTACT_ROLES
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import day_in_words
from gastvrij.spelling.dates import full_date
from gastvrij.values.entries import one
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


ROLE_WORDS = dict(CONTACT_ROLES)
DONE = {
    "withdraw": _("message_invitation_withdrawn", default="Withdrawn."),
    "stop": _("message_contact_stopped", default="Done. We wrote to them."),
    "leave": _("message_contact_left", default="Done. Thank you for what you did."),
    "tell": _("message_told_secretariat", default="We told the secretariat."),
}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who speaks for the group, as the page shows them.

    ``is_last`` tells that the group has no contact person left without them.
    """

    contact: Contact
    role: Message
    since: str | None
    is_me: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class InvitedRow:
    """Somebody who was asked, as the page shows them."""

    invitation: Invitation
    role: Message
    until: str
    is_over: bool


@implementer(ITitledPage)
class PeopleView(BrowserView):
    """``/groepen/<id>/people``: contact persons and deputies, and who was asked."""

    tab_title = _("heading_people", default="Contact persons")

    def __call__(self) -> str:
        """Show who they are, or do what a button asks and show it anew."""
        keep_to_yourself(self.request.response)
        self.now = datetime.now(UTC)
        self.language = api.portal.get_current_language()
        if self.request.method != "POST":
            return self.index()
        CheckAuthenticator(self.request)
        address = self._act()
        self.request.response.redirect(address, status=303)
        return ""

    @cached_property
    def me(self) -> Contact | None:
        """What the reader is to the group; None for the secretariat."""
        return contact_called(self.context, api.user.get_current().getId())

    @cached_property
    def is_secretariat(self) -> bool:
        """Whether the reader looks after all groups."""
        return api.user.has_permission(MANAGE, obj=self.context)

    @cached_property
    def people(self) -> list[PersonRow]:
        """Who speaks for the group today."""
        return [self._person(contact) for contact in contacts_of(self.context)]

    @property
    def invited(self) -> list[InvitedRow]:
        """Who was asked and did not accept yet."""
        return [self._invited(each) for each in invitations_of(self.context)]

    @property
    def has_no_contact(self) -> bool:
        """Whether nobody is the group's contact person."""
        return not any(row.contact.role == CONTACT for row in self.people)

    @property
    def may_hand_over(self) -> bool:
        """Whether the reader is a contact person, who can have a successor."""
        return self.me is not None and self.me.role == CONTACT

    @property
    def leaving_since(self) -> str | None:
        """When the contact person told the secretariat that they want to stop."""
        leaving = leaving_of(self.context)
        return self._day(leaving.told_on) if leaving else None

    def _act(self) -> str:
        """Do what was asked; return where to go on."""
        form = self.request.form
        action = one(form, "action")
        here = f"{self.context.absolute_url()}/people"
        done = False
        if action == "withdraw":
            done = withdraw(self.context, one(form, "email")) is not None
        elif action == "stop" and self.is_secretariat:
            done = self._stop(contact_called(self.context, one(form, "person")))
        elif action == "leave" and self.me:
            done = not is_last_contact(self.context, self.me) and self._stop(self.me)
            here = self.context.absolute_url() if done else here
        elif action == "tell" and self.me and is_last_contact(self.context, self.me):
            tell_secretariat(self.context, self.me, self.now)
            done = True
        if done:
            api.portal.show_message(DONE[action], self.request)
        return here

    def _stop(self, contact: Contact | None) -> bool:
        if contact is not None:
            stop(self.context, contact, self.now)
        return contact is not None

    def _person(self, contact: Contact) -> PersonRow:
        return PersonRow(
            contact,
            ROLE_WORDS[contact.role],
            day_in_words(contact.since, self.language),
            contact == self.me,
            is_last_contact(self.context, contact),
        )

    def _invited(self, invitation: Invitation) -> InvitedRow:
        return InvitedRow(
            invitation,
            ROLE_WORDS[invitation.role],
            self._day(invitation.until),
            invitation.until <= self.now,
        )

    def _day(self, moment: datetime) -> str:
        return full_date(moment.astimezone(BELGIUM).date(), self.language)
