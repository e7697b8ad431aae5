"""A group without a contact person waits for the secretariat, whatever happened."""

from datetime import datetime
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.people_waiting import PeopleWaiting
from gastvrij.directory.taking_over import tell_secretariat
from gastvrij.links.ledger import issue
from gastvrij.links.ledger import LinkUnknown
from gastvrij.links.ledger import look
from gastvrij.spelling.dates import BELGIUM
from groups import make_group
from groups import make_person
from groups import user_called
from people import LATER
from people import name
from people import NOW
from plone import api
from plone.uuid.interfaces import IUUID

import pytest


SECRETARIAT = frozenset({"Member", "Secretariat"})


@pytest.fixture
def group(portal):
    """Return an active group with a contact person, beside ones that nobody keeps."""
    for who in ("contact", "deputy"):
        make_person(who, None)
    for state in ("draft", "paused", "hidden", "ended"):
        make_group(portal, state, state)
    group = make_group(portal, "De Lange Tafel")
    name(group, "contact")
    return group


def waiting(portal, roles=SECRETARIAT):
    """Return the kinds and titles of what waits."""
    things = PeopleWaiting().for_user(portal, "somebody", roles, LATER)
    return [(thing.kind, thing.title, thing.since) for thing in things]


def test_nothing_waits_while_somebody_speaks_for_the_group(portal, group):
    assert waiting(portal) == []


def test_a_group_whose_contact_person_stopped_waits(portal, group):
    end_contact(group, user_called("contact").getId(), NOW)
    day = datetime(2026, 3, 2, tzinfo=BELGIUM)
    assert waiting(portal) == [
        ("directory.people.missing", "De Lange Tafel", day),
    ]
    (thing,) = PeopleWaiting().for_user(portal, "x", SECRETARIAT, LATER)
    assert thing.url == f"{group.absolute_url()}/people"
    assert thing.place == "Gent"
    assert thing.kind in PeopleWaiting.kinds
    assert waiting(portal, frozenset({"Member", "Board Member"})) == []


def test_a_deputy_alone_is_not_enough(portal, group):
    name(group, "deputy", "deputy")
    end_contact(group, user_called("contact").getId(), NOW)
    assert [kind for kind, title, since in waiting(portal)] == [
        "directory.people.missing"
    ]


def test_a_new_group_waits_from_the_day_on_which_it_is_online(portal, group):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(portal.groepen.draft, "publish")
    assert [title for kind, title, since in waiting(portal)] == ["draft"]


def test_who_wants_to_stop_waits_until_there_is_a_successor(portal, group):
    (contact,) = contacts_of(group)
    tell_secretariat(group, contact, NOW)
    assert waiting(portal) == [("directory.people.leaving", "De Lange Tafel", NOW)]
    name(group, "deputy", "contact")
    assert waiting(portal) == []


def test_a_deleted_account_speaks_for_no_group(portal, group):
    user_id = user_called("contact").getId()
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(user=user_called("contact"))
    assert contacts_of(group) == []
    for place in (group, group.dossier):
        assert user_id not in dict(place.get_local_roles())
    assert [title for kind, title, since in waiting(portal)] == ["De Lange Tafel"]


def test_a_deleted_group_leaves_no_link_and_nothing_that_waits(portal, group):
    uid = IUUID(group)
    token = issue(portal, "directory.confirm", uid, NOW, LATER - NOW, person="x")
    end_contact(group, user_called("contact").getId(), NOW)
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(group)
    assert waiting(portal) == []
    with pytest.raises(LinkUnknown):
        look(portal, token, "directory.confirm", NOW)


def test_what_waits_wakes_no_group_where_nothing_waits(portal, group, monkeypatch):
    monkeypatch.setattr(
        "gastvrij.directory.people_waiting.contact_state", lambda group: 1 / 0
    )
    assert waiting(portal) == []
