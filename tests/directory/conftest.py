"""A running site with groups in every state, and people around them."""

from filling import filled_once
from groups import make_group
from groups import make_people
from groups import Site
from groups import STATES
from Products.CMFPlone.Portal import PloneSite

import pytest


def fill(portal: PloneSite) -> None:
    """Create a group in every state with the same contact person, and another group."""
    groups = [make_group(portal, state, state) for state in STATES]
    make_people(groups, make_group(portal, "other"))


filled_layer, functional = filled_once(fill, "Groups")


@pytest.fixture
def site(functional) -> Site:
    """Return a running site, with a group named after every state."""
    portal = functional["portal"]
    url = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return Site(url, portal)


@pytest.fixture
def filled(portal) -> PloneSite:
    """Return a portal with the same groups and people."""
    fill(portal)
    return portal
