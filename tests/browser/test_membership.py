"""On a phone: from "we want to join" to a group that is found by its postal code."""

from datetime import date
from gastvrij.membership import apply
from letterbox import links_of
from playwright.sync_api import expect

import pytest


GROUP = "De Lage Drempel"
CODE = "9140"
PASSWORD = "vier losse woorden samen"


def press(page, name):
    """Press a button of the content, by its words."""
    page.locator("main").get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state()


def open_step(page, title, **typed):
    """Open what an application's page folds away, fill it in, and press its button."""
    fold = page.locator("details").filter(
        has=page.locator("summary").get_by_text(title, exact=True)
    )
    fold.locator("summary").click()
    for name, words in typed.items():
        fold.locator(f"[name={name}]").fill(words)
    fold.get_by_role("button", name=title, exact=True).click()
    page.wait_for_load_state()


@pytest.fixture
def person(browser):
    """Return a function that gives somebody a phone of their own."""
    contexts = []

    def phone():
        context = browser.new_context(viewport={"width": 360, "height": 780})
        contexts.append(context)
        return context.new_page()

    yield phone
    for context in contexts:
        context.close()


@pytest.fixture
def letter(demo, letterbox):
    """Return a function that gives the link of the one letter with some words in it."""

    def link(words, part="token="):
        letters = letterbox.fetch(demo["portal"])
        (found,) = [each for each in letters if words in each["Subject"]]
        return next(each for each in links_of(found) if part in each)

    return link


def fill_in(page):
    """Fill in the four pages, with one mistake that is mended."""
    page.fill("#group_name", GROUP)
    page.get_by_label("Wij zijn al actief als groep").check()
    page.get_by_label("Vzw", exact=True).check()
    page.fill("#enterprise_number", "0123.456.789")
    page.fill("#postal_code", f"{CODE} Temse")
    press(page, "Verder")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link").click()
    number = page.locator("#enterprise_number")
    expect(number).to_be_focused()
    assert number.get_attribute("aria-invalid") == "true"
    number.fill("0403.019.261")
    press(page, "Verder")
    page.get_by_label("Wonen").check()
    press(page, "Verder")
    page.fill("#contact_name", "Ann Peeters")
    page.fill("#contact_email", "ann.peeters@example.org")
    press(page, "Verder")
    page.fill("#discussed_on", "2026-02-01")
    page.fill("#decided_on", "2026-02-08")
    for tick in ("attends_meetings", "privacy"):
        page.locator(f"input[type=checkbox][name={tick}]").check()
    press(page, "Verder")


def test_group_is_found_by_its_postal_code_after_the_whole_way(
    site, demo, person, log_in, letter, monkeypatch
):
    monkeypatch.setattr(apply, "SHORTEST", apply.SHORTEST * 0)
    page = person()
    page.goto(f"{site}/lid-worden")
    page.get_by_role("link", name="Vul het formulier in").click()
    fill_in(page)
    expect(page.locator("main")).to_contain_text(GROUP)
    press(page, "Verstuur de aanvraag")
    expect(page.locator("h1")).to_have_text("Nog één stap: bevestig je adres")

    page.goto(letter("bevestig je e-mailadres"))
    press(page, "Bevestig mijn adres")
    expect(page.locator("main")).to_contain_text("Je adres is bevestigd")

    office, board = person(), person()
    log_in(office, "secretariat")
    office.goto(f"{site}/lid-worden/applications")
    office.get_by_role("link", name=f"{GROUP}, Temse").click()
    case = office.url
    press(office, "Neem in behandeling")
    open_step(
        office, "Stel de groep een vraag", ask_question="Hebben jullie een website?"
    )

    page.goto(letter("we hebben een vraag voor je"))
    expect(page.locator("main")).to_contain_text("Hebben jullie een website?")
    page.get_by_label("Je antwoord").fill("Nog niet.")
    press(page, "Verstuur het antwoord")
    expect(page.locator("main")).to_contain_text("Je antwoord is verstuurd")

    log_in(board, "board")
    assert board.goto(case).status == 404
    office.goto(case)
    open_step(office, "Leg voor aan het bestuur", present_advice="Een goede groep.")
    board.goto(f"{site}/lid-worden/board")
    board.get_by_role("link", name=f"{GROUP}, Temse").click()
    board.locator("summary").get_by_text("Zeg wat je ervan vindt").click()
    board.get_by_label("Akkoord", exact=True).check()
    board.fill("#remark_remark", "Graag!")
    press(board, "Zeg wat je ervan vindt")
    expect(board.locator(".gv-row")).to_contain_text("Akkoord Graag!")
    today = date.today().isoformat()
    open_step(board, "Aanvaard", approve_on=today, approve_reason="Welkom!")
    expect(board.locator("main")).to_contain_text("Aanvaard")

    page.goto(letter(f"zet de pagina van {GROUP} online"))
    page.get_by_label("Nieuw wachtwoord").fill(PASSWORD)
    press(page, "Bewaar en log in")
    expect(page.locator("h1")).to_have_text(GROUP)
    page.get_by_role("link", name="Bekijk als bezoeker").click()
    expect(page.locator("main")).to_contain_text("Bezoekers zien deze pagina nog niet")
    page.get_by_role("link", name="Ga verder: zet online").click()
    press(page, "Zet online")
    expect(page.locator("main")).to_contain_text("Online")

    visitor = person()
    visitor.goto(f"{site}/groepen?place={CODE}")
    visitor.locator("main").get_by_role("link", name=GROUP).click()
    expect(visitor.locator("h1")).to_have_text(GROUP)


def sent(page, site, monkeypatch):
    """Send an application from a phone."""
    monkeypatch.setattr(apply, "SHORTEST", apply.SHORTEST * 0)
    page.goto(f"{site}/lid-worden/apply")
    fill_in(page)
    press(page, "Verstuur de aanvraag")


def test_group_stops_its_application_by_its_own_link(
    page, site, demo, letter, monkeypatch
):
    sent(page, site, monkeypatch)
    page.goto(letter("bevestig je e-mailadres"))
    press(page, "Bevestig mijn adres")
    page.goto(letter("we hebben je aanvraag ontvangen"))
    expect(page.locator("main")).to_contain_text("Je hoeft nu niets te doen.")
    page.locator("summary").filter(has_text="Deze aanvraag stopzetten").click()
    press(page, "Zet de aanvraag stop")
    expect(page.locator("main")).to_contain_text("De aanvraag is stopgezet.")
    expect(page.locator("h1")).to_have_text("Stopgezet")
