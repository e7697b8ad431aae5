"""A day on which people count is not deleted in any way, and every way says why."""

from filling import filled_once
from gastvrij.networkday import ledger
from gastvrij.networkday import ledger_views
from gastvrij.networkday.calling_off import calling_off_of
from gastvrij.networkday.calling_off_steps import tell_what_is_due
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from registrations import DAY
from registrations import fill_registrations
from registrations import Visit
from seat_days import NOW

import json
import pytest
import transaction


filled_layer, functional = filled_once(fill_registrations, "Deletion")
WHY = "Netwerkdag Plaatsen is niet verwijderd: er rekenen mensen op (1)."


@pytest.fixture
def visits(functional):
    """Return the site with somebody who comes, as coordinator and manager meet it."""
    portal = functional["portal"]
    sender = Sender(name="An Peeters", email="an@example.org")
    for name, confirmed in (("An Peeters", True), ("Bo Claes", False)):
        day = portal.netwerkdagen.plaatsen
        register(day, [Entry(name)], sender, NOW, confirmed=confirmed)
    transaction.commit()
    url = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    manager = Visit(url, portal)
    manager.session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    return {"coordinator": Visit(url, portal, "coordinator"), "manager": manager}


def by_page(visit):
    """Return what Plone's own page says."""
    return visit.get(f"{DAY}/delete_confirmation").text


def by_folder_contents(visit):
    """Return what the listing of a folder says when the day is selected there."""
    visit.get(f"{DAY}/cancel-day")
    [token] = visit.page.xpath("(//input[@name='_authenticator']/@value)[1]")
    data = {
        "selection": json.dumps([visit.day.UID()]),
        "folder": "/netwerkdagen",
        "_authenticator": token,
    }
    answer = visit.session.post(f"{visit.url}/netwerkdagen/@@fc-delete", data=data)
    assert answer.json()["status"] == "warning"
    assert answer.json()["msg"].startswith("Niet verwijderd: ")
    return answer.json()["msg"]


def by_rest(visit):
    """Return what a program is told."""
    headers = {"Accept": "application/json"}
    answer = visit.session.delete(f"{visit.url}/{DAY}", headers=headers)
    assert answer.status_code == 409
    return answer.json()["message"]


def by_hand(visit):
    """Return what somebody sees who does it past all pages."""
    visit.get(f"{DAY}/cancel-day")
    [token] = visit.page.xpath("(//input[@name='_authenticator']/@value)[1]")
    answer = visit.session.post(
        f"{visit.url}/netwerkdagen/manage_delObjects",
        data={"ids:list": "plaatsen", "_authenticator": token},
        headers={"Accept": "text/html"},
    )
    assert answer.status_code == 409
    return answer.text


@pytest.mark.parametrize("who", ["coordinator", "manager"])
def test_every_way_to_delete_says_why_not(visits, who):
    visit = visits[who]
    ways = [by_page, by_folder_contents, by_rest]
    for way in ways + [by_hand] * (who == "manager"):
        assert WHY in way(visit)
    [brain] = visit.portal.portal_catalog.unrestrictedSearchResults(UID=visit.day.UID())
    assert brain.getPath().endswith("plaatsen")


def test_day_goes_once_people_know_or_nobody_is_left(visits):
    visit = visits["coordinator"]
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(visit.day, "cancel")
        transaction.commit()
    day = visit.day
    assert "weten nog niet" in by_rest(visit)
    record = calling_off_of(day)
    tell_what_is_due(visit.portal, record.until)
    transaction.commit()
    answer = visit.session.delete(
        f"{visit.url}/{DAY}", headers={"Accept": "application/json"}
    )
    assert answer.status_code == 204
    transaction.begin()
    assert calling_off_of(day) is None


def test_announced_day_without_people_goes(visits):
    visit = visits["coordinator"]
    day = visit.day
    people = [p.id for p in ledger_views.people(day) if p.is_there]
    ledger.cancel(day, people, NOW)
    transaction.commit()
    page = visit.get(f"{DAY}/delete_confirmation")
    assert "niet verwijderd" not in page.text
    url = f"{visit.url}/{DAY}"
    answer = visit.session.delete(url, headers={"Accept": "application/json"})
    assert answer.status_code == 204
