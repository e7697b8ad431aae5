"""From the home page to what people come for, in at most three clicks."""

from playwright.sync_api import expect

import pytest


def click(page, name):
    """Follow a link of the content as a reader finds it: by its words."""
    page.locator("main").get_by_role("link", name=name).first.click()


def test_visitor_reaches_a_part_with_its_addendum(page, site):
    page.goto(site)
    click(page, "Huiswerk voor vluchteling en vrijwilliger")
    click(page, "Gezondheidszorg")
    expect(page.locator("h1")).to_contain_text("Gezondheidszorg")
    expect(page.locator("main")).to_contain_text("3.6")
    click(page, "ongeneeslijk ziek")
    addendum = page.get_by_role("heading", name="Aanvulling: ")
    expect(addendum).to_contain_text("ongeneeslijk ziek")
    expect(addendum).to_be_in_viewport()


def test_visitor_reaches_the_report_book_of_2018(page, site):
    page.goto(site)
    click(page, "Alle netwerkdagen")
    click(page, "Netwerkdag 2018")
    expect(page.locator("main")).to_contain_text("24 november 2018")
    book = page.locator("main").get_by_role("link", name="Verslagboek").first
    answer = page.request.get(book.get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF-")


def test_visitor_reaches_the_profile_of_a_group(page, site):
    page.goto(site)
    click(page, "Bekijk alle groepen")
    click(page, "De Warme Drempel")
    expect(page.locator("h1")).to_have_text("De Warme Drempel")
    expect(page.locator("main")).to_contain_text("Deze groep is een voorbeeld")
    expect(page.locator("main")).to_contain_text("ongeacht hun statuut")


def test_home_is_dutch_whatever_the_browser_says_and_english_by_a_link(page, site):
    page.goto(site)
    assert page.locator("html").get_attribute("lang") == "nl"
    expect(page.locator("main")).to_contain_text("Ik zoek hulp")
    page.goto(f"{site}?set_language=en")
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.locator("main")).to_contain_text("I am looking for help")


@pytest.mark.parametrize(
    "door", ["Ik zoek hulp", "Ik wil helpen", "Wij zijn een groep"]
)
def test_each_door_leads_to_who_to_ask(page, site, door):
    page.goto(site)
    click(page, door)
    expect(page.locator("main")).to_contain_text("secretariaat")


def test_site_works_without_script(browser, site):
    context = browser.new_context(
        viewport={"width": 360, "height": 780}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(site)
    click(page, "Alle onderdelen")
    click(page, "Gezondheidszorg")
    expect(page.locator("h1")).to_contain_text("Gezondheidszorg")
    page.locator("summary").filter(has_text="Menu").click()
    page.get_by_role("link", name="Netwerkdagen").first.click()
    expect(page.locator("h1")).to_have_text("Netwerkdagen")
    context.close()


def test_no_page_asks_another_host(page, site):
    asked = set()
    page.on("request", lambda request: asked.add(request.url.split("/")[2]))
    for path in ("", "/groepen", "/toolkit/2/huiswerk/wonen", "/netwerkdagen/2019"):
        page.goto(f"{site}{path}")
    assert {host.split(":")[0] for host in asked} == {"localhost"}


@pytest.mark.parametrize(
    "role",
    [
        "secretariat",
        "board",
        "toolkit-editors",
        "networkday-coordinators",
        "Site-Administrators",
        "contact-person",
    ],
)
def test_each_account_logs_in(page, site, log_in, role):
    log_in(page, role)
    page.goto(site)
    assert page.locator("a[href$='/logout']").count() > 0
