"""What happens when somebody is asked to speak for a group, accepts, or stops.

Each of these is one transaction: rows, rights, links, accounts and letters together.
"""

from datetime import datetime
from gastvrij.accounts.people import make_account
from gastvrij.accounts.people import user_for
from gastvrij.directory.contact_state import leaving_of
from gastvrij.directory.contact_state import tell_leaving
from gastvrij.directory.contacts import Contact
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.contacts import hand_over
from gastvrij.directory.contacts import name_contact
from gastvrij.directory.invitation_letters import accepted_letters
from gastvrij.directory.invitation_letters import invitation_letter
from gastvrij.directory.invitations import forget_invitation
from gastvrij.directory.invitations import Invitation
from gastvrij.directory.invitations import invite
from gastvrij.directory.invitations import personal_address
from gastvrij.directory.invitations import withdraw
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.people_letters import ended_letter
from gastvrij.directory.people_letters import leaving_letter
from gastvrij.directory.people_letters import named_letter
from gastvrij.mail.outbox import post
from gastvrij.settings.records import settings
from plone import api


def ask(
    group: MemberOrganisation, email: str, role: str, asker: Contact, now: datetime
) -> Invitation:
    """Ask somebody by letter to speak for a group; raises ``Refused``."""
    invitation = invite(group, email, role, asker.user_id, now)
    post(api.portal.get(), invitation_letter(group, invitation, asker), now)
    return invitation


def accept(
    group: MemberOrganisation,
    invitation: Invitation,
    name: str,
    phone: str | None,
    now: datetime,
    language: str = "",
) -> Contact:
    """Let somebody who was asked speak for a group; return what they are now.

    Their account is made when they have none, with the ``language`` of their letters.
    Raises ``LookupError`` when who asked
    speaks for the group no longer.
    """
    former = contact_called(group, invitation.asked_by)
    if former is None:
        raise LookupError(invitation.asked_by)
    who = (account_of(invitation.email, name, language), name, invitation.email, phone)
    if invitation.is_handover:
        successor = hand_over(group, former.user_id, *who, now)
    else:
        successor = name_contact(group, *who, invitation.role, now)
    forget_invitation(group, invitation.email)
    secretariat = settings().secretariat_email or ""
    for letter in accepted_letters(group, former, successor, secretariat):
        post(api.portal.get(), letter, now)
    return successor


def name_somebody(
    group: MemberOrganisation,
    name: str,
    email: str,
    phone: str | None,
    role: str,
    now: datetime,
) -> Contact:
    """Let the secretariat name somebody who speaks for a group from now on.

    Their account is made when they have none, and they get a letter. Raises ``Refused``
    for an address that is none, or not personal.
    """
    address = personal_address(email)
    user_id = account_of(address, name)
    contact = name_contact(group, user_id, name, address, phone, role, now)
    withdraw(group, address)
    post(api.portal.get(), named_letter(group, contact), now)
    return contact


def stop(group: MemberOrganisation, contact: Contact, now: datetime) -> None:
    """Let somebody speak for a group no longer, and tell them."""
    end_contact(group, contact.user_id, now)
    post(api.portal.get(), ended_letter(group, contact), now)


def account_of(email: str, name: str, language: str = "") -> str:
    """Return the id of who logs in with an address; an account is made when needed."""
    user = user_for(email) or make_account(email, name, language)
    return user.getId()


def tell_secretariat(
    group: MemberOrganisation, contact: Contact, now: datetime
) -> None:
    """Remember that a contact person wants to stop, and tell the secretariat once."""
    if leaving_of(group):
        return
    tell_leaving(group, contact.user_id, now)
    secretariat = settings().secretariat_email
    if secretariat:
        post(api.portal.get(), leaving_letter(group, secretariat, contact), now)
