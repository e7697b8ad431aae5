"""The links of a registration: each does its one thing, for one person."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from filling import filled_once
from gastvrij.networkday import ledger
from gastvrij.networkday import ledger_views
from gastvrij.networkday.correcting import correct
from gastvrij.networkday.join_link import keep_join_link
from gastvrij.networkday.ledger_store import ledger_to_write
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from icalendar import Calendar
from letterbox import links_of
from letterbox import text_of
from plone import api
from registrations import by_address
from registrations import DAY
from registrations import fill_registrations
from registrations import link_in
from registrations import Visit
from seat_days import seat_day

import pytest
import transaction


filled_layer, functional = filled_once(fill_registrations, "RegistrationLinks")


@pytest.fixture
def visit(functional, letterbox):
    """Return the site as a visitor meets it."""
    portal = functional["portal"]
    transaction.commit()
    return Visit(
        f"http://{functional['host']}:{functional['port']}/{portal.getId()}", portal
    )


@pytest.fixture
def letter_of(visit, letterbox):
    """Return a way to register somebody, who confirmed; it returns the letter."""

    def come(name, **entry):
        email = f"{name.split()[0].lower()}@example.org"
        sender, entries = Sender(name=name, email=email), [Entry(name, **entry)]
        now = datetime.now(UTC)
        register(visit.day, entries, sender, now, confirmed=True)
        letters = letterbox.fetch(visit.portal)
        reached = entry.get("email", email)
        return next(each for each in letters if each["To"] == reached)

    return come


def standing(visit, name):
    """Return where somebody stands."""
    [found] = [p for p in ledger_views.people(visit.day) if p.name == name]
    return found.standing


def uid(visit, item):
    """Return the UID of an item of the programme."""
    return visit.day[item].UID()


def move_day(visit, **changes):
    """Change the day without telling anybody."""
    day = visit.day
    for name, value in changes.items():
        setattr(day, name, value)
    transaction.commit()


def test_own_page_tells_how_it_stands_and_signs_off_after_a_question(
    visit, letter_of, letterbox
):
    letter = letter_of("An Peeters")
    visit.get(link_in(letter, "/registration"))
    assert visit.headers["Cache-Control"] == "no-store"
    assert visit.headers["Referrer-Policy"] == "no-referrer"
    assert "Je hebt een plaats." in visit.words
    visit.get(link_in(letter, "do=cancel"))
    assert "Nog één druk op de knop, dan ben je uitgeschreven." in visit.words
    assert standing(visit, "An Peeters") == "confirmed"
    visit.press("cancel")
    assert "Genoteerd: uitgeschreven." in visit.words
    assert standing(visit, "An Peeters") == "cancelled"
    [told] = letterbox.fetch(visit.portal)
    assert told["Subject"] == "Ter info: uitgeschreven voor Netwerkdag Plaatsen"
    visit.get(link_in(letter, "do=cancel"))
    assert not visit.page.xpath("//button[@value='cancel']")


def test_freed_seat_is_offered_and_accepting_twice_is_one_seat(
    visit, letter_of, letterbox
):
    first = letter_of("An Peeters")
    letter_of("Bo Claes")
    letter_of("Cas Maes")
    visit.get(link_in(first, "do=cancel")).press("cancel")
    letters = by_address(letterbox.fetch(visit.portal))
    offer = letters["cas@example.org"]
    assert offer["Subject"] == "Te doen: neem je de plaats op Netwerkdag Plaatsen?"
    assert " uur" in text_of(offer)
    accept = link_in(offer, "do=accept")
    visit.get(accept)
    assert "Wij wachten op jou." in visit.words
    asked = visit.page
    visit.press("accept")
    assert "Genoteerd. Tot dan!" in visit.words
    visit.page = asked
    visit.press("accept")
    assert visit.status == 200
    assert standing(visit, "Cas Maes") == "confirmed"
    assert len(letterbox.fetch(visit.portal)) == 1
    assert ledger_views.numbers(visit.day).of("confirmed") == 2


def test_lapsed_offer_goes_to_the_next_and_its_link_leads_back_in_line(
    visit, letter_of, letterbox
):
    first = letter_of("An Peeters")
    for name in ("Bo Claes", "Cas Maes", "Dan Smet"):
        letter_of(name)
    visit.get(link_in(first, "do=cancel")).press("cancel")
    offer = by_address(letterbox.fetch(visit.portal))["cas@example.org"]
    later = datetime.now(UTC) + timedelta(hours=49)
    ledger.settle(visit.day, later)
    letters = by_address(letterbox.fetch(visit.portal, later))
    assert "neem je de plaats" in letters["dan@example.org"]["Subject"]
    assert "ging naar de volgende" in letters["cas@example.org"]["Subject"]
    visit.get(link_in(offer, "do=accept"))
    assert not visit.page.xpath("//button[@value='accept']")
    visit.press("again")
    assert standing(visit, "Cas Maes") == "waiting"
    assert "Je bent nummer 1 op de wachtlijst." in visit.words


def test_refused_offer_goes_to_the_next(visit, letter_of, letterbox):
    first = letter_of("An Peeters")
    for name in ("Bo Claes", "Cas Maes", "Dan Smet"):
        letter_of(name)
    visit.get(link_in(first, "do=cancel")).press("cancel")
    offer = by_address(letterbox.fetch(visit.portal))["cas@example.org"]
    visit.get(link_in(offer, "do=refuse")).press("refuse")
    assert "de plaats gaat naar de volgende" in visit.words
    assert standing(visit, "Dan Smet") == "offered"


def test_items_are_changed_and_a_full_one_is_waited_for_knowingly(visit, letter_of):
    letter_of("An Peeters", items=(uid(visit, "wonen"),))
    letter = letter_of("Bo Claes", items=(uid(visit, "werk"),))
    visit.get(link_in(letter, "/registration"))
    assert "Wonen (volzet: je komt hier op de wachtlijst)" in visit.words
    [box] = visit.page.xpath(
        f"//input[@type='radio' and @value='{uid(visit, 'wonen')}']"
    )
    visit.press("items", **{box.get("name"): uid(visit, "wonen"), "told": ""})
    assert visit.status == 409
    assert "Dit is intussen volzet." in visit.words
    visit.press("items")
    assert "Je keuze is bewaard." in visit.words
    assert "Wonen (wachtlijst)" in visit.words


def test_link_lets_nobody_else_in(visit, letter_of):
    letter = letter_of("An Peeters")
    letter_of("Bo Claes")
    visit.get(link_in(letter, "/registration"))
    [bo] = [p for p in ledger_views.people(visit.day) if p.name == "Bo Claes"]
    visit.press("cancel", person=bo.id)
    assert standing(visit, "Bo Claes") == "confirmed"
    for token in ("", "x", link_in(letter, "/registration").split("token=")[1][:-1]):
        visit.get(f"{DAY}/registration?token={token}")
        assert visit.status == 404
        assert "Peeters" not in visit.words
        visit.get(f"{DAY}/confirm-registration?token={token}")
        assert visit.status == 404
    token = link_in(letter, "/registration").split("token=")[1]
    assert visit.get(f"{DAY}/confirm-registration?token={token}").status == 404
    assert visit.get(f"netwerkdagen/plaatsen/registration?token={token}").status == 200


def test_link_of_an_address_that_was_put_right_is_dead(visit, letter_of):
    letter = letter_of("An Peeters", email="fout@example.org")
    [person] = ledger_views.people(visit.day)
    correct(visit.day, person.id, email="an.peeters@example.org")
    transaction.commit()
    assert visit.get(link_in(letter, "/registration")).status == 404


def test_old_link_of_the_sender_is_dead_and_nobody_can_renew_it(
    visit, letter_of, letterbox
):
    letter = letter_of("An Peeters")
    [person] = ledger_views.people(visit.day)
    correct(visit.day, person.id, email="an.peeters@example.org")
    transaction.commit()
    assert ledger_views.party(visit.day, person.party).email == "an.peeters@example.org"
    visit.get(link_in(letter, "/registration"))
    assert visit.status == 404
    visit.press("renew")
    assert letterbox.fetch(visit.portal) == []


def test_who_was_in_already_is_told_so_and_led_to_that_registration(
    visit, letter_of, letterbox
):
    letter_of("An Peeters")
    visit.get(f"{DAY}/register").press("1", "send", **visit.type_in("an PEETERS"))
    [asked] = letterbox.fetch(visit.portal)
    confirm_link = link_in(asked, "confirm-registration")
    visit.get(confirm_link).press("confirm")
    assert "Je was al ingeschreven." in visit.words
    assert "Je bent uitgeschreven" not in visit.words
    [told] = letterbox.fetch(visit.portal)
    assert (
        told["Subject"] == "Ter info: je was al ingeschreven voor Netwerkdag Plaatsen"
    )
    assert "Je hebt een plaats." in visit.get(link_in(told, "/registration")).words
    visit.get(confirm_link).press("renew")
    [told] = letterbox.fetch(visit.portal)
    assert "Je hebt een plaats." in visit.get(link_in(told, "/registration")).words
    visit.press("cancel", person=ledger_views.people(visit.day)[0].id)
    assert standing(visit, "An Peeters") == "cancelled"


def test_sender_does_not_learn_who_was_in_already(visit, letter_of, letterbox):
    letter_of("An Peeters")
    visit.get(f"{DAY}/register").press("1", "more").press("1", "more")
    others = {"name-1": "An Peeters", "email-1": "an@example.org"}
    others |= {"name-2": "Bo Claes", "email-2": "bo@example.org", "told": "1"}
    visit.press("1", "send", **visit.type_in("Cas Maes"), **others)
    [asked] = letterbox.fetch(visit.portal)
    visit.get(link_in(asked, "confirm-registration")).press("confirm")
    assert "Je hebt een plaats." in visit.words
    rows = visit.page.xpath("//main//li[@class='gv-row']")
    told = [" ".join(row.text_content().split()) for row in rows]
    assert told == [
        "Cas Maes Heeft een plaats",
        "An Peeters Krijgt een eigen mail",
        "Bo Claes Krijgt een eigen mail",
    ]
    letters = by_address(letterbox.fetch(visit.portal))
    assert "je was al ingeschreven" in letters["an@example.org"]["Subject"]
    assert "nog geen plaats" in letters["bo@example.org"]["Subject"]
    sender = letters["cas@example.org"]
    assert "An Peeters" not in text_of(sender)
    visit.get(link_in(sender, "/registration"))
    shown = visit.page.xpath("//main//li[@class='gv-row']")
    assert [row.text_content().split() for row in shown] == [
        ["An", "Peeters"],
        ["Bo", "Claes"],
    ]


def test_pages_are_right_after_the_day_and_after_erasing(visit, letter_of):
    letter = letter_of("An Peeters")
    past = datetime.now(UTC) - timedelta(days=3)
    move_day(visit, start=past, end=past + timedelta(hours=6))
    visit.get(link_in(letter, "do=cancel"))
    assert "Deze netwerkdag is voorbij." in visit.words
    assert not visit.page.xpath("//main//button")
    book = ledger_to_write(visit.day)
    for party in list(book.parties()):
        book.drop_party(party.id)
    transaction.commit()
    assert visit.get(link_in(letter, "do=cancel")).status == 404
    assert "Deze link werkt niet meer" in visit.words


def test_confirm_link_is_right_a_second_time_and_when_the_day_does_not_take_place(
    visit, letterbox
):
    visit.get(f"{DAY}/register").press("1", "send", **visit.type_in())
    [letter] = letterbox.fetch(visit.portal)
    link = link_in(letter, "confirm-registration")
    visit.get(link)
    shown = visit.page
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(visit.day, "cancel")
    transaction.commit()
    visit.press("confirm")
    assert visit.status == 409
    assert "Deze netwerkdag gaat niet door." in visit.words
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(visit.day, "reopen")
    transaction.commit()
    visit.page = shown
    visit.press("confirm")
    assert standing(visit, "An Peeters") == "confirmed"
    visit.get(link)
    assert "Je hebt een plaats." in visit.words
    assert not visit.page.xpath("//button[@value='confirm']")


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda day, who, now: ledger.promote(day, who, now), "Je hebt een plaats."),
        (lambda day, who, now: ledger.cancel(day, [who], now), "Je bent uitgeschreven"),
    ],
)
def test_confirm_link_after_the_coordinator_acted(visit, letterbox, act, sentence):
    visit.get(f"{DAY}/register").press("1", "send", **visit.type_in())
    [letter] = letterbox.fetch(visit.portal)
    link = link_in(letter, "confirm-registration")
    visit.get(link)
    shown = visit.page
    [person] = ledger_views.people(visit.day)
    act(visit.day, person.id, datetime.now(UTC))
    letters = letterbox.fetch(visit.portal)
    assert sentence in visit.get(link).words
    assert not visit.page.xpath("//button[@value='confirm']")
    assert ("We stuurden je een mail" in visit.words) is bool(letters)
    visit.page = shown
    visit.press("confirm")
    assert visit.status == 200
    assert sentence in visit.words
    assert ledger_views.party(visit.day, person.party).confirmed
    assert letterbox.fetch(visit.portal) == []


def test_confirm_link_is_not_used_up_elsewhere(visit, letterbox):
    seat_day(visit.portal, "andere")
    visit.get(f"{DAY}/register").press("1", "send", **visit.type_in())
    [letter] = letterbox.fetch(visit.portal)
    link = link_in(letter, "confirm-registration")
    visit.get(link)
    [form] = visit.page.xpath("//main//form")
    form.set("action", form.get("action").replace("/plaatsen/", "/andere/"))
    visit.press("confirm")
    assert visit.status == 404
    assert standing(visit, "An Peeters") == "unconfirmed"
    visit.get(link).press("confirm")
    assert standing(visit, "An Peeters") == "confirmed"


def test_confirm_link_that_was_on_its_way_to_a_wrong_address_confirms_nothing(
    visit, letterbox
):
    sender = Sender("An Peeters", "fout@example.org")
    people = [Entry("An Peeters"), Entry("Bo Claes", "fout@example.org")]
    register(visit.day, people, sender, datetime.now(UTC))
    transaction.commit()
    an = next(p for p in ledger_views.people(visit.day) if p.name == "An Peeters")
    correct(visit.day, an.id, email="an@example.org")
    [letter] = letterbox.fetch(visit.portal)
    assert visit.get(link_in(letter, "confirm-registration")).status == 404
    assert standing(visit, "An Peeters") == "unconfirmed"


def test_new_link_goes_to_the_address_of_the_old_one_alone(visit, letterbox):
    late = datetime.now(UTC) - timedelta(days=15)
    register(visit.day, [Entry("Bo Claes")], Sender("Bo Claes", "bo@example.org"), late)
    [old] = letterbox.fetch(visit.portal, late)
    visit.get(link_in(old, "confirm-registration"))
    assert visit.status == 404
    visit.press("renew")
    assert "Kijk in je mail" in visit.words
    [new] = letterbox.fetch(visit.portal)
    assert new["To"] == "bo@example.org"
    visit.get(link_in(new, "confirm-registration")).press("confirm")
    assert standing(visit, "Bo Claes") == "confirmed"
    visit.get(f"{DAY}/confirm-registration?token=unknown").press("renew")
    assert "Kijk in je mail" in visit.words
    assert [each["To"] for each in letterbox.fetch(visit.portal)] == ["bo@example.org"]


def test_join_link_is_given_to_who_has_a_seat_from_the_day_before(visit, letter_of):
    secret = "https://vergadering.example.org/zwaluwnest"
    keep_join_link(visit.day, secret)
    transaction.commit()
    with_seat = letter_of("An Peeters")
    letter_of("Bo Claes")
    waiting = letter_of("Cas Maes")
    assert secret not in visit.get(link_in(with_seat, "/registration")).text
    soon = datetime.now(UTC) + timedelta(hours=23)
    move_day(visit, start=soon, end=soon + timedelta(hours=6))
    assert secret in visit.get(link_in(with_seat, "/registration")).text
    assert secret not in visit.get(link_in(waiting, "/registration")).text
    for path in (DAY, f"{DAY}/register", f"{DAY}/@availability"):
        assert secret not in visit.get(path).text


def test_own_programme_goes_into_the_calendar_and_out_again(
    visit, letter_of, letterbox
):
    chosen = tuple(uid(visit, item) for item in ("wonen", "werk"))
    letter = letter_of("An Peeters", items=chosen[:1])
    link = link_in(letter, "own-programme")

    def events():
        answer = visit.session.get(link, timeout=60)
        assert answer.status_code == 200
        calendar = Calendar.from_ical(answer.content)
        assert f"method={calendar['method']}" in answer.headers["Content-Type"]
        assert answer.headers["Cache-Control"] == "no-store"
        return calendar["method"], {e["uid"]: e for e in calendar.walk("VEVENT")}

    method, first = events()
    assert method == "PUBLISH"
    assert [str(e["summary"]) for e in first.values()] == [
        "Wonen (Netwerkdag Plaatsen)"
    ]
    [an] = ledger_views.people(visit.day)
    ledger.change_items(visit.day, an.id, chosen[1:], datetime.now(UTC))
    transaction.commit()
    second = events()[1]
    assert list(second) == list(first)
    [(key, event)] = second.items()
    assert str(event["summary"]) == "Werk (Netwerkdag Plaatsen)"
    assert event["sequence"] > first[key]["sequence"]
    visit.get(link_in(letter, "do=cancel"))
    assert visit.page.xpath("//a[contains(@href, 'own-programme.ics')]")
    visit.press("cancel")
    method, gone = events()
    assert method == "CANCEL"
    assert gone[key]["sequence"] > event["sequence"]
    [told] = letterbox.fetch(visit.portal)
    assert "Haal het uit je agenda" in text_of(told)
    for wrong in (link.replace(an.id, "x"), link.split("&")[0]):
        assert visit.session.get(wrong, timeout=60).status_code == 404


def test_every_link_of_a_letter_reaches_its_page_logged_out(visit, letter_of):
    letter = letter_of("An Peeters")
    for link in links_of(letter):
        assert visit.get(link).status == 200, link
