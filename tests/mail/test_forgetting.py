"""Letters lose their text in time, and what remains tells of nobody."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij import _
from gastvrij.mail.forgetting import FAILED_KEPT
from gastvrij.mail.forgetting import forget_letters
from gastvrij.mail.forgetting import REMEMBERED_KEPT
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import failed
from gastvrij.mail.outbox import post
from gastvrij.mail.outbox import waiting
from gastvrij.mail.posted import FAILED
from gastvrij.mail.posted import outbox_of
from gastvrij.mail.posted import Remembered
from gastvrij.mail.posted import SENT

import pytest


NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
WEEK = timedelta(days=7)
SUBJECT = _("letter_of_a_test", default="hello")


def keep(portal, state=None, key="abc"):
    """Post a letter, and say how it ended."""
    post(portal, Letter("an@example.org", "todo", SUBJECT, ("Dag",), key=key), NOW)
    [record] = outbox_of(portal).letters.values()
    if state:
        record.end(state, NOW)
    return record


@pytest.mark.parametrize(("state", "kept"), [(SENT, WEEK), (FAILED, FAILED_KEPT)])
def test_letter_is_forgotten_at_its_time_and_once(portal, state, kept):
    keep(portal, state)
    assert forget_letters(portal, NOW + kept - SECOND) == 0
    assert len(outbox_of(portal).letters) == 1
    assert forget_letters(portal, NOW + kept + SECOND) == 1
    assert forget_letters(portal, NOW + kept + SECOND) == 0
    assert list(outbox_of(portal).letters) == []


def test_what_remains_tells_when_and_what_but_not_to_whom(portal):
    keep(portal, SENT)
    forget_letters(portal, NOW + WEEK)
    [remembered] = outbox_of(portal).remembered.values()
    assert remembered == Remembered(NOW, "todo", "letter_of_a_test", SENT)


def test_letter_that_waits_keeps_its_text(portal):
    keep(portal)
    forget_letters(portal, NOW + 50 * WEEK)
    assert len(waiting(portal)) == 1


def test_key_is_known_for_more_than_a_year(portal):
    keep(portal, SENT)
    forget_letters(portal, NOW + WEEK)
    again = Letter("an@example.org", "todo", SUBJECT, ("Dag",), key="abc")
    forget_letters(portal, NOW + REMEMBERED_KEPT - SECOND)
    post(portal, again, NOW + REMEMBERED_KEPT - SECOND)
    assert waiting(portal) == []
    forget_letters(portal, NOW + REMEMBERED_KEPT)
    assert not outbox_of(portal).remembered
    post(portal, again, NOW + REMEMBERED_KEPT)
    assert len(waiting(portal)) == 1


def test_key_is_not_kept_as_it_is(portal):
    keep(portal)
    assert "abc" not in list(outbox_of(portal).keys)


def test_forgetting_makes_no_outbox(portal):
    assert forget_letters(portal, NOW) == 0
    assert failed(portal) == []
