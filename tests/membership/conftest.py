"""A running site with a secretariat and a board, and a mail server."""

from desks import Desk
from desks import PASSWORD
from desks import PEOPLE
from filling import filled_once
from plone import api
from Products.CMFPlone.Portal import PloneSite

import pytest


def make_people(portal: PloneSite) -> None:
    """Create the people, in the group that makes them so."""
    with api.env.adopt_roles(["Manager"]):
        for who, group in PEOPLE.items():
            user = api.user.create(email=f"{who}@example.org", password=PASSWORD)
            if group:
                api.group.add_user(groupname=group, user=user)


filled_layer, functional = filled_once(make_people, "People")


@pytest.fixture
def desk(functional, letterbox) -> Desk:
    """Return the desk of a running site with its people."""
    portal = functional["portal"]
    host = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return Desk(host, portal, letterbox)
