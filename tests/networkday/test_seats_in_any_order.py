"""Everything happens in any order: nobody is lost, no seat is given twice (R5).

``SEAT_SEQUENCES`` is how many days are tried; it was 2,000 for docs/benchmarks.md.
"""

from gastvrij.networkday import free_seats
from gastvrij.networkday import seating
from hypothesis import Phase
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from seat_machine import Day

import os
import pytest


SEQUENCES = int(os.environ.get("SEAT_SEQUENCES", "60"))


def try_days(number):
    """Let so many days take place, the same ones each time."""
    run_state_machine_as_test(
        Day,
        settings=settings(
            max_examples=number,
            stateful_step_count=40,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.generate],
        ),
    )


def test_seats_are_right_whatever_happens():
    try_days(SEQUENCES)


def everybody_fits(self, seats):
    """Forget that there is an end to seats."""
    return True


def last_first(book):
    """Forget who came first."""
    waiting = [s for s in book.seats.values() if s.standing == "waiting"]
    return sorted(waiting, key=lambda seat: -seat.arrival)


def lose_one(book):
    """Lose somebody whose offer is over."""
    for seat in list(book.seats.values()):
        if seat.standing == "offered" and seat.until <= book.now:
            del book.seats[seat.id]


@pytest.mark.parametrize(
    ("where", "name", "broken"),
    [
        (free_seats.FreeSeats, "fits", everybody_fits),
        (seating, "waiting", last_first),
        (seating, "lapse", lose_one),
        (seating, "_hand_out", lambda book, fresh: None),
    ],
    ids=["without an end", "in the wrong order", "losing people", "giving nothing"],
)
def test_control_rules_that_are_wrong_are_found(monkeypatch, where, name, broken):
    monkeypatch.setattr(where, name, broken)
    with pytest.raises(AssertionError):
        try_days(100)
