"""A visitor finds a group: without script, by keyboard alone, on a small phone."""

from playwright.sync_api import expect

import pytest
import re


@pytest.fixture
def plain(browser):
    """Return a page of a small phone on which no script runs."""
    context = browser.new_context(
        viewport={"width": 360, "height": 780}, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def press_to(page, locator, most=80):
    """Go from element to element by the keyboard until one has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if locator.evaluate("each => each === document.activeElement"):
            return
    pytest.fail(f"the keyboard does not reach {locator}")


def test_by_postal_code_from_the_home_page_without_script(plain, site):
    plain.goto(site)
    plain.get_by_label("Je postcode of gemeente").fill("9050")
    plain.locator("main").get_by_role("button", name="Zoek").click()
    expect(plain).to_have_title(re.compile("^2 groepen binnen 10 km van 9050 Gent"))
    heading = plain.get_by_role("heading", name="2 groepen binnen 10 km van 9050 Gent")
    expect(heading).to_be_in_viewport()
    expect(plain.locator(".gv-card").first).to_contain_text(
        "Werkt in Gentbrugge en Ledeberg"
    )
    plain.get_by_role("link", name="De Warme Drempel").click()
    expect(plain.locator("h1")).to_have_text("De Warme Drempel")


def test_from_the_map_without_script(plain, site):
    plain.goto(site)
    plain.get_by_role("link", name="Bekijk de groepen op de kaart").click()
    expect(plain.locator("h1")).to_have_text("Groepen op de kaart")
    plain.get_by_role("link", name="Toon Oost-Vlaanderen groter").click()
    plain.locator("svg").get_by_role("link", name="Gent: 2 groepen").click()
    plain.get_by_role("link", name="Tafel zonder Hoeken").click()
    expect(plain.locator("h1")).to_have_text("Tafel zonder Hoeken")


def test_by_keyboard_alone(page, site):
    page.goto(site)
    press_to(page, page.locator("#place"))
    page.keyboard.type("gent")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name="binnen 10 km van 9000 Gent")
    expect(heading).to_be_in_viewport()
    press_to(page, page.get_by_role("link", name="De Warme Drempel"), most=3)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("De Warme Drempel")


def test_from_the_map_by_keyboard_alone(page, site):
    page.goto(f"{site}/groepen/map")
    dot = page.locator("svg").get_by_role("link", name="Gent: 2 groepen")
    press_to(page, dot)
    assert (
        dot.locator("circle").first.evaluate(
            "each => getComputedStyle(each).strokeWidth"
        )
        == "3px"
    )
    page.keyboard.press("Enter")
    expect(page.locator("#results h2").first).to_contain_text("9000 Gent")


def test_map_can_be_passed_over_by_keyboard(page, site):
    page.goto(f"{site}/groepen/map")
    press_to(page, page.get_by_role("link", name="Sla de kaart over"))
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.locator("#map-list a").first
    assert focused.evaluate("each => each === document.activeElement")


def test_dot_is_found_by_a_finger(page, site):
    page.goto(f"{site}/groepen/map")
    box = page.locator("svg [aria-label='Oostende: 1 groep']").bounding_box()
    assert min(box["width"], box["height"]) >= 24
    page.mouse.click(box["x"] + 3 + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#results h2").first).to_contain_text("8400 Oostende")


def test_more_choices_without_script(plain, site):
    plain.goto(f"{site}/groepen")
    plain.get_by_text("Meer keuzes").click()
    plain.get_by_label("Wonen").check()
    plain.get_by_label("Arabisch").check()
    plain.locator("details").get_by_role("button", name="Zoek").click()
    expect(plain.get_by_role("heading", name="1 groep gevonden")).to_be_in_viewport()
    plain.get_by_role("link", name="Zonder Arabisch").click()
    expect(plain.get_by_role("heading", name="2 groepen gevonden")).to_be_visible()


def test_place_that_is_unknown_is_said_in_view(plain, site):
    plain.goto(site)
    plain.get_by_label("Je postcode of gemeente").fill("Atlantis")
    plain.locator("main").get_by_role("button", name="Zoek").click()
    expect(plain.get_by_text("Deze plaats kennen we niet")).to_be_in_viewport()
    expect(plain.get_by_label("Je postcode of gemeente")).to_have_value("Atlantis")


def test_group_speaks_the_language_of_the_visitor(browser, site):
    context = browser.new_context(locale="ar-SY")
    page = context.new_page()
    page.goto(f"{site}/groepen/de-warme-drempel")
    expect(page.locator("details[lang=ar]")).to_have_attribute("open", "")
    assert page.locator("details[lang=en]").get_attribute("open") is None
    context.close()


def test_card_leads_to_another_language_without_script(plain, site):
    plain.goto(f"{site}/groepen?q=drempel")
    plain.locator("#results a[hreflang=ar]").click()
    expect(plain.locator("#in-ar")).to_be_visible()
