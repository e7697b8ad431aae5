"""What an account keeps of a person: found, exported and erased by address."""

from datetime import datetime
from datetime import UTC
from gastvrij.accounts.people import make_account
from gastvrij.accounts.people import user_for
from gastvrij.accounts.personal_data import account_of_person
from gastvrij.privacy.subject import erase_everywhere
from gastvrij.privacy.subject import find_everywhere
from gastvrij.values.refusal import Refused
from plone import api

import pytest


NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
AN = "an.peeters@example.org"


@pytest.fixture
def an(portal):
    """Return the account of An; somebody else is there as well."""
    make_account("bo@example.org", "Bo Janssens")
    return make_account("An.Peeters@example.org", "An Peeters")


@pytest.mark.parametrize("email", [AN, AN.upper(), f" {AN} "])
def test_account_is_found_and_exported(portal, an, email):
    assert [found.title for found in account_of_person.find(portal, email)] == [
        "An Peeters"
    ]
    (exported,) = account_of_person.export(portal, email)
    assert exported["fullname"] == "An Peeters"
    assert exported["login"] == AN
    assert exported["user_id"] == an.getId()
    assert "password" not in exported


def test_account_is_found_by_the_address_that_it_was_given_later(portal, an):
    an.setMemberProperties({"email": "an@elsewhere.example"})
    assert len(account_of_person.find(portal, "AN@elsewhere.example")) == 1
    assert len(account_of_person.find(portal, AN)) == 1


@pytest.mark.parametrize(
    "email", ["", " ", "an", "peeters@example.org", "nobody@x.org"]
)
def test_another_address_finds_no_account(portal, an, email):
    assert account_of_person.find(portal, email) == []
    assert account_of_person.erase(portal, email, NOW) == 0


def test_erasing_deletes_the_account_and_its_rights(portal, an):
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(portal, "Document", title="Pagina")
    page.manage_setLocalRoles(an.getId(), ["Editor"])
    assert erase_everywhere(portal, AN, NOW) == {"accounts": 1}
    assert user_for(AN) is None
    assert api.user.get(userid=an.getId()) is None
    assert not page.get_local_roles_for_userid(an.getId())
    assert user_for("bo@example.org") is not None
    assert find_everywhere(portal, AN) == []


def test_erasing_leaves_no_byte_of_the_address(portal, an):
    account_of_person.erase(portal, AN, NOW)
    properties = portal.acl_users.mutable_properties._storage
    assert an.getId() not in properties
    assert "peeters" not in repr(list(portal.acl_users.source_users._login_to_userid))


@pytest.mark.parametrize("by_group", [True, False])
def test_last_manager_is_not_erased(portal, an, by_group):
    for user_id in managers(portal):
        portal.acl_users.portal_role_manager.removeRoleFromPrincipal("Manager", user_id)
    with api.env.adopt_roles(["Manager"]):
        if by_group:
            api.group.add_user(groupname="Administrators", user=an)
        else:
            api.user.grant_roles(user=an, roles=["Manager"])
    with pytest.raises(Refused) as refusal:
        account_of_person.erase(portal, AN, NOW)
    assert refusal.value.doc() == "error_last_manager"
    assert user_for(AN) is not None

    bo = user_for("bo@example.org")
    with api.env.adopt_roles(["Manager"]):
        api.user.grant_roles(user=bo, roles=["Manager"])
    with api.env.adopt_roles(["Secretariat"]), pytest.raises(Refused) as refusal:
        account_of_person.erase(portal, AN, NOW)
    assert refusal.value.doc() == "error_erase_manager"
    with api.env.adopt_roles(["Manager"]):
        assert account_of_person.erase(portal, AN, NOW) == 1


def managers(portal):
    """Return who is manager by a role of their own."""
    assigned = portal.acl_users.portal_role_manager.listAssignedPrincipals("Manager")
    return [principal for principal, _ in assigned if principal != "Administrators"]
