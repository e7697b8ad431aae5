"""Who is written to about a group: those who speak for it and can be reached."""

from gastvrij.directory.contacts import CONTACT
from gastvrij.directory.contacts import Contact
from gastvrij.directory.contacts import contacts_of
from gastvrij.values.mail_address import is_mail_address
from gastvrij.values.refusal import Refused
from typing import Any


def first_contacts_of(group: Any) -> list[Contact]:
    """Return who is written to: the contact persons, the deputies where there is none.

    Those whose address no letter can be sent to are passed over.
    """
    reached = [each for each in contacts_of(group) if can_be_mailed(each.email)]
    return [contact for contact in reached if contact.role == CONTACT] or reached


def can_be_mailed(address: str | None) -> bool:
    """Tell whether a letter can be sent to an address."""
    try:
        return bool(address) and is_mail_address(address or "")
    except Refused:
        return False
