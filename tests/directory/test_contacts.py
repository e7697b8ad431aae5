"""Who speaks for a group: rows of the file and rights always say the same."""

from datetime import date
from datetime import timedelta
from gastvrij.directory.contacts import all_contacts_of
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.contacts import file_of
from gastvrij.directory.contacts import give_rights
from gastvrij.directory.contacts import hand_over
from gastvrij.directory.contacts import organisations_of
from gastvrij.links.ledger import issue
from gastvrij.links.ledger import LinkUnknown
from gastvrij.links.ledger import look
from groups import address
from groups import make_group
from groups import make_person
from groups import user_called
from people import LATER
from people import name
from people import NOW
from persistent import GHOST
from plone.uuid.interfaces import IUUID
from Products.CMFCore.indexing import processQueue
from test_group_permissions import may

import pytest
import transaction


EDIT = "Modify portal content"


@pytest.fixture
def group(portal):
    """Return a group nobody speaks for, with a few people around it."""
    for who in ("contact", "deputy", "successor"):
        make_person(who, None)
    return make_group(portal, "De Lange Tafel")


def rights(group, who):
    """Tell what somebody may: edit the group, see the file, see the notes."""
    file = file_of(group)
    return [
        may(who, EDIT, group),
        may(who, "View", file),
        may(who, "View", file["notities"]),
    ]


def test_naming_gives_a_row_and_the_rights(group):
    user_id = name(group, "contact", phone="0470 12 34 56")
    (contact,) = contacts_of(group)
    assert (contact.user_id, contact.name) == (user_id, "Contact")
    assert (contact.email, contact.phone) == (address("contact"), "0470 12 34 56")
    assert (contact.role, contact.since) == ("contact", date(2026, 3, 2))
    assert contact.until is None
    assert rights(group, "contact") == [True, True, False]
    for place in (group, file_of(group)):
        assert place.get_local_roles_for_userid(user_id) == ("Contact Person",)


def test_contacts_come_before_deputies(group):
    name(group, "deputy", "deputy")
    name(group, "contact")
    assert [contact.name for contact in contacts_of(group)] == ["Contact", "Deputy"]
    assert rights(group, "deputy") == [True, True, False]


def test_naming_again_changes_what_is_known(group):
    name(group, "contact")
    user_id = name(group, "contact", "deputy", name="An", now=LATER)
    (contact,) = all_contacts_of(group)
    assert (contact.name, contact.role) == ("An", "deputy")
    assert contact.since == date(2026, 3, 2)
    assert file_of(group).get_local_roles_for_userid(user_id) == ("Contact Person",)


def test_ending_takes_the_rights_and_keeps_the_row(group):
    user_id = name(group, "contact")
    group.manage_addLocalRoles(user_id, ["Reader"])
    end_contact(group, user_id, LATER)
    assert contacts_of(group) == []
    (past,) = all_contacts_of(group)
    assert (past.name, past.until) == ("Contact", date(2026, 5, 4))
    assert rights(group, "contact") == [False, False, False]
    assert group.get_local_roles_for_userid(user_id) == ("Reader",)
    assert not file_of(group).get_local_roles_for_userid(user_id)


def test_ending_somebody_who_was_nothing_does_nothing(group):
    name(group, "contact")
    end_contact(group, user_called("deputy").getId(), LATER)
    assert len(contacts_of(group)) == 1


def test_who_comes_back_has_a_row_for_each_time(group):
    user_id = name(group, "contact")
    end_contact(group, user_id, LATER)
    name(group, "contact", now=LATER)
    assert [contact.until for contact in all_contacts_of(group)] == [
        date(2026, 5, 4),
        None,
    ]
    assert rights(group, "contact") == [True, True, False]


def test_handing_over_moves_the_role_and_the_rights(group):
    former = name(group, "contact")
    name(group, "deputy", "deputy")
    successor = user_called("successor").getId()
    hand_over(
        group, former, successor, "Bo", address("successor"), "016 20 00 00", LATER
    )
    standing = [(contact.name, contact.role) for contact in contacts_of(group)]
    assert standing == [("Bo", "contact"), ("Deputy", "deputy")]
    assert rights(group, "contact") == [False, False, False]
    assert rights(group, "successor") == [True, True, False]
    assert rights(group, "deputy") == [True, True, False]


def test_a_deputy_hands_over_as_a_deputy(group):
    name(group, "contact")
    former = name(group, "deputy", "deputy")
    successor = user_called("successor").getId()
    hand_over(group, former, successor, "Bo", address("successor"), None, LATER)
    assert contact_called(group, successor).role == "deputy"


def test_a_deputy_takes_over_and_is_then_the_contact(group):
    former = name(group, "contact")
    deputy = name(group, "deputy", "deputy")
    hand_over(group, former, deputy, "Bo", address("deputy"), None, LATER)
    (contact,) = contacts_of(group)
    assert (contact.user_id, contact.role) == (deputy, "contact")


def test_groups_of_a_user_are_found_in_every_state(portal, group):
    user_id = name(group, "contact")
    hidden = make_group(portal, "Achterdeur", "hidden")
    name(hidden, "contact", "deputy")
    name(make_group(portal, "Ander"), "deputy")
    assert [each.getId() for each in organisations_of(portal, user_id)] == [
        "achterdeur",
        "de-lange-tafel",
    ]
    end_contact(group, user_id, LATER)
    assert [each.getId() for each in organisations_of(portal, user_id)] == [
        "achterdeur"
    ]
    assert organisations_of(portal, "nobody") == []


def test_groups_of_a_user_wake_no_other_group(portal, group):
    user_id = name(group, "contact")
    others = [make_group(portal, f"Ander {number}") for number in range(3)]
    for other in others:
        name(other, "deputy")
    processQueue()
    transaction.savepoint()
    portal._p_jar.cacheMinimize()
    assert len(organisations_of(portal, user_id)) == 1
    assert {other.aq_base._p_state for other in others} == {GHOST}


def test_moments_are_days_in_belgium(group):
    utc = NOW.replace(hour=0, minute=30)
    name(group, "contact", now=utc)
    assert contacts_of(group)[0].since == date(2026, 3, 2)


def test_rights_follow_the_rows(group):
    user_id = name(group, "contact")
    stranger = user_called("deputy").getId()
    assert not give_rights(group)
    group.manage_delLocalRoles([user_id])
    group.manage_setLocalRoles(stranger, ["Contact Person"])
    file_of(group).manage_setLocalRoles(stranger, ["Contact Person"])
    assert give_rights(group)
    assert rights(group, "contact") == [True, True, False]
    assert rights(group, "deputy") == [False, False, False]


def test_ending_voids_the_links_of_that_person_for_that_group(portal, group):
    user_id = name(group, "contact")
    other = make_group(portal, "Ander")
    week = timedelta(days=7)
    here, elsewhere = IUUID(group), IUUID(other)
    void = [
        issue(portal, "directory.confirm", here, NOW, week, person=user_id),
        issue(portal, "directory.other", here, NOW, week, person=address("contact")),
    ]
    standing = [
        issue(portal, "directory.confirm", elsewhere, NOW, week, person=user_id),
        issue(portal, "directory.confirm", here, NOW, week, person="deputy"),
    ]
    end_contact(group, user_id, NOW)
    for token, purpose in zip(
        void, ("directory.confirm", "directory.other"), strict=True
    ):
        with pytest.raises(LinkUnknown):
            look(portal, token, purpose, NOW)
    for token in standing:
        assert look(portal, token, "directory.confirm", NOW)
