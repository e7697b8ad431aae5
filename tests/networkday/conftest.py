"""Network days in every state, and the people who plan and read them."""

from collections.abc import Callable
from filling import filled_once
from network_days import fill
from network_days import PASSWORD
from network_days import PEOPLE
from network_days import Site
from plone import api
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from Products.CMFPlone.Portal import PloneSite

import pytest
import requests


@pytest.fixture
def days(portal) -> PloneSite:
    """Return the portal with days in every state, as the manager sees it."""
    fill(portal)
    setRoles(portal, TEST_USER_ID, ["Manager"])
    return portal


@pytest.fixture
def become(portal) -> Callable[[str], None]:
    """Return a way to go on as a visitor, or as somebody with one role."""

    def change(role: str) -> None:
        if role == "Anonymous":
            logout()
        else:
            setRoles(portal, TEST_USER_ID, [role])

    return change


def fill_running(portal: PloneSite) -> None:
    """Create days in every state, and people."""
    fill(portal)
    with api.env.adopt_roles(["Manager"]):
        for who, role in PEOPLE.items():
            user = api.user.create(email=f"{who}@example.org", password=PASSWORD)
            api.user.grant_roles(user=user, roles=[role])


filled_layer, functional = filled_once(fill_running, "Days")


@pytest.fixture
def site(functional) -> Site:
    """Return a running site with days in every state, and people."""
    portal = functional["portal"]
    url = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return Site(url, portal)


@pytest.fixture
def planner(site) -> requests.Session:
    """Return a session of the coordinator, for Plone's own forms."""
    session = requests.Session()
    session.auth = site.account("coordinator")
    return session
