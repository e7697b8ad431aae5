"""An administrator creates the network's site on Plone's own screen."""

from playwright.sync_api import expect
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD

import pytest
import transaction


@pytest.fixture
def administrator(browser):
    """Return a page of the administrator of the whole instance."""
    context = browser.new_context(
        http_credentials={
            "username": SITE_OWNER_NAME,
            "password": SITE_OWNER_PASSWORD,
            "send": "always",
        },
        viewport={"width": 1280, "height": 1000},
    )
    yield context.new_page()
    context.close()


def test_administrator_creates_a_site_without_the_demo(functional, administrator):
    address = f"http://localhost:{functional['port']}"
    transaction.commit()
    page = administrator
    page.goto(f"{address}/ploneAddSite?distribution=gastvrij")
    page.get_by_label("Path identifier").fill("netwerk")
    page.get_by_label("Title").fill("Netwerk van groepen")
    page.get_by_label("Fill it with the demo").uncheck()
    page.get_by_role("button", name="Submit").click()
    page.wait_for_url(f"{address}/netwerk**", timeout=60_000)
    page.goto(f"{address}/netwerk")
    expect(page.locator("main")).to_contain_text("Ik zoek hulp")
    assert page.locator("html").get_attribute("lang") == "nl"
    transaction.begin()
    assert functional["app"]["netwerk"].title == "Netwerk van groepen"
    assert functional["app"]["netwerk"].groepen.objectIds() == []
