"""On phones: the last two seats of a day, and one of them that is given back."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.networkday import ledger
from gastvrij.networkday import ledger_views
from gastvrij.networkday import register
from letterbox import links_of
from network_days import create_day
from playwright.sync_api import expect

import pytest
import transaction


DAY = "netwerkdagen/morgen"


@pytest.fixture
def day(demo):
    """Return a day with two seats left."""
    start = datetime.now(UTC) + timedelta(days=60)
    create_day(
        demo["portal"],
        "morgen",
        "announced",
        title="Netwerkdag Morgen",
        whole_day=False,
        start=start,
        end=start + timedelta(hours=6),
        capacity=2,
    )
    transaction.commit()
    return lambda: demo["portal"].netwerkdagen.morgen


@pytest.fixture
def person(browser):
    """Return a function that gives somebody a phone, with script or without."""
    contexts = []

    def phone(script=True):
        context = browser.new_context(
            viewport={"width": 360, "height": 780}, java_script_enabled=script
        )
        contexts.append(context)
        return context.new_page()

    yield phone
    for context in contexts:
        context.close()


def press(page, name):
    """Press a button of the content, by its words."""
    page.locator("main").get_by_role("button", name=name, exact=True).last.click()
    page.wait_for_load_state()


def link_to(letters, address, part):
    """Return the link of the letter to somebody."""
    [letter] = [each for each in letters if each["To"] == address]
    return next(each for each in links_of(letter) if part in each)


def test_given_back_seat_goes_to_the_first_in_line_and_on_when_it_lapses(
    site, demo, day, person, letterbox, monkeypatch
):
    monkeypatch.setattr(register, "SHORTEST", register.SHORTEST * 0)
    portal, letters = demo["portal"], {}

    def come(page, name):
        email = f"{name.lower()}@example.org"
        page.goto(f"{site}/{DAY}/register")
        page.fill("#name-0", name)
        page.fill("#email-0", email)
        press(page, page.locator("#send").inner_text())
        expect(page.locator("h1")).to_have_text("Kijk in je mail")
        asked = letterbox.fetch(portal)
        page.goto(link_to(asked, email, "confirm-registration"))
        press(page, "Bevestig mijn inschrijving")
        letters[name] = letterbox.fetch(portal)
        transaction.begin()

    an, bo, cas, dan = person(), person(script=False), person(), person(script=False)
    come(an, "An")
    expect(an.locator("h1")).to_have_text("Je hebt een plaats.")
    come(bo, "Bo")
    expect(bo.locator("h1")).to_have_text("Je hebt een plaats.")
    for page, name, number in ((cas, "Cas", 1), (dan, "Dan", 2)):
        come(page, name)
        expect(page.locator("h1")).to_have_text(
            f"Je hebt nog geen plaats. Je bent nummer {number} op de wachtlijst."
        )

    bo.goto(link_to(letters["Bo"], "bo@example.org", "do=cancel"))
    press(bo, "Ja, schrijf uit")
    expect(bo.locator("h1")).to_have_text("Je bent uitgeschreven.")
    offer = letterbox.fetch(portal)
    cas.goto(link_to(offer, "cas@example.org", "do=accept"))
    again = person()
    again.goto(cas.url)
    for page in (cas, again):
        press(page, "Ja, ik neem de plaats")
        expect(page.locator("h1")).to_have_text("Je hebt een plaats.")
    transaction.begin()
    assert ledger_views.numbers(day()).of("confirmed") == 2

    an.goto(link_to(letters["An"], "an@example.org", "do=cancel"))
    press(an, "Ja, schrijf uit")
    offered = letterbox.fetch(portal)
    come(bo, "Bo")
    later = datetime.now(UTC) + timedelta(hours=49)
    ledger.settle(day(), later)
    lapsed = letterbox.fetch(portal, later)
    dan.goto(link_to(offered, "dan@example.org", "do=accept"))
    expect(dan.locator("main")).to_contain_text("ging naar de volgende")
    assert link_to(lapsed, "bo@example.org", "do=accept")


def test_script_adds_a_person_without_a_page(site, day, person, monkeypatch):
    monkeypatch.setattr(register, "SHORTEST", register.SHORTEST * 0)
    page = person()
    page.goto(f"{site}/{DAY}/register")
    page.fill("#name-0", "An")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    press(page, "Nog iemand toevoegen")
    expect(page.locator("#name-1")).to_be_focused()
    assert asked == []
    page.fill("#name-1", "Bo")
    page.fill("#email-0", "geen adres")
    press(page, "Schrijf je in")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.locator("#name-1")).to_have_value("Bo")
    page.fill("#email-0", "an@example.org")
    press(page, "Schrijf je in")
    expect(page.locator("h1")).to_have_text("Kijk in je mail")
