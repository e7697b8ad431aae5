"""The demo site: the network's own pages, fictional groups, one account a role."""

from export_demo import PUBLIC
from gastvrij.accounts.personal import is_shared_mailbox
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import organisations_of
from gastvrij.site import demo as demo_module
from pathlib import Path
from plone import api
from plone.app.testing import applyProfile

import json
import pytest
import requests


GROUP_STATES = {"active": 8, "paused": 1, "ended": 1, "draft": 1, "hidden": 1}

PARTS = (
    "Inleiding",
    "Checklist van het ‘huiswerk’ na erkenning",
    "Recht op maatschappelijke integratie (OCMW-steun)",
    "Wonen. Op zoek naar een eigen adres",
    "Inburgering en integratie",
    "Gezondheidszorg",
    "Recht op gezinshereniging",
    "Kinderbijslag",
    "Schoolkosten, school- en studietoelage",
    "School en zorg voor het kind",
    "Werk",
    "Budgetbeheer en vaste kosten",
    "Reizen en mobiliteit",
)


@pytest.fixture
def catalog(demo):
    """Return the catalogue of the demo site."""
    return api.portal.get_tool("portal_catalog")


@pytest.fixture
def accounts(demo):
    """Return the lines of the file that holds the demo accounts."""
    text = (demo["var"] / "demo-accounts.txt").read_text()
    return [tuple(line.split(" ")) for line in text.splitlines()]


def test_demo_groups_are_in_different_states_and_places(catalog):
    groups = catalog.unrestrictedSearchResults(portal_type="MemberOrganisation")
    states = [group.review_state for group in groups]
    assert {state: states.count(state) for state in set(states)} == GROUP_STATES
    assert {group.province for group in groups} == {
        "antwerpen",
        "brussels",
        "limburg",
        "oost-vlaanderen",
        "vlaams-brabant",
        "west-vlaanderen",
    }


def test_demo_writes_to_and_from_addresses_of_nobody(demo):
    for name in ("gastvrij.secretariat_email", "plone.email_from_address"):
        assert api.portal.get_registry_record(name).endswith("@example.org")


def test_demo_leaves_the_permissions_of_the_site_to_the_default_profile(demo):
    content = Path(demo_module.__file__).parent.parent / "profiles" / "demo" / "content"
    metadata = json.loads((content / "content" / "__metadata__.json").read_text())
    assert metadata["local_permissions"]["plone_site_root"] == {}
    with_toolbar = demo["portal"].rolesOfPermission("Show Toolbar")
    roles = {role["name"] for role in with_toolbar if role["selected"]}
    assert "Toolkit Editor" in roles
    assert not roles & {"Authenticated", "Contact Person", "Secretariat"}


def test_demo_group_says_that_it_is_an_example(demo):
    for group in demo["portal"].groepen.objectValues():
        assert "bestaat niet echt" in group.text.raw
        assert group.public_email is None or group.public_email.endswith("example.org")


def test_demo_toolkit_has_its_parts_in_order(demo, catalog):
    chapter = demo["portal"].toolkit["2"].huiswerk
    assert tuple(part.title for part in chapter.objectValues()) == PARTS
    addenda = catalog.unrestrictedSearchResults(portal_type="ToolkitAddendum")
    parts = {part.UID(): part.title for part in chapter.objectValues()}
    assert sorted(parts[addendum.supplements] for addendum in addenda) == [
        "Budgetbeheer en vaste kosten",
        "Gezondheidszorg",
        "Reizen en mobiliteit",
    ]


def test_demo_toolkit_has_one_current_edition(demo):
    toolkit = demo["portal"].toolkit
    assert api.content.get_state(toolkit["1"]) == "previous"
    assert api.content.get_state(toolkit["2"]) == "current"
    assert toolkit["2"].previous_edition.to_object.getId() == "1"


@pytest.mark.parametrize(
    ("year", "day", "place"),
    [
        ("2017", "2017-10-28", "Globe Aroma"),
        ("2018", "2018-11-24", None),
        ("2019", "2019-11-23", "Kazerne Dossin"),
    ],
)
def test_demo_day_has_the_facts_of_the_network(demo, year, day, place):
    network_day = demo["portal"].netwerkdagen[year]
    assert network_day.whole_day
    assert network_day.start.astimezone().date().isoformat() <= day
    assert network_day.end.date().isoformat() == day
    assert network_day.venue_name == place
    assert network_day.report_book.data.startswith(b"%PDF-")


def test_visitor_sees_what_is_published_and_nothing_else(demo):
    portal = demo["portal"]
    address = f"http://{demo['host']}:{demo['port']}/{portal.getId()}"
    shown = requests.get(f"{address}/groepen", timeout=30).text
    for group in portal.groepen.objectValues():
        seen = group.title in shown
        assert seen == (api.content.get_state(group) not in ("draft", "hidden"))


def test_each_role_has_an_account_that_logs_in(demo, accounts):
    portal = demo["portal"]
    assert sorted(role for user, password, role in accounts) == [
        "Site-Administrators",
        "board",
        "contact-person",
        "networkday-coordinators",
        "secretariat",
        "toolkit-editors",
    ]
    address = f"http://{demo['host']}:{demo['port']}/{portal.getId()}/@login"
    for user, password, _role in accounts:
        answer = requests.post(
            address,
            json={"login": user, "password": password},
            headers={"Accept": "application/json"},
            timeout=30,
        )
        assert answer.status_code == 200, user
        assert answer.json()["token"]


def test_accounts_of_the_demo_are_of_one_person_each(accounts):
    assert len({user for user, password, role in accounts}) == len(accounts)
    assert [user for user, *_ in accounts if is_shared_mailbox(user)] == []


def test_accounts_file_is_for_its_owner_only(demo, accounts):
    path = demo["var"] / "demo-accounts.txt"
    assert path.stat().st_mode & 0o077 == 0


def test_contact_person_of_the_demo_keeps_one_group_only(demo, accounts):
    user = next(user for user, password, role in accounts if role == "contact-person")
    found = api.portal.get_tool("acl_users").searchUsers(login=user, exact_match=True)
    user_id = found[0]["userid"]
    with api.env.adopt_user(user=api.user.get(userid=user_id)):
        keeps = [
            group.getId()
            for group in demo["portal"].groepen.objectValues()
            if api.user.has_permission("gastvrij: Keep Organisation", obj=group)
        ]
    assert keeps == ["de-warme-drempel"]
    (group,) = organisations_of(demo["portal"], user_id)
    assert [contact.email for contact in contacts_of(group)] == [user]


def test_demo_again_leaves_the_contact_person_her_rights(demo):
    group = demo["portal"].groepen["de-warme-drempel"]
    (contact,) = contacts_of(group)
    applyProfile(demo["portal"], "gastvrij:demo")
    assert contacts_of(group) == [contact]
    assert "Contact Person" in group.get_local_roles_for_userid(contact.user_id)


def test_demo_is_exported_without_the_private_files(catalog):
    exported = {
        brain.portal_type for brain in catalog.unrestrictedSearchResults(PUBLIC)
    }
    assert "MemberOrganisation" in exported
    assert not exported & {"MemberFile", "InternalNotes"}
    assert catalog.unrestrictedSearchResults(portal_type="MemberFile")
