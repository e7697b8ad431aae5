"""A real browser before the demo site."""

from browsing import accounts_of
from browsing import address_of
from browsing import log_in_as
from collections.abc import Iterator
from letterbox import Letterbox
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright

import os
import pytest
import shutil
import transaction
import warnings


FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

EXECUTABLES = ("chromium-headless-shell", "chromium")

MISSING = (
    "The browser tests need Debian's package chromium-headless-shell or chromium:"
    " NONE OF THE BROWSER TESTS RUN."
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium; without it the test is skipped, under CI it fails.

    The one without windows is taken where there is one: the other draws a window of its
    own, with all that belongs to that, for each visitor of a test.
    """
    executable = next(filter(None, map(shutil.which, EXECUTABLES)), None)
    if executable is None:
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        warnings.warn(MISSING, stacklevel=1)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=list(FLAGS)
        )
        yield browser
        browser.close()


@pytest.fixture
def site(demo) -> str:
    """Return the address of the demo site."""
    return address_of(demo)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page as wide as a small phone, of a visitor who was never here."""
    context = browser.new_context(viewport={"width": 360, "height": 780}, locale="fr")
    yield context.new_page()
    context.close()


@pytest.fixture
def password_of(demo):
    """Return a function that finds the user and password of a role of the demo."""
    return accounts_of(demo).__getitem__


@pytest.fixture
def log_in(site, password_of):
    """Return a function that logs a page in as somebody with a role of the demo."""
    return lambda page, role: log_in_as(page, site, *password_of(role))


@pytest.fixture
def letterbox(demo) -> Iterator[Letterbox]:
    """Return a real mail server that the demo site sends with."""
    box = Letterbox()
    box.serve(demo["portal"])
    box.open()
    transaction.commit()
    yield box
    box.close()
