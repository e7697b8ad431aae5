"""When something has to be checked again, and what needs it most."""

from datetime import date
from gastvrij.toolkit.checks import due_on
from gastvrij.toolkit.checks import need
from gastvrij.toolkit.checks import standing

import pytest


CHECKED = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("checked_on", "interval", "due"),
    [
        (CHECKED, "3", date(2026, 4, 15)),
        (CHECKED, "6", date(2026, 7, 15)),
        (CHECKED, "12", date(2027, 1, 15)),
        (date(2025, 11, 30), "3", date(2026, 2, 28)),
        (date(2024, 2, 29), "12", date(2025, 2, 28)),
        (CHECKED, "timeless", None),
        (None, "12", None),
        (CHECKED, "", None),
    ],
)
def test_check_holds_for_its_months(checked_on, interval, due):
    assert due_on(checked_on, interval) == due


@pytest.mark.parametrize(
    ("checked_on", "interval", "today", "expected"),
    [
        (CHECKED, "3", CHECKED, "fresh"),
        (CHECKED, "3", date(2026, 3, 31), "fresh"),
        (CHECKED, "3", date(2026, 4, 1), "due"),
        (CHECKED, "3", date(2026, 4, 15), "due"),
        (CHECKED, "3", date(2026, 4, 16), "overdue"),
        (CHECKED, "3", date(2030, 1, 1), "overdue"),
        (None, "3", CHECKED, "never"),
        (None, "timeless", CHECKED, "timeless"),
        (CHECKED, "timeless", date(2099, 1, 1), "timeless"),
    ],
)
def test_standing_follows_the_calendar(checked_on, interval, today, expected):
    assert standing(checked_on, interval, today) == expected


def test_what_needs_it_most_comes_first():
    today = date(2026, 6, 1)
    needs = [
        need("overdue", date(2025, 1, 1), 2, today),
        need("overdue", date(2025, 1, 1), 0, today),
        need("fresh", date(2026, 4, 1), 3, today),
        need("overdue", date(2026, 2, 28), 0, today),
        need("never", None, 0, today),
        need("due", date(2025, 6, 20), 0, today),
        need("fresh", date(2026, 5, 1), 0, today),
    ]
    assert needs == sorted(needs)
    assert len(set(needs)) == len(needs)
