"""Whether there is a seat: in numbers, in a sentence, over REST and on kept pages."""

from datetime import timedelta
from gastvrij.networkday import ledger
from gastvrij.networkday.availability import availability
from gastvrij.networkday.availability import sentence
from gastvrij.networkday.caching import Seats
from gastvrij.networkday.door import choosable
from gastvrij.networkday.views import NetworkDayView
from network_days import at
from network_days import SUMMER
from Products.Five.browser import BrowserView
from seat_days import END
from seat_days import NOW
from seat_days import seat_day
from seat_days import sign_up
from seat_days import START
from seat_days import workshop

import pytest
import transaction


@pytest.mark.parametrize(
    ("values", "status", "words"),
    [
        ({}, "open", "Je kunt je inschrijven."),
        ({"capacity": 30}, "open", "Er zijn nog 30 plaatsen."),
        ({"capacity": 1}, "open", "Er is nog één plaats."),
        ({"state": "draft"}, "not_open", "Inschrijven kan nog niet."),
        (
            {
                "registration_opens": at(f"{SUMMER} 09:00"),
                "start": at(f"{SUMMER} 10:00"),
            }
            | {"end": at(f"{SUMMER} 17:00")},
            "not_open",
            "Inschrijven kan vanaf ",
        ),
        (
            {"registration_closes": NOW - timedelta(hours=1)},
            "closed",
            "Inschrijven kan niet meer.",
        ),
        (
            {"start": NOW - timedelta(days=3), "end": NOW - timedelta(days=2)},
            "past",
            "Deze netwerkdag is voorbij.",
        ),
        ({"state": "finished"}, "past", "Deze netwerkdag is voorbij."),
        ({"state": "cancelled"}, "cancelled", "Deze netwerkdag gaat niet door."),
    ],
)
def test_day_says_whether_there_is_a_seat(portal, values, status, words):
    there = availability(seat_day(portal, **values), NOW)
    assert there.status == status
    assert sentence(there, "nl").startswith(words)


def test_full_day_has_a_waiting_list(portal):
    day = seat_day(portal, capacity=2)
    for name in ("An", "Bo", "Cem"):
        sign_up(day, name)
    there = availability(day, NOW)
    assert (there.status, there.free, there.waiting) == ("waiting_list", 0, 1)
    assert there.is_open
    assert "wachtlijst" in sentence(there, "nl")


def test_seat_that_is_offered_or_waited_for_is_not_free(portal):
    day = seat_day(portal, capacity=1)
    an, bo = (sign_up(day, name)[0] for name in ("An", "Bo"))
    ledger.cancel(day, [an], NOW)
    assert availability(day, NOW).free == 0
    ledger.refuse(day, [bo], NOW)
    assert availability(day, NOW).free == 1
    last_day = START - timedelta(hours=5)
    cem, _dina = (sign_up(day, name, now=last_day)[0] for name in ("Cem", "Dina"))
    ledger.cancel(day, [cem], last_day)
    there = availability(day, last_day)
    assert (there.status, there.free, there.waiting) == ("waiting_list", 0, 1)


def test_items_tell_how_many_seats_they_have(portal):
    day = seat_day(portal)
    workshop(day, "wonen", capacity=1)
    workshop(day, "werk", 2)
    workshop(day, "welkom", None, kind="plenary")
    workshop(day, "rondleiding", None, capacity=10, kind="plenary")
    workshop(day, "koffie", None, capacity=10, kind="break")
    assert [each.getId() for each in choosable(day)] == ["wonen", "werk", "rondleiding"]
    sign_up(day, "An", items=[day["wonen"].UID()])
    items = availability(day, NOW).items
    assert [(i.title, i.round, i.capacity, i.free) for i in items] == [
        ("Wonen", 1, 1, 0),
        ("Werk", 2, None, None),
        ("Rondleiding", None, 10, 10),
    ]


def test_whole_day_closes_at_its_midnight(portal):
    day = seat_day(portal, whole_day=True)
    midnight = START.replace(hour=0)
    before = availability(day, midnight - timedelta(seconds=1))
    assert (before.status, before.closes) == ("open", midnight)
    assert availability(day, midnight).status == "closed"
    assert availability(day, END + timedelta(days=1)).status == "past"


@pytest.fixture
def running(site):
    """Return a running site, and a day in it with one seat."""
    day = seat_day(site.portal, capacity=1)
    workshop(day, "wonen", capacity=4)
    transaction.commit()
    return site, day


def test_availability_over_rest_is_never_kept(running):
    site, day = running
    answer = site.rest("netwerkdagen/plaatsen/@availability")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    told = answer.json()
    item = told.pop("items")[0]
    assert told == {
        "@id": f"{site.url}/netwerkdagen/plaatsen/@availability",
        "status": "open",
        "sentence": "Er is nog één plaats.",
        "capacity": 1,
        "free": 1,
        "waiting": 0,
    }
    assert (item["@id"], item["free"]) == (f"{told['@id'][:-14]}/wonen", 4)
    sign_up(day, "An")
    transaction.commit()
    again = site.rest("netwerkdagen/plaatsen/@availability").json()
    assert (again["status"], again["free"]) == ("waiting_list", 0)


def test_availability_of_a_draft_is_for_who_plans_it(running):
    site, _day = running
    assert site.rest("netwerkdagen/geheim/@availability").status_code == 404
    planner = site.rest("netwerkdagen/geheim/@availability", "coordinator")
    assert planner.json()["status"] == "not_open"


@pytest.mark.parametrize("path", ["", "/plaatsen", "/plaatsen/wonen"])
def test_kept_page_is_made_anew_when_a_seat_is_taken(running, path):
    site, day = running
    address = f"netwerkdagen{path}"
    first = site.ask(address).headers["ETag"]
    assert site.ask(address).headers["ETag"] == first
    assert site.ask(address).headers["X-RAMCache"]
    sign_up(day, "An")
    transaction.commit()
    after = site.ask(address)
    assert after.headers["ETag"] != first
    assert "X-RAMCache" not in after.headers


def test_stamp_of_a_page_changes_with_the_clock(portal, monkeypatch):
    day = seat_day(
        portal,
        registration_opens=NOW - timedelta(days=1),
        kept_share=20,
        kept_until=NOW + timedelta(days=3),
    )
    stamps = {stamp_at(monkeypatch, day, NOW + timedelta(days=n)) for n in (0, 1, 2)}
    assert len(stamps) == 1
    moments = (-2, 0, 3, 40, 42)
    stamps = [stamp_at(monkeypatch, day, NOW + timedelta(days=n)) for n in moments]
    assert len(set(stamps)) == len(stamps)


def test_stamp_of_other_pages_is_empty(portal):
    assert Seats(BrowserView(portal, portal.REQUEST), None)() == ""
    assert Seats(None, None)() == ""


def stamp_at(monkeypatch, day, now):
    """Return the stamp of a day's page at a moment."""

    class Clock:
        @staticmethod
        def now(zone):
            return now

    monkeypatch.setattr("gastvrij.networkday.caching.datetime", Clock)
    return Seats(NetworkDayView(day, day.REQUEST), None)()
