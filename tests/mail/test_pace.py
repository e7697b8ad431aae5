"""One letter a week that nudges, and none in the months that are quiet."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.links.shelf import shelf
from gastvrij.mail.pace import forget_nudges
from gastvrij.mail.pace import is_quiet
from gastvrij.mail.pace import may_nudge
from gastvrij.mail.pace import nudged
from gastvrij.mail.pace import NUDGES
from gastvrij.mail.pace import WEEK
from gastvrij.settings.records import settings

import pytest


NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
AN = "an@example.org"


def test_somebody_is_nudged_once_a_week(portal):
    assert may_nudge(portal, AN, NOW)
    nudged(portal, AN, NOW)
    assert not may_nudge(portal, f" {AN.upper()} ", NOW + WEEK - SECOND)
    assert may_nudge(portal, AN, NOW + WEEK)
    assert may_nudge(portal, "bo@example.org", NOW)


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), False),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), True),
        (datetime(2026, 8, 31, 21, 59, tzinfo=UTC), True),
        (datetime(2026, 8, 31, 22, 0, tzinfo=UTC), False),
    ],
)
def test_summer_is_quiet_by_the_belgian_clock(portal, moment, quiet):
    assert is_quiet(moment) is quiet
    assert may_nudge(portal, AN, moment) is not quiet


def test_months_without_nudges_can_be_changed(portal):
    settings().quiet_months = ()
    assert may_nudge(portal, AN, datetime(2026, 7, 15, tzinfo=UTC))


def test_who_was_nudged_is_kept_for_a_week_and_not_by_address(portal):
    nudged(portal, AN, NOW)
    assert AN not in repr(list(shelf(portal, NUDGES).items()))
    assert forget_nudges(portal, NOW + WEEK - SECOND) == 0
    assert forget_nudges(portal, NOW + WEEK) == 1
    assert not shelf(portal, NUDGES)
