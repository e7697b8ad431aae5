"""Whether somebody speaks for a group: so that a group without is never unnoticed."""

from dataclasses import dataclass
from datetime import datetime
from gastvrij.directory.contacts import CONTACT
from gastvrij.directory.contacts import Contact
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import file_of
from gastvrij.directory.organisation import MemberOrganisation
from zope.annotation.interfaces import IAnnotations


LEAVING = "gastvrij.directory.leaving"
MISSING = "missing"
GOING = "going"
STANDING = "standing"


# no slots: what was kept before a field was added has that field's default
@dataclass(frozen=True)
class Leaving:
    """A contact person told the secretariat that they stop and found no successor."""

    user_id: str
    told_on: datetime


def contact_state(group: MemberOrganisation) -> str:
    """Return ``missing``, ``going`` or ``standing``.

    A deputy alone is not enough: ``missing`` is a group without a contact person.
    """
    if not any(contact.role == CONTACT for contact in contacts_of(group)):
        return MISSING
    return GOING if leaving_of(group) else STANDING


def is_last_contact(group: MemberOrganisation, contact: Contact) -> bool:
    """Tell whether a group has no contact person left when this one stops."""
    others = [c for c in contacts_of(group) if c.user_id != contact.user_id]
    return contact.role == CONTACT and not any(c.role == CONTACT for c in others)


def tell_leaving(group: MemberOrganisation, user_id: str, now: datetime) -> None:
    """Remember that a contact person wants to stop."""
    file = file_of(group)
    IAnnotations(file)[LEAVING] = Leaving(user_id, now)
    file.reindexObject(idxs=["contact_state"])


def leaving_of(group: MemberOrganisation) -> Leaving | None:
    """Return who wants to stop, as long as they are the group's contact person."""
    leaving = IAnnotations(file_of(group)).get(LEAVING)
    if leaving is None:
        return None
    contact = contact_called(group, leaving.user_id)
    return leaving if contact and is_last_contact(group, contact) else None
