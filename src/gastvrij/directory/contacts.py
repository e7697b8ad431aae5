"""The people who speak for a group: who they are, and what follows from it.

The rows of the file and the local role Contact Person always say the same, since both
are written here and nowhere else. ``now`` is a moment with a time zone.
"""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from gastvrij.directory.asked import forget_asked
from gastvrij.directory.kept_since import note_kept
from gastvrij.directory.member_file import FILE_ID
from gastvrij.directory.member_file import MemberFile
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.links.ledger import void
from gastvrij.spelling.dates import BELGIUM
from plone import api
from plone.uuid.interfaces import IUUID
from Products.CMFPlone.Portal import PloneSite
from typing import Any


ROLE = "Contact Person"
# the permission of who keeps all groups, by its title
MANAGE = "gastvrij: Manage Organisation"
# under which a group is remembered that keeps people who stopped
FORMER = "gastvrij.directory.former"
CONTACT = "contact"
DEPUTY = "deputy"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who speaks for a group; without ``until`` still today."""

    user_id: str
    name: str
    email: str
    phone: str | None
    role: str
    since: date
    until: date | None

    def as_row(self) -> dict[str, Any]:
        """Return what stands in the file."""
        return {name: getattr(self, name) for name in self.__slots__}


def file_of(group: MemberOrganisation) -> MemberFile:
    """Return the private file of a group, whoever asks."""
    return group[FILE_ID]


def contacts_of(group: MemberOrganisation) -> list[Contact]:
    """Return who speaks for a group today: contact persons first, then deputies."""
    standing = [c for c in all_contacts_of(group) if c.until is None]
    return sorted(standing, key=lambda contact: contact.role != CONTACT)


def all_contacts_of(group: MemberOrganisation) -> list[Contact]:
    """Return who speaks and has spoken for a group, in the order of their beginning."""
    return [Contact(**row) for row in file_of(group).contacts or []]


def contact_called(group: MemberOrganisation, user_id: str) -> Contact | None:
    """Return what a user is to a group today; None when that is nothing."""
    standing = (c for c in contacts_of(group) if c.user_id == user_id)
    return next(standing, None)


def organisations_of(site: PloneSite, user_id: str) -> list[MemberOrganisation]:
    """Return the groups that a user speaks for today, by name, in whatever state.

    Asks the catalogue for the files that the user may see by a local role; wakes the
    user's own groups and no other.
    """
    files = site.portal_catalog.unrestrictedSearchResults(
        portal_type="MemberFile", allowedRolesAndUsers=f"user:{user_id}"
    )
    groups = [aq_parent(aq_inner(file._unrestrictedGetObject())) for file in files]
    own = [group for group in groups if contact_called(group, user_id)]
    return sorted(own, key=lambda group: group.title.casefold())


def name_contact(
    group: MemberOrganisation,
    user_id: str,
    name: str,
    email: str,
    phone: str | None,
    role: str,
    now: datetime,
) -> Contact:
    """Make a user contact person or deputy of a group, or change what is known of one.

    ``role`` is ``contact`` or ``deputy``. Somebody who is one already keeps the day on
    which that began.
    """
    known = contact_called(group, user_id)
    since = known.since if known else _day(now)
    row = Contact(user_id, name, email, phone or None, role, since, None)
    others = [c for c in all_contacts_of(group) if c != known]
    _keep(group, [*others, row])
    give_rights(group)
    return row


def end_contact(group: MemberOrganisation, user_id: str, now: datetime) -> None:
    """Let a user speak for a group no longer; nothing happens when they did not.

    The links that they were sent for the group no longer work.
    """
    contact = contact_called(group, user_id)
    if contact is None:
        return
    ended = replace(contact, until=_day(now))
    _keep(group, [ended if c == contact else c for c in all_contacts_of(group)])
    give_rights(group)
    for person in (user_id, contact.email):
        void(api.portal.get(), thing=IUUID(group), person=person)


def hand_over(
    group: MemberOrganisation,
    former_id: str,
    user_id: str,
    name: str,
    email: str,
    phone: str | None,
    now: datetime,
) -> Contact:
    """Put a user in the place of somebody who speaks for a group.

    The successor gets the role that the former person had, ``contact`` when there is
    no such person any more.
    """
    former = contact_called(group, former_id)
    role = former.role if former else CONTACT
    successor = name_contact(group, user_id, name, email, phone, role, now)
    if former_id != user_id:
        end_contact(group, former_id, now)
    return successor


def forget_former(group: MemberOrganisation, is_it: Callable[[Contact], bool]) -> int:
    """Forget who speaks for a group no longer and fits; return how many."""
    contacts = all_contacts_of(group)
    kept = [c for c in contacts if c.until is None or not is_it(c)]
    if kept != contacts:
        _keep(group, kept)
    return len(contacts) - len(kept)


def give_rights(group: MemberOrganisation) -> bool:
    """Let the local roles be what the rows say; return whether any had to change."""
    speakers = {contact.user_id for contact in contacts_of(group)}
    changed = False
    for place in (group, file_of(group)):
        holders = set(place.users_with_local_role(ROLE))
        for user_id in speakers - holders:
            place.manage_addLocalRoles(user_id, [ROLE])
        for user_id in holders - speakers:
            _take_role(place, user_id)
        changed = changed or holders != speakers
    if changed:
        group.reindexObjectSecurity()
    return changed


def _keep(group: MemberOrganisation, contacts: Iterable[Contact]) -> None:
    file, before, rows = file_of(group), _standing_ids(group), list(contacts)
    file.contacts = [contact.as_row() for contact in rows]
    ended = [contact.until for contact in rows if contact.until]
    note_kept(api.portal.get(), FORMER, IUUID(group), ended)
    file.reindexObject(idxs=["contact_state"])
    if _standing_ids(group) != before:
        # whoever comes new is asked too whether the profile is right
        forget_asked(api.portal.get(), group.UID())


def _standing_ids(group: MemberOrganisation) -> set[str]:
    return {contact.user_id for contact in contacts_of(group)}


def _day(now: datetime) -> date:
    return now.astimezone(BELGIUM).date()


def _take_role(place: Any, user_id: str) -> None:
    left = [role for role in place.get_local_roles_for_userid(user_id) if role != ROLE]
    place.manage_delLocalRoles([user_id])
    if left:
        place.manage_setLocalRoles(user_id, left)
