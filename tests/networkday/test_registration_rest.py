"""Registrations over REST: what a program sends, and what it is told."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from filling import filled_once
from gastvrij.networkday import ledger_views
from gastvrij.networkday.receiving import MOST_BY_MAILBOX
from groups import address
from groups import PASSWORD
from registrations import DAY
from registrations import fill_registrations
from registrations import link_in
from registrations import Visit

import pytest
import requests
import transaction


filled_layer, functional = filled_once(fill_registrations, "RegistrationsRest")
AN = {"name": "An Peeters", "email": "an@example.org"}
BO = {"name": "Bo Claes", "email": "bo@example.org"}


@pytest.fixture
def visit(functional, letterbox):
    """Return the site as a visitor meets it."""
    portal = functional["portal"]
    transaction.commit()
    return Visit(
        f"http://{functional['host']}:{functional['port']}/{portal.getId()}", portal
    )


@pytest.fixture
def ask(visit):
    """Return a way to ask the service."""

    def asked(method, data=None, who="", query=""):
        answer = requests.request(
            method,
            f"{visit.url}/{DAY}/@registrations{query}",
            json=data,
            headers={"Accept": "application/json", "Accept-Language": "nl"},
            auth=(address(who), PASSWORD) if who else None,
            timeout=60,
        )
        transaction.begin()
        return answer

    return asked


def fields(answer):
    """Return which fields are named as wrong."""
    return [error["field"] for error in answer.json()["errors"]]


def test_form_is_kept_once_and_stands_unconfirmed(visit, ask, letterbox):
    items = [visit.day["wonen"].UID()]
    others = {"name": "Bo Claes", "items": items}
    data = {"people": [AN | {"items": items}, others], "form_token": "één"}
    answers = [ask("POST", data) for _again in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert (
        answers[0].json()["people"] == [{"status": "unconfirmed", "position": None}] * 2
    )
    assert answers[0].headers["Cache-Control"] == "no-store"
    assert len(letterbox.fetch(visit.portal)) == 1
    somebody_else = {"name": "Els Maes", "email": "els@example.org"}
    theirs = ask("POST", data | {"people": [somebody_else]})
    assert theirs.json()["receipt"] != answers[0].json()["receipt"]
    assert AN["email"] not in visit.get(f"{DAY}/register?receipt=één").words
    assert len(ledger_views.people(visit.day)) == 3


def test_status_is_told_again_once_the_address_is_confirmed(visit, ask, letterbox):
    visit.day.capacity = 1
    transaction.commit()
    data = {"people": [AN, {"name": "Bo Claes"}], "form_token": "x" * 20}
    ask("POST", data)
    [letter] = letterbox.fetch(visit.portal)
    visit.get(link_in(letter, "confirm-registration")).press("confirm")
    assert ask("POST", data).json()["people"] == [
        {"status": "confirmed", "position": None},
        {"status": "waiting", "position": 1},
    ]


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({}, ["people"]),
        ({"people": []}, ["people"]),
        ({"people": "An"}, ["people"]),
        ({"people": [AN] * 21}, ["people"]),
        ({"people": ["An"]}, ["people.0", "people.0.name", "people.0.email"]),
        ({"people": [{"name": "An"}]}, ["people.0.email"]),
        ({"people": [AN | {"email": "an"}]}, ["people.0.email"]),
        ({"people": [AN, {"email": "bo@example.org"}]}, ["people.1.name"]),
        ({"people": [AN | {"items": ["unknown"]}]}, ["people.0.items"]),
        ({"people": [AN | {"items": {"a": [1]}}]}, ["people.0.items"]),
        ({"people": [AN], "group": "unknown"}, ["group"]),
        ({"people": [AN], "phone": 470123456}, ["phone"]),
        ({"people": [AN | {"diet": ["x"]}]}, ["people.0.diet"]),
        ({"people": [AN | {"name": "x" * 81}]}, ["people.0.name"]),
        ({"people": [AN | {"name": "\0"}]}, ["people.0.name"]),
    ],
)
def test_wrong_field_is_named(ask, data, wrong):
    answer = ask("POST", data)
    assert answer.status_code == 400
    assert fields(answer) == wrong


def test_two_items_of_one_round_are_refused(visit, ask):
    both = [visit.day[name].UID() for name in ("wonen", "werk")]
    answer = ask("POST", {"people": [AN | {"items": both}]})
    assert (answer.status_code, fields(answer)) == (400, ["people.0.items"])


def test_day_that_is_past_closed_or_not_open_is_a_conflict(visit, ask):
    visit.day.registration_opens = datetime.now(UTC) + timedelta(days=1)
    transaction.commit()
    answer = ask("POST", {"people": [AN]})
    assert answer.status_code == 409
    assert "Inschrijven kan vanaf" in answer.json()["errors"][0]["message"]
    visit.day.registration_opens = None
    visit.day.registration_closes = datetime.now(UTC) - timedelta(days=1)
    transaction.commit()
    assert ask("POST", {"people": [AN]}).status_code == 409
    past = datetime.now(UTC) - timedelta(days=3)
    visit.day.start, visit.day.end = past, past + timedelta(hours=6)
    transaction.commit()
    answer = ask("POST", {"people": [AN]})
    assert answer.status_code == 409
    assert answer.json()["errors"][0]["message"] == "Deze netwerkdag is voorbij."


def test_flood_is_slowed_down(ask):
    codes = [ask("POST", {"people": [AN]}).status_code for _n in range(6)]
    assert codes == [201] * MOST_BY_MAILBOX + [429]
    senders = ({"name": f"Els {n}", "email": f"els{n}@example.org"} for n in range(6))
    codes = [ask("POST", {"people": [each, BO]}).status_code for each in senders]
    assert codes == [201] * MOST_BY_MAILBOX + [429]


def test_link_of_the_own_page_signs_off(visit, ask, letterbox):
    ask("POST", {"people": [AN]})
    [letter] = letterbox.fetch(visit.portal)
    visit.get(link_in(letter, "confirm-registration")).press("confirm")
    [letter] = letterbox.fetch(visit.portal)
    token = link_in(letter, "/registration").split("token=")[1]
    assert ask("DELETE", query="?token=unknown").status_code == 404
    assert ask("DELETE").status_code == 404
    for _again in range(2):
        assert ask("DELETE", query=f"?token={token}").status_code == 204
    [person] = ledger_views.people(visit.day)
    assert person.standing == "cancelled"


def test_list_is_for_who_organises_the_day(ask):
    ask("POST", {"people": [AN]})
    assert ask("GET").status_code in (401, 404)
    for who in ("member", "contact"):
        assert ask("GET", who=who).status_code in (401, 403, 404)
    answer = ask("GET", who="coordinator")
    [item] = answer.json()["items"]
    assert (item["name"], item["status"]) == ("An Peeters", "unconfirmed")
    assert answer.headers["Cache-Control"] == "no-store"
