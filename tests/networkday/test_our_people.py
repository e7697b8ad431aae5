"""A contact person sees the own group's people and nobody else, and registers them."""

from datetime import datetime
from datetime import UTC
from filling import filled_once
from gastvrij.networkday import ledger_views
from gastvrij.networkday.claims_waiting import claims_waiting
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from groups import give_contact
from groups import make_group
from groups import user_called
from registrations import by_address
from registrations import DAY
from registrations import fill_registrations
from registrations import Visit

import pytest
import transaction


filled_layer, functional = filled_once(fill_registrations, "OurPeople")


@pytest.fixture
def visits(functional, letterbox):
    """Return the site as the contact person, a member and a visitor meet it."""
    portal = functional["portal"]
    transaction.commit()
    url = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return {who: Visit(url, portal, who) for who in ("contact", "member", "")}


@pytest.fixture
def group(functional):
    """Return the UID of the contact person's group."""
    return functional["portal"].groepen["de-warme-drempel"].UID()


def come(day, name, group=""):
    """Register somebody who confirmed."""
    email = f"{name.split()[0].lower()}@example.org"
    sender = Sender(name=name, email=email, phone="0470 11 22 33", group=group)
    entry = Entry(name, diet="kwartelvlees")
    register(day, [entry], sender, datetime.now(UTC), confirmed=True)
    transaction.commit()


def test_group_sees_a_name_to_answer_for_and_more_after_a_yes(visits, group):
    visit = visits["contact"]
    come(visit.day, "An Peeters", group)
    come(visit.day, "Bo Claes")
    visit.get(f"{DAY}/our-people")
    assert "An Peeters" in visit.words
    assert "Heeft een plaats" not in visit.words
    visit.press("yes")
    assert "Genoteerd" in visit.words
    assert "Heeft een plaats" in visit.words
    for secret in ("Bo Claes", "an@example.org", "0470", "kwartelvlees"):
        assert secret not in visit.text
    assert not visit.page.xpath("//button[@value='yes']")


def test_stranger_is_taken_out_of_the_group_and_keeps_the_seat(visits, group):
    visit = visits["contact"]
    come(visit.day, "An Peeters", group)
    [link] = visit.get(DAY).page.xpath("//main//a[contains(@href, 'our-people')]/@href")
    visit.get(link).press("no")
    [person] = ledger_views.people(visit.day)
    assert (person.group, person.standing) == ("", "confirmed")
    assert "An Peeters" not in visit.words


@pytest.mark.parametrize("who", ["member", ""])
@pytest.mark.parametrize("page", ["our-people", "register-our-people"])
def test_page_is_not_found_for_who_speaks_for_no_group(visits, group, who, page):
    come(visits[who].day, "An Peeters", group)
    assert "our-people" not in visits[who].get(DAY).text
    visits[who].get(f"{DAY}/{page}")
    assert visits[who].status == 404 or "login" in visits[who].address
    assert "Peeters" not in visits[who].text


def test_answer_for_another_group_is_not_taken(visits, functional, group):
    visit = visits["contact"]
    other = functional["portal"].groepen["andere-groep"].UID()
    come(visit.day, "Bo Claes", other)
    come(visit.day, "An Peeters", group)
    visit.get(f"{DAY}/our-people").press("yes", group=other)
    assert visit.status == 404
    people = {p.name: p for p in ledger_views.people(visit.day)}
    assert people["Bo Claes"].acknowledged is None
    visit.get(f"{DAY}/our-people").press("yes", person=people["Bo Claes"].id)
    people = {p.name: p for p in ledger_views.people(visit.day)}
    assert people["Bo Claes"].acknowledged is None


def test_contact_person_registers_people_who_are_in_at_once(visits, letterbox):
    visit = visits["contact"]
    visit.get(f"{DAY}/register-our-people").press("1", "more")
    names = {"name-0": "An Peeters", "name-1": "Bo Claes", "email-1": "bo@example.org"}
    visit.press("1", "send", **names)
    assert "Hieronder zie je hoe het met iedereen staat." in visit.words
    assert visit.words.count("Heeft een plaats") >= 2
    letters = by_address(letterbox.fetch(visit.portal))
    assert set(letters) == {"contact@example.org", "bo@example.org"}
    subject = letters["contact@example.org"]["Subject"]
    assert "An Peeters heeft een plaats op Netwerkdag Plaatsen" in subject
    assert "je hebt een plaats op" in letters["bo@example.org"]["Subject"]
    assert [p.acknowledged is None for p in ledger_views.people(visit.day)] == [
        False,
        False,
    ]


def test_who_speaks_for_two_groups_says_for_which(visits, functional, group):
    second = make_group(functional["portal"], "Open Deur")
    give_contact(second, "contact")
    transaction.commit()
    visit = visits["contact"]
    visit.get(f"{DAY}/register-our-people").press("1", "send", **{"name-0": "An Claes"})
    assert visit.status == 400
    assert ledger_views.people(visit.day) == []
    visit.press("1", "send", **{"name-0": "An Claes", "group": second.UID()})
    assert [p.group for p in ledger_views.people(visit.day)] == [second.UID()]


def test_form_of_another_site_registers_nobody(visits):
    visit = visits["contact"]
    visit.get(f"{DAY}/register-our-people")
    visit.press("1", "send", **{"name-0": "An Peeters", "_authenticator": "forged"})
    assert visit.status == 400
    assert visit.page.xpath("//*[@id='name-0']/@value") == ["An Peeters"]
    assert ledger_views.people(visit.day) == []


def test_claims_wait_on_the_desk_of_the_contact_person_alone(visits, functional, group):
    portal, now = functional["portal"], datetime.now(UTC)
    come(visits["contact"].day, "An Peeters", group)

    def waits(who):
        user_id = user_called(who).getId()
        return list(claims_waiting.for_user(portal, user_id, frozenset(), now))

    [thing] = waits("contact")
    assert thing.title == "De Warme Drempel: Netwerkdag Plaatsen"
    assert thing.url.endswith("/netwerkdagen/plaatsen/our-people")
    assert "Peeters" not in thing.title
    assert waits("member") == []
