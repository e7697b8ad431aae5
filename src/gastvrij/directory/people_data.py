"""What the private files of groups keep of a person."""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.directory.contacts import all_contacts_of
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.contacts import file_of
from gastvrij.directory.contacts import forget_former
from gastvrij.directory.internal_notes import InternalNotes
from gastvrij.directory.internal_notes import NOTES_ID
from gastvrij.directory.invitations import invited_at
from gastvrij.directory.invitations import withdraw
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.taken_out import holds
from gastvrij.directory.taken_out import without
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.values.mail_address import same_address
from plone.restapi.serializer.converters import json_compatible
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


CONTACT = _("kept_contact", default="Contact person or deputy of a group")
INVITED = _("kept_invited", default="Asked to speak for a group")
NOTED = _("kept_noted", default="Named in the internal notes on a group")


@implementer(IPersonalData)
class PeopleOfGroups:
    """Contact persons, those who were asked to be, and notes that name an address."""

    title = _("kept_people", default="Contact persons of groups")

    def find(self, site: Any, email: str) -> list[Found]:
        """Return what is kept, by group."""
        return [
            Found(kind, group.title, f"{group.absolute_url()}/{page}")
            for group, kind, page, told in _kept(site, email)
        ]

    def export(self, site: Any, email: str) -> list[dict[str, Any]]:
        """Return the same in full."""
        return [
            {"group": group.title, **json_compatible(told)}
            for group, kind, page, told in _kept(site, email)
        ]

    def erase(self, site: Any, email: str, now: datetime) -> int:
        """Take the person out of all files; they speak for no group any more.

        The address is taken out of notes, the rest of a note stays. A group that has
        no contact person left waits for the secretariat.
        """
        count = 0
        for group in _groups(site):
            count += len(list(_kept_by(group, email)))
            for contact in contacts_of(group):
                if same_address(contact.email, email):
                    end_contact(group, contact.user_id, now)
            forget_former(group, lambda each: same_address(each.email, email))
            withdraw(group, email)
            _take_out(file_of(group)[NOTES_ID], email)
        return count


Kept = tuple[MemberOrganisation, Message, str, dict[str, Any]]


def _kept(site: Any, email: str) -> list[Kept]:
    return [each for group in _groups(site) for each in _kept_by(group, email)]


def _kept_by(group: MemberOrganisation, email: str) -> Iterator[Kept]:
    for contact in all_contacts_of(group):
        if same_address(contact.email, email):
            yield group, CONTACT, "people", contact.as_row()
    for invitation in invited_at(group, email):
        yield group, INVITED, "people", vars(invitation)
    for note in _notes_with(file_of(group)[NOTES_ID], email):
        yield group, NOTED, "notes", note


def _notes_with(notes: InternalNotes, email: str) -> Iterator[dict[str, Any]]:
    rows = [*(notes.notes or []), *(notes.log or [])]
    rows += [{"text": notes.decision_note}] if notes.decision_note else []
    yield from (row for row in rows if holds(row["text"], email))


def _take_out(notes: InternalNotes, email: str) -> None:
    if not list(_notes_with(notes, email)):
        return
    for name in ("notes", "log"):
        rows = getattr(notes, name) or []
        told = [row | {"text": without(row["text"], email)} for row in rows]
        setattr(notes, name, told)
    notes.decision_note = without(notes.decision_note or "", email) or None


def _groups(site: Any) -> Iterator[MemberOrganisation]:
    brains = site.portal_catalog.unrestrictedSearchResults(portal_type="MemberFile")
    for brain in brains:
        yield brain._unrestrictedGetObject().aq_parent
