"""What the default profile adds, and that the uninstall profile takes it away again."""

from AccessControl.Permission import getPermissionIdentifier
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.links.ledger import issue
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import post
from gastvrij.mail.outbox import waiting
from pathlib import Path
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.browserlayer.utils import registered_layers
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.Portal import PloneSite
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility

import gastvrij
import pytest
import requests
import transaction


PROFILES = Path(gastvrij.__file__).parent / "profiles"

KINDS = (
    "types",
    "workflows",
    "chains",
    "roles",
    "groups",
    "permissions",
    "indexes",
    "columns",
    "registry",
    "layers",
    "tabs",
    "unsearched",
    "cached",
    "home views",
    "control panels",
)


def inventory(portal: PloneSite) -> dict[str, set[Any]]:
    """Return what a site is made of, by kind, as far as a profile can change it."""
    catalog = portal.portal_catalog
    registry = getUtility(IRegistry)
    caching = registry["plone.caching.interfaces.ICacheSettings.operationMapping"]
    return {
        "types": set(portal.portal_types.objectIds()),
        "workflows": set(portal.portal_workflow.objectIds()),
        "chains": set(portal.portal_workflow._chains_by_type),
        "roles": set(portal.validRoles())
        | set(portal.acl_users.portal_role_manager.listRoleIds()),
        "groups": {group.getId() for group in api.group.get_groups()},
        "permissions": {
            permission
            for permission in portal.possible_permissions()
            if permission.startswith("gastvrij: ")
            and getPermissionIdentifier(permission) in vars(portal)
        },
        "indexes": set(catalog.indexes()),
        "columns": set(catalog.schema()),
        "registry": {name for name in registry.records if "gastvrij" in name},
        "layers": {layer.__identifier__ for layer in registered_layers()},
        "tabs": set(registry["plone.displayed_types"]),
        "unsearched": set(registry["plone.types_not_searched"]),
        "cached": set(caching or ()),
        "home views": set(portal.portal_types["Plone Site"].view_methods),
        "control panels": {
            panel.getId() for panel in portal.portal_controlpanel.listActions()
        },
    }


@pytest.fixture
def before_and_after(integration: Any) -> tuple[dict, dict, dict]:
    """Return the inventory before installing, while installed, after uninstalling."""
    portal = integration["portal"]
    applyProfile(portal, "gastvrij:uninstall")
    before = inventory(portal)
    applyProfile(portal, "gastvrij:default")
    installed = inventory(portal)
    applyProfile(portal, "gastvrij:uninstall")
    return before, installed, inventory(portal)


@pytest.mark.parametrize("kind", KINDS)
def test_uninstall_takes_away_what_default_adds(before_and_after, kind):
    before, installed, after = before_and_after
    assert installed[kind] - before[kind], f"default adds no {kind}: the test is blind"
    assert after[kind] == before[kind]
    assert not [name for name in after[kind] if "gastvrij" in str(name)]


def test_uninstall_leaves_the_content_as_private_as_it_was(integration):
    portal = integration["portal"]
    with api.env.adopt_roles(["Manager"]):
        group = api.content.create(
            portal.groepen,
            "MemberOrganisation",
            title="Voorbeeld",
            legal_form="vzw",
            municipality="44021",
            activities=["housing"],
        )
    applyProfile(portal, "gastvrij:uninstall")
    assert group.getId() in portal.groepen
    with api.env.adopt_roles(["Anonymous"]):
        assert not api.user.has_permission("View", obj=group)


def test_uninstall_takes_letters_and_links_away(integration):
    portal, now = integration["portal"], datetime.now(UTC)
    post(portal, Letter("an@example.org", "info", "Dag", ("Dag",)), now)
    issue(portal, "test", "abc", now, timedelta(days=1))
    applyProfile(portal, "gastvrij:uninstall")
    assert not [name for name in IAnnotations(portal) if "gastvrij" in name]
    assert waiting(portal) == []


def test_uninstall_gives_plone_its_look_and_home_page_back(integration):
    portal = integration["portal"]
    assert portal.getLayout() == "home"
    assert (
        api.portal.get_registry_record(
            "plone.app.theming.interfaces.IThemeSettings.currentTheme"
        )
        == "gastvrij"
    )
    applyProfile(portal, "gastvrij:uninstall")
    assert portal.getLayout() != "home"
    assert (
        api.portal.get_registry_record(
            "plone.app.theming.interfaces.IThemeSettings.currentTheme"
        )
        == "barceloneta"
    )


def test_what_the_add_on_brought_is_not_found_once_it_is_gone(functional):
    portal = functional["portal"]
    site = f"http://localhost:{functional['port']}/{portal.getId()}"
    transaction.commit()
    assert requests.get(f"{site}/groepen", timeout=30).status_code == 200
    applyProfile(portal, "gastvrij:uninstall")
    transaction.commit()
    owner = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    for name in ("groepen", "toolkit", "netwerkdagen"):
        for auth in (None, owner):
            answer = requests.get(f"{site}/{name}", auth=auth, timeout=30)
            assert answer.status_code == 404, (name, auth)
    assert requests.get(site, timeout=30).status_code == 200


def test_default_twice_changes_nothing(integration):
    portal = integration["portal"]
    once = inventory(portal)
    applyProfile(portal, "gastvrij:default")
    assert inventory(portal) == once


@pytest.mark.parametrize("name", ["default", "uninstall", "demo"])
def test_profile_folder_exists(name):
    assert (PROFILES / name / "metadata.xml").is_file()


def test_profile_is_never_offered_twice(integration):
    portal = integration["portal"]
    profiles = portal.portal_setup.listProfileInfo()
    ours = sorted(info["id"] for info in profiles if info["product"] == "gastvrij")
    assert ours == ["gastvrij:default", "gastvrij:demo", "gastvrij:uninstall"]
