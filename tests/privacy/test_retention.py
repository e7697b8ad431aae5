"""How long things are kept: to the second, by the calendar."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.privacy.retention import is_over
from gastvrij.privacy.retention import kept_for
from gastvrij.privacy.retention import Period
from gastvrij.privacy.retention import SETTINGS
from gastvrij.settings.records import settings
from hypothesis import given
from hypothesis import strategies as st
from plone.app.testing import applyProfile

import pytest


SECOND = timedelta(seconds=1)
MOMENTS = st.datetimes(
    datetime(2015, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)
)
PERIODS = st.builds(Period, st.integers(0, 60), st.integers(0, 400))


@pytest.mark.parametrize(
    ("kind", "period"),
    [
        ("unconfirmed", Period(days=14)),
        ("closed", Period(months=12)),
        ("diet", Period(days=30)),
        ("registrations", Period(months=12)),
        ("enquiries", Period(months=6)),
        ("letters", Period(days=7)),
    ],
)
def test_periods_are_those_of_the_settings(portal, kind, period):
    assert kept_for(kind) == period
    number = 3
    setattr(settings(), SETTINGS[kind], number)
    changed = Period(months=number) if period.months else Period(days=number)
    assert kept_for(kind) == changed


@pytest.mark.parametrize("kind", SETTINGS)
def test_one_second_before_and_after_the_end(portal, kind):
    since = datetime(2026, 1, 31, 12, 30, tzinfo=UTC)
    end = kept_for(kind).after(since)
    assert not is_over(kind, since, end - SECOND)
    assert is_over(kind, since, end)
    assert is_over(kind, since, end + SECOND)


def test_unknown_kind_is_a_mistake(portal):
    with pytest.raises(KeyError):
        is_over("whatever", datetime(2026, 1, 1, tzinfo=UTC), datetime.now(UTC))


def test_nothing_is_over_where_there_are_no_settings(portal):
    applyProfile(portal, "gastvrij:uninstall")
    since = datetime(1999, 1, 1, tzinfo=UTC)
    assert not any(is_over(kind, since, datetime.now(UTC)) for kind in SETTINGS)


@pytest.mark.parametrize(
    ("since", "months", "end"),
    [
        ((2026, 1, 31), 1, (2026, 2, 28)),
        ((2028, 1, 31), 1, (2028, 2, 29)),
        ((2026, 8, 31), 6, (2027, 2, 28)),
        ((2026, 12, 1), 1, (2027, 1, 1)),
        ((2024, 2, 29), 12, (2025, 2, 28)),
        ((2026, 3, 31), 12, (2027, 3, 31)),
    ],
)
def test_months_are_those_of_the_calendar(since, months, end):
    ended = Period(months=months).after(datetime(*since, 8, tzinfo=UTC))
    assert ended == datetime(*end, 8, tzinfo=UTC)


@given(MOMENTS, PERIODS)
def test_a_period_ends_after_it_began_and_not_much_later(since, period):
    length = period.after(since) - since
    shortest = timedelta(28 * period.months + period.days)
    assert shortest <= length <= timedelta(31 * period.months + period.days)


@given(MOMENTS, MOMENTS, PERIODS)
def test_what_began_later_is_not_kept_shorter(one, other, period):
    assert (period.after(one) <= period.after(other)) or one > other


@given(MOMENTS, PERIODS)
def test_time_of_the_day_stays(since, period):
    assert period.after(since).time() == since.time()
