"""A running site with people on it, and rooms in which things wait."""

from filling import filled_once
from plone import api
from Products.CMFPlone.Portal import PloneSite
from waiting import DeskSite
from waiting import PASSWORD
from waiting import PEOPLE
from waiting import Rooms

import pytest


@pytest.fixture
def rooms():
    """Return the rooms that a test opens."""
    rooms = Rooms()
    yield rooms
    rooms.close()


def make_people(portal: PloneSite) -> None:
    """Create the people, in the group that makes them so."""
    with api.env.adopt_roles(["Manager"]):
        for who, group in PEOPLE.items():
            user = api.user.create(email=f"{who}@example.org", password=PASSWORD)
            if group:
                api.group.add_user(groupname=group, user=user)


filled_layer, functional = filled_once(make_people, "People")


@pytest.fixture
def site(functional, rooms) -> DeskSite:
    """Return a running site on which nothing waits yet."""
    portal = functional["portal"]
    return DeskSite(f"http://localhost:{functional['port']}/{portal.getId()}", portal)
