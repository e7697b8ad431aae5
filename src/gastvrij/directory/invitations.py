"""People who were asked to speak for a group, until they accept or it is withdrawn.

Somebody becomes contact person or deputy only after opening a link in a letter: a slip
of the pen in an address gives nobody any rights. An invitation stands for two weeks,
and no longer than whoever sent it speaks for the group.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.accounts.personal import refuse_shared_mailbox
from gastvrij.directory.contacts import CONTACT
from gastvrij.directory.contacts import Contact
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import file_of
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.links.ledger import void
from gastvrij.values.mail_address import mail_address
from gastvrij.values.mail_address import same_address
from gastvrij.values.refusal import Refused
from plone import api
from plone.uuid.interfaces import IUUID
from zope.annotation.interfaces import IAnnotations


PURPOSE = "directory.handover"
LIFETIME = timedelta(days=14)
INVITATIONS = "gastvrij.directory.invitations"


# no slots: what was kept before a field was added has that field's default
@dataclass(frozen=True)
class Invitation:
    """Somebody was asked to speak for a group.

    ``role`` is ``contact`` or ``deputy``. Who accepts as ``contact`` takes the place of
    ``asked_by``, the id of the user who asked.
    """

    email: str
    role: str
    asked_by: str
    asked_on: datetime

    @property
    def until(self) -> datetime:
        """Until when it can be accepted."""
        return self.asked_on + LIFETIME

    @property
    def is_handover(self) -> bool:
        """Whether who asked hands over."""
        return self.role == CONTACT


def invitations_of(group: MemberOrganisation) -> list[Invitation]:
    """Return who was asked, also those whose time is over; the oldest first.

    What somebody asked who no longer speaks for the group is left out.
    """
    return [
        invitation
        for invitation in _kept(group)
        if contact_called(group, invitation.asked_by)
    ]


def invited_at(group: MemberOrganisation, email: str) -> list[Invitation]:
    """Return everything that is kept of what was asked of an address."""
    return [each for each in _kept(group) if same_address(each.email, email)]


def invitation_to(
    group: MemberOrganisation, email: str, now: datetime
) -> Invitation | None:
    """Return the invitation that somebody can accept now."""
    for invitation in invitations_of(group):
        if same_address(invitation.email, email) and now < invitation.until:
            return invitation
    return None


def invite(
    group: MemberOrganisation, email: str, role: str, asked_by: str, now: datetime
) -> Invitation:
    """Ask somebody to speak for a group; what was asked of them before is replaced.

    Somebody who hands over does so to one person: an earlier handover of theirs is
    replaced as well. Raises ``Refused`` for the field ``email``, with the reason.
    """
    address = personal_address(email)
    _check_is_new(group, address, role, asked_by)
    invitation = Invitation(address, role, asked_by, now)
    for earlier in _kept(group):
        is_replaced = earlier.is_handover and invitation.is_handover
        if is_replaced or same_address(earlier.email, address):
            withdraw(group, earlier.email)
    _void_links(group, address)
    _keep(group, [*_kept(group), invitation])
    return invitation


def withdraw(group: MemberOrganisation, email: str) -> Invitation | None:
    """Take back what was asked of somebody; their link no longer works.

    Returns what was taken back; None when nothing was asked of them.
    """
    found = invited_at(group, email)
    if not found:
        return None
    forget_invitation(group, email)
    _void_links(group, email)
    return found[0]


def forget_invitation(group: MemberOrganisation, email: str) -> None:
    """Forget what was asked of somebody, once they accepted; their link was used."""
    asked = invited_at(group, email)
    if asked:
        _keep(group, [each for each in _kept(group) if each not in asked])


def _void_links(group: MemberOrganisation, email: str) -> None:
    void(api.portal.get(), purpose=PURPOSE, thing=IUUID(group), person=email)


def personal_address(email: str) -> str:
    """Return an address as a letter can be sent to it, and a person can log in with it.

    Raises ``Refused`` for the field ``email`` otherwise, with the reason.
    """
    try:
        address = mail_address(email)
        refuse_shared_mailbox(address)
    except Refused as refused:
        raise Refused(refused.doc(), "email") from None
    return address


def _check_is_new(
    group: MemberOrganisation, email: str, role: str, asked_by: str
) -> None:
    known = _contact_at(contacts_of(group), email)
    if known is None or (role == CONTACT != known.role):
        return
    if known.user_id == asked_by:
        sentence = _("error_invite_yourself", default="This is your own address.")
    else:
        sentence = _(
            "error_invite_known",
            default="${name} speaks for this group already.",
            mapping={"name": known.name},
        )
    raise Refused(sentence, "email")


def _contact_at(contacts: Iterable[Contact], email: str) -> Contact | None:
    return next((c for c in contacts if same_address(c.email, email)), None)


def _kept(group: MemberOrganisation) -> list[Invitation]:
    return list(IAnnotations(file_of(group)).get(INVITATIONS, ()))


def _keep(group: MemberOrganisation, invitations: Iterable[Invitation]) -> None:
    IAnnotations(file_of(group))[INVITATIONS] = tuple(invitations)
