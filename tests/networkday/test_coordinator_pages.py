"""Who organises a day sees its people, acts for them, and nobody else does."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from filling import filled_once
from gastvrij.directory.spreadsheet import read_sheet
from gastvrij.networkday import ledger
from gastvrij.networkday import ledger_views
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.registrations_data import RegistrationsOfPerson
from gastvrij.networkday.seats_waiting import seats_waiting
from gastvrij.privacy.acts import last_acts
from gastvrij.privacy.acts import write_down
from groups import make_person
from letterbox import text_of
from plone import api
from registrations import by_address
from registrations import DAY
from registrations import fill_registrations
from registrations import link_in
from registrations import Visit

import pytest
import transaction


PAGES = ("registrations", "check-in", "export")
# of who is called somebody who is not in the list
SECRET = ("Zwaluw", "zwaluw@example.org", "0470 11 22 33", "kwartelvlees")


def fill_desk(portal):
    """Create a day, and everybody who may or may not see its people."""
    fill_registrations(portal)
    make_person("secretariat", "secretariat")
    make_person("board", "board")


filled_layer, functional = filled_once(fill_desk, "DayDesk")


@pytest.fixture
def visit_as(functional, letterbox):
    """Return a way to meet the site as somebody."""
    portal = functional["portal"]
    transaction.commit()
    url = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return lambda who="coordinator": Visit(url, portal, who)


@pytest.fixture
def visit(visit_as):
    """Return the site as the coordinator meets it."""
    return visit_as()


def come(day, name, items=(), group="", diet="", **sender):
    """Register somebody who confirmed; return the id of the person."""
    given = {"email": f"{name.split()[0].lower()}@example.org", "phone": SECRET[2]}
    entry = Entry(name, "", tuple(items), diet, "")
    form = Sender(name=name, group=group, **(given | sender))
    party = register(day, [entry], form, datetime.now(UTC), confirmed=True)
    transaction.commit()
    return party.people[0]


def person(visit, name):
    """Return somebody, as the ledger has them."""
    return next(p for p in ledger_views.people(visit.day) if p.name == name)


def open_person(visit, name):
    """Open somebody's page."""
    return visit.get(f"{DAY}/registration-of?person={person(visit, name).id}")


def rename(visit, name):
    """Type another name."""
    visit.page.xpath("//*[@id='name']")[0].set("value", name)
    return visit


def is_shut(visit):
    """Tell whether the page was not shown."""
    turned_away = ("login" in visit.address, "insufficient" in visit.address)
    return visit.status in (401, 404) or any(turned_away)


def test_coordinator_finds_who_comes_who_waits_and_what_they_eat(visit):
    day = visit.day
    group = visit.portal.groepen["de-warme-drempel"].UID()
    wonen = day["wonen"].UID()
    come(day, "An Peeters", [wonen], group, "Geen noten")
    come(visit.day, "Bo Claes", diet="geen noten")
    come(visit.day, "Cas Maes")
    visit.get(f"{DAY}/registrations")
    assert visit.status == 200
    assert visit.headers["Cache-Control"] == "no-store"
    assert "Bezette plaatsen: 2 van 2." in visit.words
    assert "Nummer 1 op de wachtlijst" in visit.words
    counts = visit.page.xpath("//*[@id='counts']")[0].text_content()
    assert " ".join(counts.split()).count("De Warme Drempel 1") == 1
    assert "Geen noten 2" in " ".join(counts.split())
    for query, names in (
        ("?standing=waiting", {"Cas Maes"}),
        (f"?item={wonen}", {"An Peeters"}),
        (f"?group={group}&standing=confirmed", {"An Peeters"}),
        ("?words=claes", {"Bo Claes"}),
        ("?answer=diet", {"An Peeters", "Bo Claes"}),
    ):
        visit.get(f"{DAY}/registrations{query}")
        titles = visit.page.xpath("//*[@id='people']//a[@class='gv-row-title']/text()")
        assert set(titles) == names, query


@pytest.mark.parametrize("who", ["member", "contact", "board", ""])
def test_nobody_else_sees_any_of_it(visit_as, who):
    visit = visit_as(who)
    someone = come(visit.day, SECRET[0], email=SECRET[1], diet=SECRET[3])
    person_page = f"registration-of?person={someone}"
    for page in (*PAGES, person_page, "register-by-phone"):
        visit.get(f"{DAY}/{page}")
        assert is_shut(visit), page
        assert not any(secret in visit.text for secret in SECRET), page
    visit.get(DAY)
    assert "/registrations" not in visit.text


