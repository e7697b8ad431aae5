"""How long a confirmation by the group holds."""

from datetime import date
from gastvrij.directory.freshness import in_words
from gastvrij.directory.freshness import standing
from gastvrij.values.months import months_after

import pytest


@pytest.mark.parametrize(
    ("confirmed_on", "today", "expected"),
    [
        (None, date(2026, 3, 9), "never"),
        (date(2025, 3, 9), date(2025, 3, 9), "right"),
        (date(2025, 3, 9), date(2026, 6, 8), "right"),
        (date(2025, 3, 9), date(2026, 6, 9), "fading"),
        (date(2025, 3, 9), date(2036, 6, 9), "fading"),
        (date(2024, 11, 30), date(2026, 2, 27), "right"),
        (date(2024, 11, 30), date(2026, 2, 28), "fading"),
        (date(2026, 3, 10), date(2026, 3, 9), "right"),
    ],
)
def test_confirmation_fades_after_fifteen_months(confirmed_on, today, expected):
    assert standing(confirmed_on, today, 15) == expected


def test_confirmation_fades_after_the_months_that_are_set():
    confirmed_on = date(2026, 1, 31)
    assert standing(confirmed_on, date(2026, 2, 27), 1) == "right"
    assert standing(confirmed_on, date(2026, 2, 28), 1) == "fading"


@pytest.mark.parametrize(
    ("language", "month"), [("nl", "maart 2025"), ("en", "March 2025")]
)
def test_freshness_is_told_by_month(language, month):
    day = date(2025, 3, 9)
    found = {now: in_words(day, now, language) for now in ("right", "fading")}
    assert found == {"right": "confirmed_by_group", "fading": "not_confirmed_since"}
    assert {words.mapping["month"] for words in found.values()} == {month}


def test_freshness_of_a_new_group_is_told_without_a_month():
    assert in_words(None, "never", "nl") == "not_confirmed_yet"


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 3, 9), 12, date(2027, 3, 9)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, expected):
    assert months_after(day, months) == expected
