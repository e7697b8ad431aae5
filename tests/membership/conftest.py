"""A running site with a secretariat and a board, and a mail server."""

from desks import Desk
from desks import PASSWORD
from desks import PEOPLE
from plone import api

import pytest
import transaction


@pytest.fixture
def desk(functional, letterbox) -> Desk:
    """Return the desk of a running site with its people."""
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        for who, group in PEOPLE.items():
            user = api.user.create(email=f"{who}@example.org", password=PASSWORD)
            if group:
                api.group.add_user(groupname=group, user=user)
    transaction.commit()
    host = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return Desk(host, portal, letterbox)
