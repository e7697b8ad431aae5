"""A running site with two people on it."""

from filling import filled_once
from people_site import make_people
from people_site import PeopleSite

import pytest


filled_layer, functional = filled_once(make_people, "People")


@pytest.fixture
def site(functional) -> PeopleSite:
    """Return a running site, asked at an address where Plone shows its theme."""
    portal = functional["portal"]
    return PeopleSite(f"http://localhost:{functional['port']}/{portal.getId()}", portal)


@pytest.fixture
def browser_of_an(site):
    """Return a browser in which An is logged in."""
    browser = site.browser()
    browser.log_in("an.peeters@example.org")
    return browser
