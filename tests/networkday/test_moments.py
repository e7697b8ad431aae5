"""Belgian time, in summer and in winter."""

from datetime import datetime
from datetime import UTC
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.moments import is_over
from gastvrij.networkday.status import status_of
from network_days import at

import pytest


@pytest.mark.parametrize(
    ("moment", "clock"),
    [
        (datetime(2026, 7, 4, 8, 0, tzinfo=UTC), "2026-07-04T10:00:00+02:00"),
        (datetime(2026, 11, 21, 9, 0, tzinfo=UTC), "2026-11-21T10:00:00+01:00"),
        (datetime(2026, 7, 4, 10, 0), "2026-07-04T10:00:00+02:00"),
        (datetime(2026, 11, 21, 10, 0), "2026-11-21T10:00:00+01:00"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "2026-03-29T03:00:00+02:00"),
        (datetime(2026, 10, 25, 1, 0, tzinfo=UTC), "2026-10-25T02:00:00+01:00"),
    ],
)
def test_moment_is_told_by_the_belgian_clock(moment, clock):
    assert in_brussels(moment).isoformat() == clock


@pytest.mark.parametrize(
    ("now", "over"),
    [
        ("2026-11-21 09:00", False),
        ("2026-11-21 23:59", False),
        ("2026-11-22 00:00", True),
    ],
)
def test_day_is_over_from_the_next_midnight_on(now, over):
    assert is_over(at("2026-11-21 16:30"), at(now)) is over


def test_midnight_is_that_of_belgium():
    end = at("2026-07-04 16:30")
    assert is_over(end, datetime(2026, 7, 4, 22, 30, tzinfo=UTC))
    assert not is_over(end, datetime(2026, 7, 4, 21, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("state", "before", "after"),
    [
        ("draft", "draft", "draft"),
        ("announced", "announced", "finished"),
        ("cancelled", "cancelled", "cancelled"),
        ("finished", "finished", "finished"),
    ],
)
def test_status_follows_state_and_calendar(state, before, after):
    end = at("2026-11-21 16:30")
    assert status_of(state, end, at("2026-11-20 09:00")) == before
    assert status_of(state, end, at("2026-11-22 09:00")) == after
