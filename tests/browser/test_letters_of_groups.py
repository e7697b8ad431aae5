"""On a phone: a visitor writes to a group, a group confirms, somebody takes over."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.directory.asking import ask_groups
from gastvrij.directory.contacts import contacts_of
from gastvrij.spelling.dates import today_in_belgium
from letterbox import links_of
from letterbox import text_of
from playwright.sync_api import expect
from plone import api

import pytest
import transaction


GROUP = "/groepen/de-warme-drempel"
CONTACT = "marie.claes@example.org"
NEW = "nele.bos@example.org"


@pytest.fixture
def group(demo, letterbox):
    """Return the group of the contact person."""
    return demo["portal"].groepen["de-warme-drempel"]


def press(page, name):
    """Press a button of the content, by its words."""
    page.locator("main").get_by_role("button", name=name).first.click()
    page.wait_for_load_state()


def follow(page, name):
    """Follow a link of the content, by its words."""
    page.locator("main").get_by_role("link", name=name).first.click()
    page.wait_for_load_state()


def test_visitor_writes_to_a_group(page, site, demo, group, letterbox):
    page.goto(f"{site}{GROUP}")
    follow(page, "Schrijf naar de groep")
    page.get_by_label("Je naam").fill("Amina")
    page.get_by_label("Je e-mailadres").fill("amina@example.net")
    page.get_by_label("Je bericht").fill("Wanneer oefenen jullie Nederlands?")
    page.wait_for_timeout(3500)  # who is faster is taken for a program
    press(page, "Verstuur het bericht")
    expect(page.locator("h1")).to_have_text("We hebben je bericht doorgegeven")
    assert group.public_email not in page.content()
    (letter,) = letterbox.fetch(demo["portal"])
    assert letter["to"] == group.public_email
    assert letter["reply-to"] == "amina@example.net"
    assert "Wanneer oefenen jullie Nederlands?" in text_of(letter)


def test_group_confirms_by_the_link_of_the_letter(page, demo, group, letterbox):
    portal = demo["portal"]
    api.portal.set_registry_record("gastvrij.quiet_months", ())
    group.confirmed_on = today_in_belgium() - timedelta(days=400)
    group.reindexObject(idxs=["fresh_since"])
    ask_groups(portal, datetime.now(UTC))
    letters = letterbox.fetch(portal)
    letter = next(letter for letter in letters if letter["to"] == CONTACT)
    page.goto(next(link for link in links_of(letter) if "confirm?token=" in link))
    expect(page.locator("h1")).to_have_text("Klopt je profiel nog?")
    press(page, "Alles klopt nog")
    expect(page.locator("h1")).to_have_text("Dank je wel. Je profiel is bevestigd.")
    transaction.begin()
    assert group.confirmed_on == today_in_belgium()


def test_contact_person_hands_over(page, browser, site, demo, group, letterbox, log_in):
    log_in(page, "contact-person")
    page.goto(f"{site}{GROUP}/people")
    follow(page, "Geef door aan een opvolger")
    page.locator("main").get_by_label("E-mailadres").fill(NEW)
    press(page, "Verstuur de mail")
    (letter,) = letterbox.fetch(demo["portal"])
    assert letter["to"] == NEW

    successor = browser.new_context(viewport={"width": 360, "height": 780}).new_page()
    successor.goto(next(link for link in links_of(letter) if "token=" in link))
    successor.locator("main").get_by_label("Naam").fill("Nele Bos")
    press(successor, "Ik aanvaard")
    expect(successor.locator("h1")).to_have_text("Bedankt")
    successor.context.close()
    transaction.begin()
    assert [contact.email for contact in contacts_of(group)] == [NEW]
    page.goto(f"{site}{GROUP}/update")
    expect(page.locator("main").get_by_role("button", name="Bewaar")).to_have_count(0)
