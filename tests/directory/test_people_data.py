"""What private files keep of a person: found, given out and erased by an address."""

from datetime import date
from gastvrij.directory.contacts import all_contacts_of
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.contacts import file_of
from gastvrij.directory.internal_notes import write_note
from gastvrij.directory.invitations import invitations_of
from gastvrij.directory.invitations import invite
from gastvrij.directory.people_data import PeopleOfGroups
from gastvrij.privacy.interfaces import IPersonalData
from groups import address
from groups import make_group
from groups import make_person
from groups import user_called
from people import LATER
from people import name
from people import NOW
from zope.interface.verify import verifyObject

import pytest


MINE = address("an")
DAY = date(2026, 3, 2)


@pytest.fixture
def group(portal):
    """Return a group whose file names an address in every place that can hold one."""
    for who in ("an", "deputy"):
        make_person(who, None)
    group = make_group(portal, "De Lange Tafel")
    user_id = name(group, "an")
    end_contact(group, user_id, NOW)
    asker = name(group, "deputy", "deputy")
    invite(group, MINE, "contact", asker, NOW)
    name(group, "an", now=LATER)
    notes = file_of(group)["notities"]
    write_note(notes, f"Gebeld met {MINE.upper()}, over {MINE}.", "An", DAY)
    write_note(notes, "Iets anders.", "An", DAY)
    notes.log = [{"on": DAY, "author": None, "text": f"Brief aan {MINE}"}]
    notes.decision_note = f"Vraag het {MINE}"
    make_group(portal, "Ander")
    return group


def test_the_room_keeps_its_promise():
    assert verifyObject(IPersonalData, PeopleOfGroups())


def test_everything_is_found(portal, group):
    found = PeopleOfGroups().find(portal, f" {MINE.title()} ")
    pages = sorted(each.url.removeprefix(group.absolute_url()) for each in found)
    assert pages == ["/notes"] * 3 + ["/people"] * 3
    assert {each.title for each in found} == {"De Lange Tafel"}
    assert PeopleOfGroups().find(portal, "nobody@example.org") == []


def test_what_is_found_is_given_out_in_full(portal, group):
    told = PeopleOfGroups().export(portal, MINE)
    assert len(told) == 6
    assert {each["group"] for each in told} == {"De Lange Tafel"}
    assert told[0]["name"] == "An"
    assert told[0]["since"] == "2026-03-02"
    assert "Iets anders" not in str(told)


def test_erasing_leaves_nothing_but_the_rest_of_the_notes(portal, group):
    assert PeopleOfGroups().erase(portal, MINE, LATER) == 6
    assert PeopleOfGroups().find(portal, MINE) == []
    assert [contact.name for contact in all_contacts_of(group)] == ["Deputy"]
    assert invitations_of(group) == []
    user_id = user_called("an").getId()
    assert not group.get_local_roles_for_userid(user_id)
    notes = file_of(group)["notities"]
    assert [note["text"] for note in notes.notes] == [
        "Gebeld met ..., over ....",
        "Iets anders.",
    ]
    assert [line["text"] for line in notes.log] == ["Brief aan ..."]
    assert notes.decision_note == "Vraag het ..."
    assert [each.name for each in contacts_of(group)] == ["Deputy"]
    assert PeopleOfGroups().erase(portal, MINE, LATER) == 0
