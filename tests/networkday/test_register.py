"""Registering for a network day, as somebody does on a phone without an account."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from filling import filled_once
from gastvrij.networkday import ledger_views
from gastvrij.networkday.receiving import MOST_BY_MAILBOX
from letterbox import text_of
from registrations import by_address
from registrations import DAY
from registrations import fill_registrations
from registrations import link_in
from registrations import Visit

import pytest
import transaction


filled_layer, functional = filled_once(fill_registrations, "Registering")


@pytest.fixture
def visit(functional, letterbox):
    """Return the site as a visitor meets it."""
    portal = functional["portal"]
    transaction.commit()
    return Visit(
        f"http://{functional['host']}:{functional['port']}/{portal.getId()}", portal
    )


def send(visit, **typed):
    """Fill in the form for one person and send it."""
    return visit.get(f"{DAY}/register").press("1", "send", **visit.type_in(**typed))


def confirmed(visit, letterbox, name):
    """Send the form and follow the link of the letter; return the letters after it."""
    send(visit, name=name)
    [letter] = letterbox.fetch(visit.portal)
    visit.get(link_in(letter, "confirm-registration")).press("confirm")
    return letterbox.fetch(visit.portal)


def people(visit):
    """Return who is in the ledger, by name, with where they stand."""
    return {p.name: p.standing for p in ledger_views.people(visit.day)}


def test_form_asks_what_the_day_asks_and_says_what_not_to_write(visit):
    visit.get(f"{DAY}/register")
    assert "Er zijn nog 2 plaatsen." in visit.words
    assert "Schrijf niets over verblijf, gezondheid of familie" in visit.words
    labels = visit.page.xpath("//form//option/text()")
    assert "De Warme Drempel" in labels
    assert visit.headers["Cache-Control"] == "no-store"
    assert visit.headers["Referrer-Policy"] == "no-referrer"
    day = visit.day
    day.ask_diet = day.ask_access = False
    transaction.commit()
    visit.get(f"{DAY}/register")
    assert not visit.page.xpath("//*[starts-with(@name, 'diet')]")
    assert "Schrijf niets over verblijf" not in visit.words


def test_person_counts_after_the_address_is_confirmed(visit, letterbox):
    send(visit, name="An Peeters")
    assert visit.status == 200, visit.words
    assert "Kijk in je mail" in visit.words
    assert "an@example.org" in visit.words
    assert people(visit) == {"An Peeters": "unconfirmed"}
    [letter] = letterbox.fetch(visit.portal)
    subject = "Te doen: bevestig je inschrijving voor Netwerkdag Plaatsen"
    assert letter["Subject"] == subject
    link = link_in(letter, "confirm-registration")
    visit.get(link)
    assert people(visit) == {"An Peeters": "unconfirmed"}
    visit.press("confirm")
    assert visit.led_by == [303]
    assert "Je hebt een plaats." in visit.words
    assert people(visit) == {"An Peeters": "confirmed"}
    [letter] = letterbox.fetch(visit.portal)
    assert letter["Subject"] == "Ter info: je hebt een plaats op Netwerkdag Plaatsen"
    assert "Globe Aroma" in text_of(letter)


def test_third_for_two_seats_waits_and_knows_the_number(visit, letterbox):
    for name in ("An Peeters", "Bo Claes"):
        confirmed(visit, letterbox, name)
    visit.get(f"{DAY}/register")
    assert "wachtlijst" in visit.words
    [letter] = confirmed(visit, letterbox, "Cas Maes")
    assert "Je hebt nog geen plaats. Je bent nummer 1 op de wachtlijst." in visit.words
    subject = "Ter info: je hebt nog geen plaats op Netwerkdag Plaatsen"
    assert letter["Subject"] == subject


def test_mistakes_stand_with_their_fields_and_nothing_typed_is_lost(visit, letterbox):
    visit.get(f"{DAY}/register").press("1", "more")
    typed = {"name-0": "www.horloges.be", "email-0": "an", "diet-0": "geen noten"}
    other = {"name-1": "", "email-1": "bo@example.org"}
    visit.press("1", "send", phone="bel mij", **typed, **other)
    assert visit.status == 400
    assert visit.sentences() == {
        "name-0": "Schrijf hier een naam, en geen adres.",
        "email-0": "Dit is geen e-mailadres. Schrijf het als naam@example.org.",
        "name-1": "Vul dit in.",
        "phone": "Schrijf het zo: 0470 12 34 56.",
    }
    links = visit.page.xpath("//*[@class='gv-error-summary']//a/@href")
    assert links == ["#name-0", "#email-0", "#name-1", "#phone"]
    [form] = visit.page.xpath("//main//form")
    kept = dict(form.form_values())
    assert {name: kept.get(name) for name in typed} == typed
    assert kept["email-1"] == "bo@example.org"
    assert people(visit) == {}


def test_several_come_in_one_form_without_script(visit, letterbox):
    visit.get(f"{DAY}/register").press("1", "more", **visit.type_in())
    assert visit.page.xpath("//*[@id='name-0']/@value") == ["An Peeters"]
    visit.press("1", "more", **{"name-1": "Bo Claes"})
    assert "2 nu, 1 op de wachtlijst" in visit.words
    visit.press("2", "less", **{"name-2": "Cas Maes"})
    kept = visit.page.xpath("//form//input[starts-with(@name, 'name-')]/@value")
    assert kept == ["An Peeters", "Bo Claes"]
    assert "op de wachtlijst." not in visit.words
    visit.press("1", "send")
    assert "Kijk in je mail" in visit.words
    assert set(people(visit)) == {"An Peeters", "Bo Claes"}


def test_more_people_than_seats_are_told_before_they_are_sent(visit, letterbox):
    visit.get(f"{DAY}/register")
    names = {"name-1": "Bo Claes", "name-2": "Cas Maes", "people": "3"}
    visit.press("1", "send", **visit.type_in(), **names)
    assert visit.status == 200, visit.words
    assert "2 nu, 1 op de wachtlijst" in visit.words
    assert people(visit) == {}
    visit.press("1", "send")
    [letter] = letterbox.fetch(visit.portal)
    visit.get(link_in(letter, "confirm-registration")).press("confirm")
    assert sorted(people(visit).values()) == ["confirmed", "confirmed", "waiting"]
    [letter] = letterbox.fetch(visit.portal)
    assert "nog geen plaats voor 1 van jullie" in letter["Subject"]
    assert "Cas Maes: nog geen plaats, nummer 1" in text_of(letter)


def test_people_of_whom_none_fits_say_too_how_they_want_it(visit, letterbox):
    visit.day.capacity = 1
    transaction.commit()
    confirmed(visit, letterbox, "Cas Maes")
    visit.get(f"{DAY}/register")
    visit.press("1", "send", **visit.type_in(), **{"name-1": "Bo Claes", "people": "2"})
    assert "jullie komen allemaal op de wachtlijst" in visit.words
    assert visit.page.xpath("//input[@name='together']")
    assert set(people(visit)) == {"Cas Maes"}


def test_number_of_a_person_can_be_any_nonsense(visit):
    visit.get(f"{DAY}/register")
    visit.press("1", "send", less="9" * 5000, **visit.type_in())
    assert visit.status == 200
    assert visit.page.xpath("//*[@id='name-0']/@value") == ["An Peeters"]


def test_people_who_come_only_together_all_wait(visit, letterbox):
    visit.get(f"{DAY}/register").press("1", "more").press("1", "more")
    names = {"name-1": "Bo Claes", "name-2": "Cas Maes", "together": "together"}
    visit.press("1", "send", **visit.type_in(), **names)
    [letter] = letterbox.fetch(visit.portal)
    visit.get(link_in(letter, "confirm-registration")).press("confirm")
    assert set(people(visit).values()) == {"waiting"}
    [letter] = letterbox.fetch(visit.portal)
    visit.get(link_in(letter, "/registration")).press("parts")
    assert sorted(people(visit).values()) == ["confirmed", "confirmed", "waiting"]


def test_who_has_an_own_address_gets_an_own_letter(visit, letterbox):
    visit.get(f"{DAY}/register").press("1", "more")
    other = {"name-1": "Bo Claes", "email-1": "bo@example.org"}
    visit.press("1", "send", **visit.type_in(), **other)
    [letter] = letterbox.fetch(visit.portal)
    assert letter["To"] == "an@example.org"
    visit.get(link_in(letter, "confirm-registration")).press("confirm")
    letters = by_address(letterbox.fetch(visit.portal))
    assert set(letters) == {"an@example.org", "bo@example.org"}
    visit.get(link_in(letters["bo@example.org"], "/registration"))
    assert "Bo Claes" in visit.words
    assert "An Peeters" not in visit.words


def test_pressing_twice_is_one_form_and_one_letter(visit, letterbox):
    visit.get(f"{DAY}/register")
    form = visit.page
    send_it = visit.type_in()
    visit.press("1", "send", **send_it)
    visit.page = form
    visit.press("1", "send", **send_it)
    assert "Kijk in je mail" in visit.words
    assert len(people(visit)) == 1
    assert len(letterbox.fetch(visit.portal)) == 1


def test_programs_and_floods_are_held_and_people_keep_what_they_typed(visit, letterbox):
    visit.get(f"{DAY}/register")
    visit.press("1", "send", subject="Horloges", **visit.type_in())
    assert visit.status == 400
    assert visit.page.xpath("//*[@id='name-0']/@value") == ["An Peeters"]
    for _again in range(MOST_BY_MAILBOX):
        send(visit, name="An Peeters")
        assert visit.status == 200, visit.words
    send(visit, name="An Peeters")
    assert visit.status == 429
    assert visit.page.xpath("//*[@id='name-0']/@value") == ["An Peeters"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"registration_opens": 10}, "Inschrijven kan vanaf"),
        ({"registration_closes": -1}, "Inschrijven kan niet meer."),
    ],
)
def test_form_is_not_there_when_nobody_can_register(visit, fields, sentence):
    day = visit.day
    for name, days in fields.items():
        setattr(day, name, datetime.now(UTC) + timedelta(days=days))
    transaction.commit()
    visit.get(f"{DAY}/register")
    assert not visit.page.xpath("//main//form")
    assert sentence in visit.words


def test_group_is_asked_without_names_and_a_too_large_one_is_told(visit, letterbox):
    group = visit.portal.groepen["de-warme-drempel"].UID()
    visit.get(f"{DAY}/register")
    visit.press("1", "send", group=group, **visit.type_in())
    [letter] = letterbox.fetch(visit.portal)
    visit.get(link_in(letter, "confirm-registration")).press("confirm")
    letters = by_address(letterbox.fetch(visit.portal))
    asked = letters["contact@example.org"]
    assert asked["Subject"] == "Te doen: iemand noemt De Warme Drempel: klopt dat?"
    assert "Peeters" not in text_of(asked)
    visit.day.max_per_group = 1
    transaction.commit()
    visit.get(f"{DAY}/register").press("1", "more")
    visit.press("1", "send", group=group, **visit.type_in(), **{"name-1": "Bo"})
    assert "hoogstens 1 komen" in visit.sentences()["group"]
