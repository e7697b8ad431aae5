"""A coordinator writes to people who registered: to each alone, and once."""

from datetime import datetime
from datetime import UTC
from filling import filled_once
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import PHONE
from gastvrij.networkday.registration import Sender
from letterbox import text_of
from registrations import by_address
from registrations import DAY
from registrations import fill_registrations
from registrations import Visit

import pytest


filled_layer, functional = filled_once(fill_registrations, "WriteToPeople")
PAGE = f"{DAY}/write-to-people"
LETTER = {
    "subject": "Neem\u2028een fluitje mee",
    "text": "Dag!\n\nTot <b>dan</b> & ${day}.",
}
ALL = {"standings": ["confirmed", "offered", "waiting"]}
SEATED, WAITING = {"standings": ["confirmed"]}, {"standings": ["waiting"]}


@pytest.fixture
def visits(functional, letterbox):
    """Return the site; An comes twice and chose a workshop, Bo comes for a group."""
    portal = functional["portal"]
    day = portal.netwerkdagen.plaatsen
    day.contact_email = "dag@example.org"
    day.capacity = 3
    group = portal.groepen["de-warme-drempel"].UID()
    come(day, [Entry("An Peeters", items=(day["wonen"].UID(),))], "an@example.org")
    come(day, [Entry("Ann Peeters")], "AN@example.org")
    come(day, [Entry("Bo Claes")], "bo@example.org", group=group)
    come(day, [Entry("Cas Maes")], "cas@example.org")
    come(day, [Entry("Dina Wouters")], "dina@example.org", confirmed=False)
    come(day, [Entry("Els Nys")], "", phone="0470 11 22 33", channel=PHONE)
    letterbox.fetch(portal)
    url = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return {who: Visit(url, portal, who) for who in ("coordinator", "member", "")}


def come(day, entries, email, confirmed=True, **sender):
    """Register somebody."""
    given = Sender(name=entries[0].name, email=email, **sender)
    register(day, entries, given, datetime.now(UTC), confirmed=confirmed)


def test_each_address_gets_one_letter_of_its_own_after_a_preview(visits, letterbox):
    visit = visits["coordinator"]
    visit.get(PAGE).press("preview", subject="", text="")
    assert visit.sentences() == {"subject": "Vul dit in.", "text": "Vul dit in."}
    assert "Schrijf niets over verblijf" in visit.words
    visit.press("preview", **LETTER | ALL)
    assert "Aantal mails: 3. Aantal mensen: 5." in visit.words
    assert "Ter info: Neem een fluitje mee (Netwerkdag Plaatsen)" in visit.words
    assert "0470 11 22 33" in visit.words
    assert letterbox.fetch(visit.portal) == []
    visit.press("edit")
    assert visit.page.xpath("//textarea")[0].text.split() == LETTER["text"].split()
    visit.press("preview", **ALL)
    preview = visit.page
    visit.press("send", **ALL)
    assert "Verstuurd. Aantal mails: 3" in visit.words
    visit.page = preview
    visit.press("send", **ALL)
    letters = letterbox.fetch(visit.portal)
    assert sorted(each["To"].lower() for each in letters) == [
        "an@example.org",
        "bo@example.org",
        "cas@example.org",
    ]
    letter = by_address(letters)["an@example.org"]
    assert letter["Subject"] == "Ter info: Neem een fluitje mee (Netwerkdag Plaatsen)"
    assert letter["Reply-To"] == "dag@example.org"
    assert (letter["Cc"], letter["Bcc"]) == (None, None)
    text = text_of(letter)
    assert "Tot <b>dan</b> & ${day}." in text
    assert text.count("/registration?token=") == 2
    assert "<b>dan" not in letter.get_body(("html",)).get_content()
    for name in ("Bo", "Cas", "Drempel"):
        assert name not in text


def test_only_who_is_chosen_is_written_to(visits, letterbox):
    visit = visits["coordinator"]
    workshop = {"item": visit.day["wonen"].UID()}
    group = {"group": visit.portal.groepen["de-warme-drempel"].UID()}
    for choice, readers in (
        (SEATED, ["an", "bo"]),
        (WAITING, ["cas"]),
        (workshop, ["an"]),
        (group, ["bo"]),
        (WAITING | workshop, []),
        ({"standings": ["unconfirmed"]}, []),
        ({"standings": []}, []),
    ):
        typed = ALL | choice
        visit.get(PAGE).press("preview", **LETTER | typed)
        if readers:
            visit.press("send", **typed)
        assert list(visit.sentences()) == ([] if readers else ["standings"])
        letters = letterbox.fetch(visit.portal)
        found = sorted(each["To"].partition("@")[0].lower() for each in letters)
        assert found == readers


def test_letter_of_another_site_is_not_sent_and_others_find_no_form(visits, letterbox):
    for who in ("member", ""):
        assert "Schrijf een brief" not in visits[who].get(PAGE).words
    visit = visits["coordinator"]
    visit.get(PAGE).press("preview", **LETTER | ALL)
    visit.press("send", _authenticator="forged", **ALL)
    assert "Nog niet gebeurd" in visit.words
    assert visit.page.xpath("//*[@id='subject']/@value")
    assert letterbox.fetch(visit.portal) == []
