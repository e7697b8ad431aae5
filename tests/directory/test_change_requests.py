"""A contact person asks for what the secretariat keeps; the secretariat decides."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.directory.change_requests import ask
from gastvrij.directory.change_requests import carry_out
from gastvrij.directory.change_requests import Closed
from gastvrij.directory.change_requests import decline
from gastvrij.directory.change_requests import MOST_KEPT
from gastvrij.directory.change_requests import open_requests_of
from gastvrij.directory.change_requests import open_since
from gastvrij.directory.change_requests import requests_of
from gastvrij.directory.keeping_data import KeepingData
from gastvrij.directory.requests_waiting import RequestsWaiting
from gastvrij.mail.posted import outbox_of
from gastvrij.values.refusal import Refused
from groups import address
from groups import ANTWERP
from groups import GENT
from groups import user_called
from lxml import html
from plone.uuid.interfaces import IUUID
from test_group_update import sentence_at
from test_group_update import UpdateForm

import pytest


NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
KEEPER = frozenset({"Secretariat", "Authenticated"})
ASK = "groepen/active/ask-change"
DECIDE = "groepen/active/change-requests"


def asked(group, now=NOW, note="Verhuisd.", **wanted):
    """Ask for a change as the contact person."""
    return ask(group, user_called("contact").getId(), wanted, note, now)


def test_request_is_open_until_somebody_decides(filled):
    group = filled.groepen.active
    first = asked(group, title="Nieuwe naam", municipality=ANTWERP)
    assert asked(group, title="Nieuwe naam", municipality=ANTWERP) == first
    second = asked(group, NOW + timedelta(days=1), title="Nog een naam")
    assert open_requests_of(group) == [first, second]
    assert open_since(filled) == {IUUID(group): NOW}
    done = carry_out(group, first.id, "keeper", NOW)
    assert (group.title, group.municipality) == ("Nieuwe naam", ANTWERP)
    assert (done.outcome, done.closed) == ("done", NOW)
    assert open_since(filled) == {IUUID(group): NOW + timedelta(days=1)}
    declined = decline(group, second.id, "Zo heet al een groep.", NOW)
    assert (declined.outcome, declined.reason) == ("declined", "Zo heet al een groep.")
    assert group.title == "Nieuwe naam"
    assert open_since(filled) == {}
    for request in (first, second):
        with pytest.raises(Closed):
            carry_out(group, request.id, "keeper", NOW)
        with pytest.raises(Closed):
            decline(group, request.id, "Nee.", NOW)


def test_request_is_about_kept_fields_only(filled):
    with pytest.raises(KeyError):
        asked(filled.groepen.active, description="Nee.")
    with pytest.raises(KeyError):
        asked(filled.groepen.active, confirmed_on=NOW.date())


def test_request_that_fits_no_more_is_not_carried_out(filled):
    group = filled.groepen.active
    request = asked(group, postal_code="9000")
    with pytest.raises(Refused):
        carry_out(group, request.id, "keeper", NOW)
    assert group.postal_code is None
    assert open_requests_of(group) == [request]


def test_closed_requests_are_kept_up_to_a_number(filled):
    group = filled.groepen.active
    for number in range(MOST_KEPT + 3):
        request = asked(group, NOW + timedelta(days=number), title=f"Naam {number}")
        decline(group, request.id, "Nee.", NOW)
    assert len(requests_of(group)) == MOST_KEPT


def test_waiting_things_are_for_who_keeps_the_groups(filled):
    waiting = RequestsWaiting()
    assert list(waiting.for_user(filled, "x", KEEPER, NOW)) == []
    for state in ("active", "hidden"):
        asked(filled.groepen[state], title="Nieuwe naam")
    things = list(waiting.for_user(filled, "x", KEEPER, NOW))
    assert {(t.title, t.place, t.since) for t in things} == {
        ("active", "Gent", NOW),
        ("hidden", "Gent", NOW),
    }
    assert all(t.url.endswith("/change-requests") for t in things)
    others = frozenset({"Contact Person", "Board Member", "Toolkit Editor"})
    assert list(waiting.for_user(filled, "x", others, NOW)) == []


def test_what_is_kept_of_a_person_is_found_and_erased(filled):
    group = filled.groepen.active
    asked(group, title="Nieuwe naam")
    request = asked(group, NOW + timedelta(days=1), note="Andere vraag")
    decline(group, request.id, "Nee.", NOW)
    data, email = KeepingData(), address("contact").upper()
    assert [found.title for found in data.find(filled, email)] == ["active"]
    assert [entry["note"] for entry in data.export(filled, email)] == [
        "Andere vraag",
        "Verhuisd.",
    ]
    assert data.erase(filled, email, NOW) == 2
    assert data.find(filled, email) == []
    kept = str(requests_of(group))
    assert "Andere vraag" not in kept
    assert "Verhuisd" not in kept
    assert data.erase(filled, "niemand@example.org", NOW) == 0


def test_contact_person_asks_and_the_secretariat_carries_out(site):
    group = site.portal.groepen.active
    form = UpdateForm(site, path=ASK)
    assert form.fields["title"] == ["active"]
    assert form.fields["municipality"] == ["Gent"]
    answer = form.send(title="Nieuwe naam", municipality="2000", note="Verhuisd.")
    assert answer.status_code == 302
    assert (group.title, group.municipality) == ("active", GENT)
    # pressed twice
    form.send(title="Nieuwe naam", municipality="2000", note="Verhuisd.")
    (request,) = open_requests_of(group)
    assert request.wanted == {"title": "Nieuwe naam", "municipality": ANTWERP}
    # the contact person sees it on the group's page, a visitor does not
    own = site.page("contact", "groepen/active").text_content()
    assert "Dit is aan het secretariaat gevraagd" in own
    assert "Nieuwe naam" in own
    for who in ("visitor", "member", "other_contact"):
        assert "Nieuwe naam" not in site.ask(who, "GET", "groepen/active").text
    page = site.page("secretariat", DECIDE)
    table = " ".join(page.xpath("//table")[0].text_content().split())
    assert "Naam van de groep active Nieuwe naam" in table
    assert "Gemeente Gent Antwerpen" in table
    decide(site, page, "carry-out")
    assert (group.title, group.municipality) == ("Nieuwe naam", ANTWERP)
    (letter,) = letters(site)
    assert letter.to == address("contact")
    assert letter.subject == "Ter info: Nieuwe naam: je wijziging is doorgevoerd"
    # pressed twice: nothing more happens
    decide(site, page, "carry-out")
    assert len(letters(site)) == 1


def letters(site):
    """Return the letters that wait in the outbox."""
    return [posted.letter for posted in outbox_of(site.portal).letters.values()]


def decide(site, page, decision, **typed):
    """Press a button on the page of the secretariat."""
    fields = dict(page.xpath("//main//form")[0].form_values())
    data = fields | {"decision": decision} | typed
    return site.ask("secretariat", "POST", DECIDE, data=data)


def test_secretariat_declines_with_a_reason(site):
    UpdateForm(site, path=ASK).send(note="Mag onze straat erbij?")
    page = site.page("secretariat", DECIDE)
    assert "Mag onze straat erbij?" in page.text_content()
    answer = decide(site, page, "decline", reason=" ")
    assert answer.status_code == 200
    assert "Zeg waarom niet" in html.fromstring(answer.text).text_content()
    assert letters(site) == []
    decide(site, page, "decline", reason="Dat is iemands huis.")
    (letter,) = letters(site)
    assert letter.subject == "Ter info: active: niet gewijzigd"
    assert "Dat is iemands huis." in letter.body
    assert open_requests_of(site.portal.groepen.active) == []


def test_wish_that_cannot_be_is_told_at_its_box(site):
    form = UpdateForm(site, path=ASK)
    assert "Verander iets" in sentence_at(form.send(), "title")
    assert "Dit is geen postcode" in sentence_at(
        form.send(postal_code="90", location_precision="postal_code"), "postal_code"
    )
    assert "Laat de straat leeg" in sentence_at(form.send(street="Dorp 1"), "street")
    assert "We kennen Nergens niet" in sentence_at(
        form.send(municipality="Nergens"), "municipality"
    )
    assert open_requests_of(site.portal.groepen.active) == []


def test_asking_and_deciding_are_for_those_who_may(site):
    may_ask = {"contact", "secretariat", "site_admin", "manager"}
    for who in ("visitor", "member", "contact", "other_contact", "board", "manager"):
        asks = site.ask(who, "GET", ASK).status_code == 200
        decides = site.ask(who, "GET", DECIDE).status_code == 200
        assert asks == (who in may_ask), who
        assert decides == (who in may_ask - {"contact"}), who
