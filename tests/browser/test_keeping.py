"""A contact person keeps the profile right: on a small phone, without script."""

from playwright.sync_api import expect

import pytest


GROUP = "/groepen/de-warme-drempel"


@pytest.fixture
def phone(browser):
    """Return a page on a small phone that runs no script."""
    context = browser.new_context(
        viewport={"width": 360, "height": 780}, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def test_contact_person_mends_a_mistake_and_sees_what_visitors_see(phone, site, log_in):
    log_in(phone, "contact-person")
    phone.goto(f"{site}{GROUP}")
    phone.get_by_role("link", name="Werk het profiel bij").click()
    phone.get_by_label("Opgericht in").fill("morgen")
    phone.get_by_label("Hoe kom je bij jullie?").fill("Bel Jan Peeters, 0470 12 34 56.")
    phone.get_by_label("Vervoer en fietsen").check()
    save = phone.get_by_role("button", name="Bewaar", exact=True)
    save.last.click()
    # nothing was saved: the sentence stands above the form and at the field
    summary = phone.get_by_role("alert")
    expect(summary).to_contain_text("Opgericht in: Schrijf een getal, in cijfers.")
    founded = phone.get_by_label("Opgericht in")
    assert founded.get_attribute("aria-invalid") == "true"
    expect(founded).to_have_accessible_description(
        "Het jaar, bijvoorbeeld 2015. Schrijf een getal, in cijfers."
    )
    summary.get_by_role("link").click()
    expect(founded).to_be_in_viewport()
    expect(founded).to_have_value("morgen")
    expect(phone.get_by_label("Vervoer en fietsen")).to_be_checked()
    founded.fill("2015")
    phone.get_by_role("button", name="Bewaar", exact=True).last.click()
    # saved: what a visitor sees, and what looks private
    phone.wait_for_url("**/preview")
    main = phone.locator("main")
    expect(main).to_contain_text("Dit ziet een bezoeker")
    expect(main).to_contain_text("Vervoer en fietsen")
    expect(main).to_contain_text("Dit lijkt een telefoonnummer")
    expect(main).to_contain_text("Dit lijkt de naam van iemand")
    assert phone.locator("h1").count() == 1
    phone.get_by_role("link", name="Hoe kom je bij jullie?").first.click()
    expect(phone.get_by_label("Hoe kom je bij jullie?")).to_be_in_viewport()


def test_keyboard_lands_on_the_list_of_mistakes(page, site, log_in):
    log_in(page, "contact-person")
    page.goto(f"{site}{GROUP}/update")
    page.get_by_label("Website").fill("javascript:alert(1)")
    page.get_by_label("Website").press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Website")).to_be_focused()


def test_contact_person_hides_the_profile_at_once(phone, site, log_in, browser):
    log_in(phone, "contact-person")
    phone.goto(f"{site}{GROUP}")
    phone.get_by_role("link", name="verberg").click()
    phone.get_by_role("button", name="Verberg").click()
    expect(phone.locator("main")).to_contain_text("Verborgen: bezoekers vinden")
    visitor = browser.new_context().new_page()
    assert visitor.goto(f"{site}{GROUP}").status == 404
    visitor.context.close()
