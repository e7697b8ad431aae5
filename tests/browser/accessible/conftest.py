"""The demo site for tests that only look: it stays, and so does who is logged in."""

from browsing import accounts_of
from browsing import address_of
from browsing import log_in_as
from collections.abc import Callable
from collections.abc import Iterator
from playwright.sync_api import Page
from plone.app.testing import FunctionalTesting

import pytest


@pytest.fixture(scope="module")
def demo(demo_site) -> Iterator[FunctionalTesting]:
    """Return the layer of the demo site, set up once for the tests of a module."""
    demo_site.testSetUp()
    yield demo_site
    demo_site.testTearDown()


@pytest.fixture(scope="module")
def page_of(browser, demo) -> Iterator[Callable[[str], Page]]:
    """Return a function that gives the page of who has a role, or of a visitor.

    Each has one page for the whole module, so that everybody logs in once.
    """
    pages: dict[str, Page] = {}

    def page_of_role(role: str) -> Page:
        if role not in pages:
            pages[role] = browser.new_context(locale="nl").new_page()
            if role != "visitor":
                log_in_as(pages[role], address_of(demo), *accounts_of(demo)[role])
        return pages[role]

    yield page_of_role
    for page in pages.values():
        page.context.close()
