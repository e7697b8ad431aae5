"""How often somebody asked: counted for an hour, and then forgotten."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.links.brake import count_asking
from gastvrij.links.brake import COUNTS
from gastvrij.links.brake import MOST
from gastvrij.links.brake import PERIOD
from gastvrij.links.brake import times_asked
from gastvrij.links.forgetting import forget_what_is_over
from zope.annotation.interfaces import IAnnotations

import pytest


NOW = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)
WHO = "an@example.org"


def test_asking_counts_for_an_hour(portal):
    assert times_asked(portal, "write", WHO, NOW) == 0
    count_asking(portal, "write", WHO, NOW)
    count_asking(portal, "write", WHO, NOW + SECOND)
    found = [
        times_asked(portal, "write", WHO, NOW + moment)
        for moment in (SECOND, PERIOD - SECOND, PERIOD, PERIOD + SECOND)
    ]
    assert found == [2, 2, 1, 0]


def test_who_goes_on_asking_takes_no_more_room(portal):
    for second in range(MOST + 20):
        count_asking(portal, "write", WHO, NOW + second * SECOND)
    now = NOW + (MOST + 20) * SECOND
    assert times_asked(portal, "write", WHO, now) == MOST
    assert {len(each) for each in IAnnotations(portal)[COUNTS].values()} == {MOST}
    # the last ones count, not the first
    assert times_asked(portal, "write", WHO, NOW + PERIOD + 21 * SECOND) == MOST - 2


def test_asking_counts_by_what_and_who(portal):
    count_asking(portal, "write", WHO, NOW)
    assert times_asked(portal, "write", " An@Example.org ", NOW) == 1
    assert times_asked(portal, "write", "bo@example.org", NOW) == 0
    assert times_asked(portal, "log in", WHO, NOW) == 0


@pytest.mark.parametrize("who", ["", "x" * 5000, "a\0b", "\ud800", "é"])
def test_odd_asker_is_one_like_another(portal, who):
    count_asking(portal, "write", who, NOW)
    assert times_asked(portal, "write", who, NOW) == 1


def test_asker_is_nowhere_to_be_read(portal):
    count_asking(portal, "write", WHO, NOW)
    kept = dict(IAnnotations(portal)[COUNTS])
    assert WHO not in repr(kept)
    assert len(kept) == 1


def test_asking_is_looked_at_without_writing(portal):
    times_asked(portal, "write", WHO, NOW)
    assert COUNTS not in IAnnotations(portal)


def test_asking_is_forgotten_after_an_hour(portal):
    count_asking(portal, "write", WHO, NOW)
    count_asking(portal, "write", "bo@example.org", NOW + SECOND)
    assert forget_what_is_over(portal, NOW + PERIOD - SECOND) == 0
    assert forget_what_is_over(portal, NOW + PERIOD) == 1
    assert forget_what_is_over(portal, NOW + PERIOD) == 0
    assert times_asked(portal, "write", "bo@example.org", NOW + PERIOD) == 1
