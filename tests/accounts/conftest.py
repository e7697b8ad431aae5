"""A running site with two people on it."""

from people_site import make_people
from people_site import PeopleSite

import pytest
import transaction


@pytest.fixture
def site(functional) -> PeopleSite:
    """Return a running site, asked at an address where Plone shows its theme."""
    portal = functional["portal"]
    make_people()
    transaction.commit()
    return PeopleSite(f"http://localhost:{functional['port']}/{portal.getId()}", portal)


@pytest.fixture
def browser_of_an(site):
    """Return a browser in which An is logged in."""
    browser = site.browser()
    browser.log_in("an.peeters@example.org")
    return browser