def test_secretariat_sees_and_does_not_act(visit_as):
    visit = visit_as("secretariat")
    someone = come(visit.day, SECRET[0])
    assert visit.get(DAY).page.xpath("//a[contains(@href, '/registrations')]")
    for page in (*PAGES, f"registration-of?person={someone}"):
        assert visit.get(f"{DAY}/{page}").status == 200, page
        assert not visit.page.xpath("//main//button[@name='action']"), page
    assert is_shut(visit.get(f"{DAY}/register-by-phone"))
    for page, action in (("registration-of", "off"), ("check-in", "in")):
        data = {"person": someone, "action": action}
        answer = visit.session.post(f"{visit.url}/{DAY}/{page}", data=data, timeout=60)
        assert answer.status_code == 404, page
    assert person(visit, SECRET[0]).is_there
    assert person(visit, SECRET[0]).checked_in is None


def test_form_of_another_site_does_nothing(visit):
    come(visit.day, "An Peeters")
    open_person(visit, "An Peeters").press("off", _authenticator="forged")
    assert person(visit, "An Peeters").is_there
    visit.get(f"{DAY}/check-in").press("in", _authenticator="forged")
    assert person(visit, "An Peeters").checked_in is None
    visit.get(f"{DAY}/export")
    form = visit.page.xpath("//main//form")[0]
    visit._shown(visit.session.post(form.get("action"), data={"_authenticator": "x"}))
    assert "text/html" in visit.headers["Content-Type"]
    assert last_acts(visit.portal) == []


def test_seat_is_given_when_there_is_one_and_signing_off_makes_one(visit, letterbox):
    for name in ("An Peeters", "Bo Claes", "Cas Maes"):
        come(visit.day, name)
    letterbox.fetch(visit.portal)
    open_person(visit, "Cas Maes").press("seat")
    assert visit.status == 409
    assert "alle plaatsen zijn bezet" in visit.words
    open_person(visit, "An Peeters").press("off")
    assert "uitgeschreven" in visit.words
    assert person(visit, "An Peeters").standing == "cancelled"
    assert person(visit, "Cas Maes").standing == "offered"
    open_person(visit, "Cas Maes").press("seat")
    assert person(visit, "Cas Maes").is_there
    assert "Heeft een plaats" in visit.words
    letters = by_address(letterbox.fetch(visit.portal))
    assert set(letters) == {"an@example.org", "cas@example.org"}
    open_person(visit, "An Peeters")
    assert not visit.page.xpath("//button[@value='off' or @value='seat']")


def test_words_are_put_right_and_items_changed(visit, letterbox):
    day = visit.day
    wonen, werk = (day[name].UID() for name in ("wonen", "werk"))
    come(day, "An Peeters", [wonen])
    come(visit.day, "Bo Claes", [werk])
    letterbox.fetch(visit.portal)
    open_person(visit, "An Peeters")
    rename(visit, "").press("correct", email="odd")
    assert visit.status == 400
    assert set(visit.sentences()) == {"name", "email"}
    typed = {"email": "an.pieters@example.org", "diet": "Noten"}
    rename(visit, "An  Pieters").press("correct", **typed)
    known = person(visit, "An Pieters")
    assert (known.email, known.diet) == ("an.pieters@example.org", "Noten")
    visit.press("link")
    [letter] = letterbox.fetch(visit.portal)
    assert letter["To"] == "an.pieters@example.org"
    assert "nieuwe link" in text_of(letter)
    open_person(visit, "Bo Claes").press("items", round1=wonen)
    # the page said that it is full
    assert person(visit, "Bo Claes").seat.choices[0].seated is False
    assert "(wachtlijst)" in visit.words
    open_person(visit, "An Pieters").press("items", round1="")
    assert person(visit, "An Pieters").seat.choices == ()
    assert person(visit, "Bo Claes").seat.choices[0].seated is True


def test_form_that_was_not_confirmed_counts_when_it_is_said_by_phone(visit, letterbox):
    form = Sender(name="An Peeters", email="an@example.org")
    register(visit.day, [Entry("An Peeters")], form, datetime.now(UTC))
    transaction.commit()
    letterbox.fetch(visit.portal)
    open_person(visit, "An Peeters").press("link")
    [letter] = letterbox.fetch(visit.portal)
    assert "confirm-registration" in text_of(letter)
    visit.press("confirm")
    assert person(visit, "An Peeters").is_there


