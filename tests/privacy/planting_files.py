"""What is planted in the private files of groups, and who may find it."""

from datetime import date
from datetime import datetime
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.contacts import file_of
from gastvrij.directory.contacts import name_contact
from gastvrij.spelling.dates import BELGIUM
from planting import create_days
from planting import create_group
from planting import create_groups
from planting import create_letters
from planting import create_people
from planting import create_toolkit
from planting import PASSWORD
from planting import SECRET
from plone import api


IN_FILE = "waterhoen"
IN_NOTES = "roerdomp"
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=BELGIUM)
HERBERG = "herberg"

# people beside those of ``planting``, and the group that makes them what they are
WORKERS = {
    "secretary": "secretariat",
    "board": "board",
    "editor": "toolkit-editors",
    "coordinator": "networkday-coordinators",
    "stock_editor": "stock-editors",
}
GROUPS = (HERBERG, f"{SECRET}-draft", f"{SECRET}-hidden")


def create_workers():
    """Create somebody with each role, and somebody with Plone's own editing roles."""
    api.group.create(groupname="stock-editors")
    roles = ["Editor", "Reviewer", "Contributor", "Reader", "Owner"]
    api.group.grant_roles(groupname="stock-editors", roles=roles)
    for name, group in WORKERS.items():
        email = f"{name}@example.org"
        user = api.user.create(email=email, username=email, password=PASSWORD)
        api.group.add_user(groupname=group, user=user)
    return list(WORKERS)


def create_rooms(portal):
    """Plant the secrets of the public rooms and the outbox; return the people."""
    create_groups(portal.groepen)
    create_toolkit(portal.toolkit)
    create_days(portal.netwerkdagen)
    people = [*create_people(portal), *create_workers()]
    create_letters(portal)
    return people


def fill(group, named=IN_FILE):
    """Put a secret into every field of a group's file and of its notes."""
    email = f"{named}-{group.getId()}@example.org"
    user = api.user.create(
        email=email, username=email, properties={"fullname": f"An {named}"}
    )
    row = {"name": f"An {named}", "email": email, "phone": f"0470 {named}"}
    name_contact(group, user.getId(), role="contact", now=NOW, **row)
    end_contact(group, user.getId(), NOW)
    name_contact(group, user.getId(), role="deputy", now=NOW, **row)
    file = file_of(group)
    file.postal_address = {
        "street": f"{named}straat 1",
        "postal_code": "9050",
        "place": named,
    }
    file.application = f"{named}-application"
    file.confirmed_by = f"{named}-user"
    note = {"on": date(2026, 3, 2), "author": IN_NOTES, "text": IN_NOTES}
    notes = file["notities"]
    notes.notes, notes.log, notes.decision_note = [note], [note], IN_NOTES
    for thing in (group, file, notes):
        thing.reindexObject()


def create_files(portal):
    """Fill the files of an open group, of hidden ones, and of the contact's own."""
    create_group(portal.groepen, HERBERG, "publish")
    for name in GROUPS:
        fill(portal.groepen[name])
    fill(portal.groepen["open"], named="eigen")
