"""A library with one edition in force, and people who look at it."""

from dataclasses import dataclass
from filling import filled_once
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from Products.CMFPlone.Portal import PloneSite
from toolkit_content import make_edition

import pytest
import requests
import transaction


@pytest.fixture
def library(portal):
    """The toolkit with edition 2 in force; the test acts as a manager."""
    setRoles(portal, TEST_USER_ID, ["Manager"])
    make_edition(portal.toolkit, 2)
    return portal.toolkit


@pytest.fixture
def edition(library):
    """Edition 2, which is in force."""
    return library["2"]


@pytest.fixture
def acting(portal):
    """Return how to go on as somebody with one role, or as a visitor."""

    def act(role: str | None) -> None:
        if role is None:
            logout()
            return
        login(portal, TEST_USER_NAME)
        setRoles(portal, TEST_USER_ID, [role])

    return act


@dataclass(frozen=True)
class Site:
    """A running site: its address, and the portal behind it."""

    url: str
    portal: PloneSite

    def page(self, path: str, **options) -> requests.Response:
        """Return what a browser gets; nothing is followed."""
        options.setdefault("allow_redirects", False)
        return requests.get(f"{self.url}/{path}", timeout=60, **options)

    def json(self, path: str, method: str = "GET", **options) -> requests.Response:
        """Return what a program gets; nothing is followed."""
        options.setdefault("allow_redirects", False)
        headers = {"Accept": "application/json"}
        url = f"{self.url}/{path}"
        return requests.request(method, url, headers=headers, timeout=60, **options)


def fill(portal: PloneSite) -> None:
    """Put edition 2 in the place of edition 1."""
    with api.env.adopt_roles(["Manager"]):
        make_edition(portal.toolkit, 1, lineage="same")
        make_edition(portal.toolkit, 2, lineage="same")


filled_layer, functional = filled_once(fill, "Editions")


@pytest.fixture
def site(functional) -> Site:
    """A running site where edition 2 has taken the place of edition 1."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    url = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return Site(url, portal)


@pytest.fixture
def editor(site) -> tuple[str, str]:
    """Name and password of somebody who edits the toolkit."""
    name, password = "redacteur@example.org", "geheim-woord-12"
    user = api.user.create(email=name, username=name, password=password)
    api.group.add_user(groupname="toolkit-editors", username=user.getId())
    transaction.commit()
    return name, password


@pytest.fixture
def session(editor):
    """The requests of an editor."""
    session = requests.Session()
    session.auth = editor
    return session