def test_address_of_a_sender_is_put_right_before_it_is_confirmed(visit, letterbox):
    form = Sender(name="An Peeters", email="fout@example.org")
    people = [Entry("An Peeters"), Entry("Bo Claes")]
    register(visit.day, people, form, datetime.now(UTC))
    transaction.commit()
    [typo] = letterbox.fetch(visit.portal)
    open_person(visit, "An Peeters").press("correct", email="an@example.org")
    visit.press("link")
    [letter] = letterbox.fetch(visit.portal)
    assert letter["To"] == "an@example.org"
    assert "an@example.org" in open_person(visit, "Bo Claes").words
    guest = Visit(visit.url, visit.portal)
    assert guest.get(link_in(typo, "confirm-registration")).status == 404
    guest.get(link_in(letter, "confirm-registration")).press("confirm")
    assert person(visit, "Bo Claes").is_there


def test_who_was_erased_is_counted_and_named_nowhere(visit):
    someone = come(visit.day, SECRET[0], email=SECRET[1], diet=SECRET[3])
    RegistrationsOfPerson().erase(visit.portal, SECRET[1], datetime.now(UTC))
    transaction.commit()
    for page in ("registrations", "check-in", f"registration-of?person={someone}"):
        assert visit.get(f"{DAY}/{page}").status == 200, page
        assert not any(secret in visit.text for secret in SECRET), page
    assert "Naam gewist" in visit.words
    assert not visit.page.xpath("//main//button[@value='correct' or @value='link']")


def test_page_says_who_gets_a_letter_and_does_only_what_can_be_done(visit, letterbox):
    come(visit.day, "An Peeters", email="")
    open_person(visit, "An Peeters")
    assert "Er vertrekt geen brief: zeg het zelf." in visit.words
    form = visit.page
    assert not form.xpath("//button[@value='link']")
    [seat] = form.xpath("//button[@value='correct']")
    seat.set("value", "link")
    assert visit.press("link").status == 409
    assert "we kennen geen adres" in visit.words
    sender = Sender("Bo Claes", "bo@example.org")
    entries = [Entry("Bo Claes"), Entry("Cas Maes", "cas@example.org")]
    register(visit.day, entries, sender, datetime.now(UTC))
    past = datetime.now(UTC) - timedelta(days=3)
    transaction.commit()
    letterbox.fetch(visit.portal)
    open_person(visit, "Cas Maes").press("link")
    assert [each["To"] for each in letterbox.fetch(visit.portal)] == ["bo@example.org"]
    open_person(visit, "Bo Claes")
    visit.day.start, visit.day.end = past, past + timedelta(hours=6)
    transaction.commit()
    assert visit.press("seat").status == 409
    assert "Deze netwerkdag is voorbij." in visit.words
    assert person(visit, "Bo Claes").standing == "unconfirmed"
    assert letterbox.fetch(visit.portal) == []


def test_first_in_line_is_called_when_it_is_late(visit):
    day = visit.day
    first = come(day, "An Peeters")
    come(visit.day, "Bo Claes")
    come(visit.day, "Cas Maes")

    def waits(role="Network Day Coordinator"):
        roles, now = frozenset({role}), datetime.now(UTC)
        return list(seats_waiting.for_user(visit.portal, "someone", roles, now))

    visit.day.registration_closes = datetime.now(UTC) - timedelta(days=1)
    transaction.commit()
    assert waits() == []
    ledger.cancel(visit.day, [first], datetime.now(UTC))
    transaction.commit()
    [thing] = waits()
    assert thing.url.endswith("/netwerkdagen/plaatsen/registrations#in-line")
    assert waits("Secretariat") == []
    visit.get(f"{DAY}/registrations")
    [band] = visit.page.xpath("//*[@id='in-line']")
    assert "Cas Maes" in band.text_content()
    assert band.xpath(".//a/@href")[1] == "tel:0470112233"
    open_person(visit, "Cas Maes").press("seat")
    assert waits() == []
    visit.day.capacity = 1
    transaction.commit()
    assert [each.kind for each in waits()] == ["networkday.seats_too_many"]
    visit.get(f"{DAY}/registrations")
    assert "Netwerkdag Plaatsen: 1" in visit.words


