"""Where somebody lands after logging in."""

from gastvrij.accounts.landing import ILanding
from gastvrij.accounts.landing import landing_of
from zope.component import getGlobalSiteManager
from zope.interface import implementer

import pytest


@implementer(ILanding)
class Room:
    """A room that expects some people."""

    def __init__(self, order, expected):
        self.order = order
        self.expected = expected

    def url_for(self, site, user_id):
        """Return an address named after the order."""
        return (
            f"{site.absolute_url()}/{self.order}" if user_id in self.expected else None
        )


@pytest.fixture
def expect():
    """Return a function that opens a room for some people, as long as the test runs."""
    registry = getGlobalSiteManager()
    opened = []

    def open_room(name, order, *expected):
        opened.append((Room(order, expected), name))
        registry.registerUtility(*opened[-1][:1], ILanding, name)

    yield open_room
    for room, name in opened:
        registry.unregisterUtility(room, ILanding, name)


def test_who_is_not_expected_lands_at_home(portal, expect):
    expect("test.room", 1, "bo")
    assert landing_of(portal, "an") == portal.absolute_url()


def test_first_room_that_expects_somebody_wins(portal, expect):
    expect("test.a", 2, "an", "bo")
    expect("test.z", 1, "an")
    assert landing_of(portal, "an") == f"{portal.absolute_url()}/1"
    assert landing_of(portal, "bo") == f"{portal.absolute_url()}/2"
