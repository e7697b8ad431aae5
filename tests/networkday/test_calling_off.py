"""A day that is called off: ten minutes to undo it, then everybody is told once."""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from filling import filled_once
from gastvrij.networkday import calling_off_steps
from gastvrij.networkday import ledger
from gastvrij.networkday import ledger_views
from gastvrij.networkday.calling_off import calling_off_of
from gastvrij.networkday.calling_off_letters import called_off
from gastvrij.networkday.calling_off_steps import tell_what_is_due
from gastvrij.networkday.calling_off_waiting import CalledOffWaiting
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import PHONE
from gastvrij.networkday.registration import Sender
from letterbox import text_of
from plone import api
from registrations import by_address
from registrations import DAY
from registrations import fill_registrations
from registrations import Visit
from ZODB.POSException import ConflictError

import pytest
import transaction


filled_layer, functional = filled_once(fill_registrations, "CallingOff")
ALL = ["an@example.org", "bo@example.org", "cas@example.org"]
REASON = "De zaal staat onder water.\nZorg & <b>moed</b>."


@pytest.fixture
def visits(functional, letterbox):
    """Return the site, with two people who have a seat, one who waits, and others."""
    portal = functional["portal"]
    for name in ("An Peeters", "Bo Claes", "Cas Maes"):
        come(portal, name)
    come(portal, "Dina Wouters", confirmed=False)
    come(portal, "Els Nys", email="", phone="0470 11 22 33", channel=PHONE)
    letterbox.fetch(portal)
    url = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return {who: Visit(url, portal, who) for who in ("coordinator", "member", "")}


def come(portal, name, *, confirmed=True, **sender):
    """Register somebody."""
    given = {"name": name, "email": f"{name.split()[0].lower()}@example.org"} | sender
    day = portal.netwerkdagen.plaatsen
    register(
        day, [Entry(name)], Sender(**given), datetime.now(UTC), confirmed=confirmed
    )
    transaction.commit()


def told(portal, letterbox, **later):
    """Let the due task do its work at a moment; return the letters by address."""
    now = datetime.now(UTC) + timedelta(**later)
    transaction.begin()
    count = tell_what_is_due(portal, now)
    letters = letterbox.fetch(portal, now)
    assert count == len(letters)
    return by_address(letters)


def sent_by(visit, button):
    """Return what a button of the page sends."""
    [form] = visit.page.xpath(f"//main//form[.//button[@value='{button}']]")
    return dict(form.form_values()) | {"action": button}


def change(portal, transition):
    """Do what Plone's own menu does."""
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(portal.netwerkdagen.plaatsen, transition)
    transaction.commit()


def test_page_calls_off_and_everybody_is_told_once_after_ten_minutes(visits, letterbox):
    visit = visits["coordinator"]
    portal = visit.portal
    visit.get(f"{DAY}/cancel-day")
    assert "0470 11 22 33" in visit.words
    assert "noem niemand bij naam" in visit.words
    visit.press("cancel", reason="")
    assert visit.sentences() == {"reason": "Vul dit in."}
    visit.press("cancel", reason=REASON)
    assert "Nog niemand kreeg bericht" in visit.words
    assert told(portal, letterbox, minutes=9) == {}
    visits[""].get(DAY)
    assert "De zaal staat onder water." in visits[""].words
    assert "<b>moed</b>" not in visits[""].text
    letters = told(portal, letterbox, minutes=10)
    assert sorted(letters) == ALL
    letter = letters["an@example.org"]
    assert letter["Subject"] == "Ter info: Netwerkdag Plaatsen gaat niet door"
    for words in (
        "Dag An Peeters",
        REASON,
        "hoeft je niet uit te schrijven",
        f"{visit.url}/{DAY}/day.ics",
    ):
        assert words in text_of(letter)
    assert "<b>moed" not in letter.get_body(("html",)).get_content()
    assert told(portal, letterbox, days=1) == {}
    assert "Aantal mails: 3" in visit.get(f"{DAY}/cancel-day").words


def test_undone_within_ten_minutes_tells_nobody(visits, letterbox):
    visit = visits["coordinator"]
    visit.get(f"{DAY}/cancel-day").press("cancel", reason=REASON)
    visit.press("reopen")
    assert "Niemand kreeg bericht" in visit.text
    assert api.content.get_state(visit.day) == "announced"
    assert calling_off_of(visit.day) is None
    assert told(visit.portal, letterbox, days=1) == {}
    assert "onder water" not in visits[""].get(DAY).words


