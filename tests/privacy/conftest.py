"""A site in which every private thing carries a secret."""

from filling import filled_once
from planting import PASSWORD
from planting import Site
from planting_files import create_files
from planting_files import create_rooms
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD

import pytest


def plant(portal):
    """Put a secret in everything that visitors may not see; return the people."""
    owner = portal.aq_parent.acl_users.getUser(SITE_OWNER_NAME)
    with api.env.adopt_user(user=owner):
        people = create_rooms(portal)
        create_files(portal)
    return people


filled_layer, functional = filled_once(plant, "Planted")


@pytest.fixture
def site(functional):
    """Return a running site with secrets in everything that visitors may not see."""
    portal = functional["portal"]
    accounts = {name: (f"{name}@example.org", PASSWORD) for name in functional["given"]}
    accounts["visitor"] = None
    accounts["manager"] = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    url = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return Site(url, accounts, portal)
