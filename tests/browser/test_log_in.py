"""On a phone: the password is forgotten, a letter comes, and the own group is there."""

from letterbox import links_of
from playwright.sync_api import expect

import pytest


CONTACT = "marie.claes@example.org"


def press(page, name):
    """Press a button or a link of the content, by its words."""
    main = page.locator("main")
    found = main.get_by_role("button", name=name).or_(
        main.get_by_role("link", name=name)
    )
    found.first.click()
    page.wait_for_load_state()


@pytest.fixture
def letter_to(page, site, demo, letterbox):
    """Return a function that asks for a link on the page; it returns the letter."""

    def ask(email):
        press(page, "Krijg een link per mail")
        page.get_by_role("textbox", name="E-mailadres").fill(email)
        press(page, "Stuur mij een link")
        expect(page.locator("h1")).to_have_text("Kijk in je mailbox")
        (letter,) = letterbox.fetch(demo["portal"])
        return letter

    return ask


def test_contact_person_without_a_password_reaches_the_own_group(page, site, letter_to):
    page.goto(f"{site}/login")
    letter = letter_to(CONTACT)
    page.goto(next(link for link in links_of(letter) if "token=" in link))
    expect(page.locator("h1")).to_contain_text("Inloggen op")
    press(page, "Log in")
    expect(page.locator("h1")).to_have_text("De Warme Drempel")
    assert page.url == f"{site}/groepen/de-warme-drempel"
    expect(page.locator("#edit-bar")).to_have_count(0)
    page.locator("summary").filter(has_text="Menu").click()
    menu = page.locator("#gv-menu-member")
    expect(menu.get_by_role("link")).to_have_text(
        ["Mijn taken", "Mijn groep", "Afmelden"]
    )
    menu.get_by_role("link", name="Mijn taken").click()
    expect(page.locator("h1")).to_have_text("Mijn taken")


def test_letter_leads_to_the_thing_over_the_login_link(page, site, demo, letter_to):
    group = demo["portal"].groepen["de-warme-drempel"]
    page.goto(f"{site}/open?id={group.UID()}")
    expect(page.locator("main")).to_contain_text("Log in om verder te gaan.")
    letter = letter_to(CONTACT)
    page.goto(next(link for link in links_of(letter) if "token=" in link))
    press(page, "Log in")
    assert page.url == f"{site}/groepen/de-warme-drempel"


def test_pressing_twice_logs_in_once(page, site, letter_to):
    page.goto(f"{site}/login")
    letter = letter_to(CONTACT)
    page.goto(next(link for link in links_of(letter) if "token=" in link))
    page.locator("main").get_by_role("button", name="Log in").dblclick()
    expect(page.locator("h1")).to_have_text("De Warme Drempel")


def test_secretariat_lands_at_the_desk(page, site, log_in):
    log_in(page, "secretariat")
    assert page.url == f"{site}/desk"
    expect(page.locator("h1")).to_have_text("Mijn taken")


def test_logging_in_works_without_script(browser, site, password_of):
    context = browser.new_context(
        viewport={"width": 360, "height": 780}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{site}/login")
    user, password = password_of("board")
    page.get_by_role("textbox", name="E-mailadres").fill(user)
    page.get_by_role("textbox", name="Wachtwoord").fill(password)
    press(page, "Log in")
    assert page.url == f"{site}/desk"
    context.close()