def test_person_on_the_phone_is_in_at_once_without_an_address(visit, letterbox):
    visit.get(f"{DAY}/register-by-phone")
    visit.press("1", "send", phone="geen")
    assert set(visit.sentences()) == {"name-0", "phone"}
    visit.press("1", "send", **{"name-0": "An Peeters", "phone": SECRET[2]})
    assert "Heeft een plaats" in visit.words
    assert letterbox.fetch(visit.portal) == []
    visit.get(f"{DAY}/register-by-phone").press("1", "more")
    visit.press("1", "more")
    names = {"name-0": "an peeters", "name-1": "Bo Claes", "name-2": "Cas Maes"}
    visit.press("1", "send", **names)
    assert "1 nu, 2 op de wachtlijst" in visit.words
    assert "Staat al op de lijst: an peeters" in visit.words
    assert len(ledger_views.people(visit.day)) == 1
    form = visit.page
    visit.press("1", "send")
    visit.page = form
    visit.press("1", "send")
    standings = [each.standing for each in ledger_views.people(visit.day)]
    assert standings == ["confirmed", "confirmed", "waiting", "waiting"]


def test_people_are_checked_in_and_out_by_name(visit):
    for name in ("An Peeters", "Bo Claes", "Cas Maes"):
        come(visit.day, name)
    visit.get(f"{DAY}/check-in?q=peeters")
    assert "Bo Claes" not in visit.words
    visit.press("in")
    assert visit.address.endswith(f"?q=peeters#person-{person(visit, 'An Peeters').id}")
    assert "1 van de 2" in visit.words
    [row] = visit.page.xpath("//tbody/tr[@id and @tabindex='-1']")
    assert row.xpath("./td[@data-label='Groep']")
    assert len(visit.page.xpath("//thead//th[@scope='col']")) == 5
    assert person(visit, "An Peeters").checked_in
    visit.press("out")
    assert person(visit, "An Peeters").checked_in is None
    visit.get(f"{DAY}/check-in")
    assert "Zonder plaats" in visit.words
    waiting = person(visit, "Cas Maes").id
    visit.press("in", person=waiting)
    assert visit.status == 409
    assert "heeft geen plaats. Open de naam hieronder" in visit.words
    assert person(visit, "Cas Maes").checked_in is None
    ways = "//nav[@class='gv-ways']//a[contains(@href, 'cancel-day')]/text()"
    assert visit.page.xpath(ways) == ["Gelast de dag af"]
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(visit.day, "cancel")
    transaction.commit()
    assert visit.get(f"{DAY}/check-in").page.xpath(ways) == ["Afgelast"]


def test_line_is_counted_once_for_everybody_who_waits(visit, monkeypatch):
    for name in ("An Peeters", "Bo Claes", "Cas Maes", "Dirk Nys", "Els Ooms"):
        come(visit.day, name)
    counted, known = [], ledger_views.people
    monkeypatch.setattr(
        ledger_views, "people", lambda day: counted.append(day) or known(day)
    )
    visit.get(f"{DAY}/check-in")
    for number in (1, 2, 3):
        assert f"Nummer {number} op de wachtlijst" in visit.words
    assert len(counted) == 2


def test_spreadsheet_is_safe_and_written_down(visit_as):
    visit = visit_as("secretariat")
    day = visit.day
    come(day, "=1+1", [day["wonen"].UID()], diet="Geen noten", phone="+32 470 11 22 33")
    for who in ("secretariat", "coordinator"):
        visit = visit_as(who)
        action = visit.get(f"{DAY}/export").page.xpath("//main//form")[0]
        data = dict(action.form_values())
        answer = visit.session.post(action.get("action"), data=data, timeout=60)
        assert answer.headers["Content-Type"].startswith("text/csv")
        assert answer.headers["Cache-Control"] == "no-store"
        text = answer.content.decode("utf-8-sig")
        assert "\r\n'=1+1;Heeft een plaats;" in text
        sheet = read_sheet(text)
        row = dict(zip(sheet.headings, sheet.rows[0].cells, strict=True))
        assert (row["Ronde 1"], row["Eet niet"]) == ("Wonen", "Geen noten")
        assert row["Telefoon"] == "+32 470 11 22 33"
    transaction.begin()
    acts = [(act.what, act.count, act.place) for act in last_acts(visit.portal)]
    assert acts == [("registrations_exported", 1, visit.day.UID())] * 2
    rows = "//section[@aria-labelledby='acts-title']//li"
    assert len(visit.get(f"{DAY}/export").page.xpath(rows)) == 2
    write_down(
        visit.portal, "registrations_exported", "x", 1, datetime.now(UTC), "other"
    )
    transaction.commit()
    assert len(visit.get(f"{DAY}/export").page.xpath(rows)) == 2
