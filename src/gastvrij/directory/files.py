"""How a group gets its private file: always, and never by hand."""

from datetime import datetime
from gastvrij.directory.contacts import CONTACT
from gastvrij.directory.contacts import give_rights
from gastvrij.directory.contacts import name_contact
from gastvrij.directory.contacts import ROLE
from gastvrij.directory.internal_notes import InternalNotes
from gastvrij.directory.internal_notes import NOTES_ID
from gastvrij.directory.member_file import FILE_ID
from gastvrij.directory.member_file import MemberFile
from gastvrij.directory.organisation import IMemberOrganisation
from plone import api
from plone.dexterity.utils import createContent
from Products.CMFPlone.Portal import PloneSite
from typing import Any


def give_file(group: IMemberOrganisation) -> MemberFile:
    """Make the file of a group and its notes, as far as they are not there yet."""
    if FILE_ID not in group:
        _make(group, "MemberFile", FILE_ID, "Dossier")
    give_notes(group[FILE_ID])
    return group[FILE_ID]


def give_notes(file: Any) -> InternalNotes:
    """Make the internal notes in something private, if they are not there yet."""
    if NOTES_ID not in file:
        _make(file, "InternalNotes", NOTES_ID, "Notities")
    return file[NOTES_ID]


def put_files_in_order(portal: PloneSite, now: datetime) -> int:
    """Give a file to every group that has none, and to its people their rights.

    Who had the local role Contact Person on a group without a file becomes its contact
    person. Returns how many groups had no file.
    """
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="MemberOrganisation"
    )
    groups = [brain._unrestrictedGetObject() for brain in brains]
    without = [group for group in groups if FILE_ID not in group]
    for group in without:
        give_file(group)
        _name_who_was_contact(group, now)
    for group in groups:
        give_rights(group)
        group[FILE_ID].reindexObject(idxs=["contact_state"])
    return len(without)


def empty_file(file: MemberFile) -> None:
    """Take everything about people out of a file and its notes."""
    file.contacts = []
    file.postal_address = file.application = file.confirmed_by = None
    if NOTES_ID in file:
        empty_notes(file[NOTES_ID])


def empty_notes(notes: InternalNotes) -> None:
    """Take every word out of internal notes."""
    notes.notes, notes.decision_note, notes.log = [], None, []


def _name_who_was_contact(group: IMemberOrganisation, now: datetime) -> None:
    for user_id in group.users_with_local_role(ROLE):
        user = api.user.get(userid=user_id)
        email = user.getProperty("email") if user else ""
        if email:
            name = user.getProperty("fullname") or email
            name_contact(group, user_id, name, email, None, CONTACT, now)


def _make(container: Any, portal_type: str, name: str, title: str) -> None:
    """Add something to a container that nobody may add there by hand."""
    content = createContent(portal_type, title=title)
    content.id = name
    container._setObject(name, content, set_owner=0)
