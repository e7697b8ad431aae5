"""R18: one address in every place that can hold one, erased, and looked for everywhere.

The whole database is read, record by record, as it is now: content, catalogue, outbox,
ledgers, accounts, and the files beside it. What stays is told below, with the reason.
"""

from applications import make_application
from applications import NOW
from datetime import timedelta
from gastvrij.accounts.people import make_account
from gastvrij.directory.asked import note_asked
from gastvrij.directory.asked import note_farewell
from gastvrij.directory.change_requests import ask as ask_change
from gastvrij.directory.change_requests import decline
from gastvrij.directory.change_requests import requests_of
from gastvrij.directory.changes import changes_of
from gastvrij.directory.changes import record
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.contacts import file_of
from gastvrij.directory.contacts import name_contact
from gastvrij.directory.internal_notes import write_note
from gastvrij.directory.invitations import invite
from gastvrij.links.brake import count_asking
from gastvrij.links.ledger import issue
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.mail.outbox import post
from gastvrij.mail.pace import nudged
from gastvrij.membership import drafts
from gastvrij.membership.resuming import resume_letter
from gastvrij.membership.review import answer
from gastvrij.membership.review import ask
from gastvrij.membership.review import note
from gastvrij.privacy.subject import erase_everywhere
from gastvrij.privacy.subject import export_everywhere
from gastvrij.privacy.subject import find_everywhere
from pathlib import Path
from planting import create_group
from plone import api
from ZODB.serialize import referencesf
from ZODB.utils import get_pickle_metadata
from ZODB.utils import z64

import json
import pytest
import transaction


EMAIL = "wielewaal.vogel@example.org"
# as it stands in records, in indexes of words and in addresses of pages
WORDS = ("wielewaal",)
DAY = timedelta(days=1)
# what stays, and why
STAYS = {
    "gastvrij.directory.organisation MemberOrganisation": (
        "the public address of a group is the group's own choice, and it changes it"
    ),
}


def about(text="Mail naar"):
    return f"{text} {EMAIL}, of bel."


def fill_directory(portal):
    """Let somebody keep two groups, past and now, and be asked to keep a third."""
    user = make_account(EMAIL, "Wil Vogel")
    user_id = user.getId()
    row = ("Wil Vogel", EMAIL, "0470 12 34 56")
    past, kept, third = (
        create_group(portal.groepen, name, "publish") for name in ("a", "b", "c")
    )
    name_contact(past, user_id, *row, "contact", NOW)
    end_contact(past, user_id, NOW)
    name_contact(kept, user_id, *row, "contact", NOW)
    other = make_account("an@example.org", "An").getId()
    name_contact(third, other, "An", "an@example.org", None, "contact", NOW)
    invite(third, EMAIL, "deputy", other, NOW)
    ask_change(kept, user_id, {"title": about()}, about(), NOW)
    record(kept, user_id, NOW, {"description": "x"}, {"description": "y"})
    record(third, other, NOW, {"description": about()}, {"description": "y"})
    record(third, "", NOW, {"public_email": None}, {"public_email": EMAIL})
    ask_change(third, other, {"title": about()}, about(), NOW)
    request = ask_change(third, other, {"title": "Anders"}, "", NOW)
    decline(third, request.id, about(), NOW)
    note_asked(portal, kept.UID(), user_id, NOW, True)
    note_farewell(portal, kept.UID(), user_id, NOW)
    notes = file_of(third)["notities"]
    write_note(notes, about(), "An", NOW.date())
    notes.log = [{"on": NOW.date(), "author": None, "text": about()}]
    notes.decision_note = about()
    kept.public_email = EMAIL


def fill_membership(portal):
    """Let somebody apply, be a deputy, be named by others, and begin a form."""
    for state in ("unconfirmed", "rejected", "withdrawn", "approved"):
        named = make_application(portal, state, contact_email=EMAIL)
        named.motivation = about()
        note(named, about(), about(), NOW)
        make_application(portal, state, deputy_email=EMAIL.upper())
    answered = make_application(portal, "in_review", contact_email=EMAIL)
    with api.env.adopt_roles(["Manager"]):
        ask(answered, about(), [], NOW)
        answer(answered, about(), {}, NOW)
        api.content.transition(answered, "withdraw")
    desk = portal["lid-worden"]
    token = drafts.begin(desk, NOW)
    draft_id = drafts.draft_id_of(token, NOW)
    drafts.keep(drafts.draft_called(desk, draft_id), {"contact_email": EMAIL})
    post(portal, resume_letter(desk, draft_id, EMAIL), NOW)


def fill_ground_floor(portal):
    """Keep letters, links, nudges and counts of somebody."""
    button = Button("Ja", "https://www.example.org", LinkSpec("test", "x", DAY, EMAIL))
    post(portal, Letter(EMAIL, "info", about(), (about(), button), key="k"), NOW)
    post(portal, Letter("an@example.org", "info", "x", (about(),)), NOW)
    issue(portal, "test", "x", NOW, DAY, person=EMAIL)
    nudged(portal, EMAIL, NOW)
    count_asking(portal, "test", EMAIL, NOW)


@pytest.fixture
def portal_with_somebody(functional):
    """Return a site in which one address stands wherever an address can stand."""
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        fill_directory(portal)
        fill_membership(portal)
        fill_ground_floor(portal)
    transaction.commit()
    return portal


def records(portal):
    """Return every record that the database holds now, and the files beside it."""
    storage = portal._p_jar.db().storage
    todo, seen = [z64], set()
    while todo:
        oid = todo.pop()
        if oid in seen:
            continue
        seen.add(oid)
        data, serial = storage.load(oid, "")
        todo.extend(referencesf(data))
        what = " ".join(get_pickle_metadata(data))
        yield what, data
        if what == "ZODB.blob Blob":
            yield what, Path(storage.loadBlob(oid, serial)).read_bytes()


def holding(portal):
    """Return the classes of the records in which the address is found."""
    found = [
        what
        for what, data in records(portal)
        if any(word.encode() in data.lower() for word in WORDS)
    ]
    return sorted(found)


def test_the_address_is_everywhere_so_it_would_be_found(portal_with_somebody):
    found = holding(portal_with_somebody)
    assert len(found) > 30, found


def test_nothing_of_an_erased_address_is_left(portal_with_somebody):
    portal = portal_with_somebody
    rooms = {room.name for room in find_everywhere(portal, EMAIL)}
    assert rooms == {
        "accounts",
        "directory.keeping",
        "directory.people",
        "links",
        "mail",
        "membership",
    }
    assert set(export_everywhere(portal, EMAIL)) == rooms
    assert EMAIL in json.dumps(export_everywhere(portal, EMAIL))
    with api.env.adopt_roles(["Manager"]):
        erase_everywhere(portal, EMAIL, NOW)
    transaction.commit()
    assert find_everywhere(portal, EMAIL) == []
    assert set(holding(portal)) == set(STAYS)
    assert contacts_of(portal.groepen["b"]) == []
    third = portal.groepen["c"]
    assert [change.old for change in changes_of(third)[-2:]] == [
        {"description": "Mail naar ..., of bel."},
        {"public_email": "(leeg)"},
    ]
    assert {request.note for request in requests_of(third)} == {
        "Mail naar ..., of bel.",
        "",
    }