def test_undone_at_the_last_moment_is_either_told_or_not(visits, letterbox):
    visit = visits["coordinator"]
    visit.get(f"{DAY}/cancel-day").press("cancel", reason=REASON)
    transaction.begin()
    assert tell_what_is_due(visit.portal, datetime.now(UTC) + timedelta(minutes=10))
    # the server undoes it while the due task has not finished
    visit.session.post(visit.address, data=sent_by(visit, "reopen"))
    with pytest.raises(ConflictError):
        transaction.commit()
    transaction.abort()
    assert told(visit.portal, letterbox, days=1) == {}
    assert api.content.get_state(visit.day) == "announced"


def test_menu_of_plone_leads_to_the_same_letters(visits, letterbox):
    portal = visits[""].portal
    change(portal, "cancel")
    assert sorted(told(portal, letterbox, minutes=10)) == ALL
    assert told(portal, letterbox, days=1) == {}


def test_letter_that_is_refused_tells_nobody_and_nobody_twice(
    visits, letterbox, monkeypatch
):
    def refused(day, mailbox, *others):
        to = "nobody" if mailbox.name == "Cas Maes" else mailbox.reader.address
        return replace(called_off(day, mailbox, *others), to=to)

    portal = visits[""].portal
    change(portal, "cancel")
    with monkeypatch.context() as broken:
        broken.setattr(calling_off_steps, "called_off", refused)
        assert told(portal, letterbox, minutes=10) == {}
    assert calling_off_of(portal.netwerkdagen.plaatsen).told is None
    assert sorted(told(portal, letterbox, minutes=11)) == ALL
    assert told(portal, letterbox, minutes=12) == {}


def test_rest_leads_to_the_same_letters_and_reopening_tells_once(visits, letterbox):
    visit = visits["coordinator"]
    for step in ("cancel", "reopen", "cancel"):
        url = f"{visit.url}/{DAY}/@workflow/{step}"
        answer = visit.session.post(url, headers={"Accept": "application/json"})
        assert answer.status_code == 200
    assert letterbox.fetch(visit.portal) == []
    assert sorted(told(visit.portal, letterbox, minutes=10)) == ALL
    change(visit.portal, "reopen")
    letters = by_address(letterbox.fetch(visit.portal))
    assert sorted(letters) == ALL
    [place] = [letters[a] for a in ALL if "wachtlijst" in text_of(letters[a])]
    assert place["To"] == "cas@example.org"
    assert "gaat toch door" in place["Subject"]
    assert told(visit.portal, letterbox, days=1) == {}


def test_who_signed_off_meanwhile_is_not_told(visits, letterbox):
    portal = visits[""].portal
    change(portal, "cancel")
    day = portal.netwerkdagen.plaatsen
    an = next(p for p in ledger_views.people(day) if p.name == "An Peeters")
    ledger.cancel(day, [an.id], datetime.now(UTC))
    letterbox.fetch(portal)
    assert sorted(told(portal, letterbox, minutes=10)) == ALL[1:]


def test_finishing_and_reopening_tells_nobody(visits, letterbox):
    portal = visits[""].portal
    for transition in ("finish", "reopen", "finish"):
        change(portal, transition)
    assert told(portal, letterbox, days=1) == {}
    assert letterbox.fetch(portal) == []


def test_undo_waits_for_who_plans_days_until_people_are_told(visits, letterbox):
    portal, now = visits[""].portal, datetime.now(UTC)

    def waits(role):
        return list(CalledOffWaiting().for_user(portal, "", frozenset([role]), now))

    assert waits("Network Day Coordinator") == []
    change(portal, "cancel")
    [thing] = waits("Network Day Coordinator")
    assert thing.title == "Netwerkdag Plaatsen"
    assert thing.url.endswith("/plaatsen/cancel-day")
    assert waits("Secretariat") == []
    told(portal, letterbox, minutes=10)
    assert waits("Network Day Coordinator") == []


def test_form_of_another_site_calls_nothing_off_and_others_find_no_form(visits):
    for who in ("member", ""):
        visits[who].get(f"{DAY}/cancel-day")
        assert "Waarom gaat de dag niet door" not in visits[who].words
        assert "Nys" not in visits[who].text
    visit = visits["coordinator"]
    visit.get(f"{DAY}/cancel-day")
    visit.press("cancel", reason=REASON, _authenticator="forged")
    assert api.content.get_state(visit.day) == "announced"
    assert "onder water" in visit.words
