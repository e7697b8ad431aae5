"""The last seats are sold once, however many people press at the same moment.

``SEAT_ROUNDS`` is how often it is tried; ``benchmarks/seats.py`` does the same with
two processes. Each test has its control: without guard and turn seats are sold twice.
"""

from filling import filled_once
from gastvrij.networkday import ledger_views
from gastvrij.networkday import turns
from gastvrij.networkday.ledger_store import Guard
from gastvrij.networkday.seats import WAITING
from random import Random
from seat_days import seat_day
from seat_days import sign_up
from seat_rush import page
from seat_rush import standings
from seat_rush import take_steps

import os
import pytest
import transaction


ROUNDS = int(os.environ.get("SEAT_ROUNDS", "2"))
CONTROL_ROUNDS = 10

filled_layer, functional = filled_once(lambda portal: None, "Rush", "module")


@pytest.fixture(scope="module")
def portal(functional):
    """Return the site of a running server."""
    return functional["portal"]


@pytest.fixture(scope="module")
def netwerkdagen(functional):
    """Return the address of the days, with a page that takes steps."""
    site = functional["portal"].getId()
    with page():
        yield f"http://localhost:{functional['port']}/{site}/netwerkdagen"


def a_rush(portal, netwerkdagen, name, seats, people):
    """Let people press at the same moment; return the day afterwards."""
    day = seat_day(portal, name, capacity=seats)
    forms = [
        ledger_views.person(day, sign_up(day, f"Mens {n}", confirmed=False)[0]).party
        for n in range(people)
    ]
    transaction.commit()
    url = f"{netwerkdagen}/{day.getId()}"
    take_steps(url, [("confirm", form) for form in forms], people)
    return day


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_sixty_people_for_forty_seats(portal, netwerkdagen, turn):
    day = a_rush(portal, netwerkdagen, f"veertig-{turn}", 40, 60)
    assert standings(day) == {"confirmed": 40, "waiting": 20}
    waiting = [each for each in ledger_views.people(day) if each.standing == WAITING]
    places = [ledger_views.position(day, each.id) for each in waiting]
    assert places == list(range(1, 21))
    assert [each.seat.arrival for each in waiting] == list(range(41, 61))


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_last_seat_is_sold_once(portal, netwerkdagen, turn):
    day = a_rush(portal, netwerkdagen, f"laatste-{turn}", 1, 12)
    assert standings(day) == {"confirmed": 1, "waiting": 11}


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_guard_alone_holds_without_a_turn(monkeypatch, portal, netwerkdagen, turn):
    monkeypatch.setattr(turns, "take_turn", lambda day: None)
    day = a_rush(portal, netwerkdagen, f"zonder-beurt-{turn}", 2, 4)
    assert standings(day) == {"confirmed": 2, "waiting": 2}


def test_control_without_guard_seats_are_sold_twice(monkeypatch, portal, netwerkdagen):
    monkeypatch.setattr(turns, "take_turn", lambda day: None)
    monkeypatch.setattr(Guard, "write", lambda self, number: None)
    for turn in range(CONTROL_ROUNDS):
        day = a_rush(portal, netwerkdagen, f"zonder-{turn}", 1, 12)
        if standings(day)["confirmed"] > 1:
            return
    pytest.fail("no seat was sold twice: this test proves nothing")


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_everything_at_once(portal, netwerkdagen, turn):
    day = seat_day(portal, f"alles-{turn}", capacity=10)
    people = [sign_up(day, f"Mens {n}")[0] for n in range(20)]
    transaction.commit()
    steps = [("cancel", each) for each in people[:6]]
    steps += [("accept", each) for each in people[10:18]]
    steps += [("promote", people[19]), ("capacity", "12"), ("capacity", "8")]
    steps += [("register", f"nieuw{n}") for n in range(8)]
    Random(turn).shuffle(steps)  # noqa: S311, no secret depends on it
    take_steps(f"{netwerkdagen}/{day.getId()}", steps)
    found = ledger_views.people(day)
    assert len(found) == 28
    assert sum(each.seat.is_held for each in found) <= 12
    gone = [ledger_views.person(day, each).standing for each in people[:6]]
    assert gone == ["cancelled"] * 6
    arrivals = [each.seat.arrival for each in found]
    assert arrivals == list(range(1, 29))
