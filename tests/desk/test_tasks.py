"""What waits, in which order, and since when."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.desk.tasks import by_kind
from gastvrij.desk.tasks import days_waited
from gastvrij.desk.tasks import notices_for
from gastvrij.desk.tasks import Person
from gastvrij.desk.tasks import tasks_of
from gastvrij.desk.wording import since_in_words
from gastvrij.due.interfaces import Notice
from gastvrij.due.interfaces import WaitingThing
from waiting import Board
from waiting import CALL
from waiting import CONFIRM
from waiting import Room
from waiting import SILENT
from waiting import thing
from zope.i18n import translate

import pytest


NOW = datetime(2026, 3, 20, 23, 30, tzinfo=UTC)  # in Belgium it is the 21st
AN = Person("an", frozenset({"Secretariat", "Authenticated"}))


def waiting(since):
    """Return something that waits since a moment."""
    return WaitingThing("test", "De Lange Tafel", "https://x", since, CONFIRM)


def test_tasks_of_every_room_are_put_together_the_oldest_first(rooms):
    rooms.open(Room("Secretariat", thing("b", 2), thing("d", 9)))
    rooms.open(Room("an", thing("c", 5)))
    rooms.open(Room("Board Member", thing("x", 7)))
    titles = [task.title for task in tasks_of(None, AN, NOW)]
    assert titles == ["d", "c", "b"]


def test_kind_that_waits_longest_comes_first_and_has_its_heading(rooms):
    rooms.open(Room("Secretariat", thing("a", 1), thing("b", 3)))
    rooms.open(Room("Secretariat", thing("c", 2, "test.call", action=CALL)))
    kinds = by_kind(tasks_of(None, AN, NOW))
    assert [kind.name for kind in kinds] == ["test.silent", "test.call"]
    assert [kind.title for kind in kinds] == [SILENT, CALL]
    assert [thing.title for thing in kinds[0].things] == ["b", "a"]


@pytest.mark.parametrize(
    ("since", "days", "words"),
    [
        (NOW, 0, "sinds vandaag"),
        (NOW + timedelta(days=3), 0, "sinds vandaag"),
        (datetime(2026, 3, 20, 23, 0, tzinfo=UTC), 0, "sinds vandaag"),
        (datetime(2026, 3, 20, 22, 59, tzinfo=UTC), 1, "sinds gisteren"),
        (datetime(2026, 3, 12, 9, 0, tzinfo=UTC), 9, "sinds 12 maart, 9 dagen"),
        (datetime(2025, 12, 31, 9, 0, tzinfo=UTC), 80, "sinds 31 december 2025, 80 d"),
    ],
)
def test_since_is_counted_in_midnights_in_belgium(
    functional_session, since, days, words
):
    assert days_waited(waiting(since), NOW) == days
    message = since_in_words(waiting(since), NOW, "nl")
    assert translate(message, target_language="nl").startswith(words)


def test_days_are_counted_over_the_change_of_the_clock():
    saturday = datetime(2026, 3, 28, 22, 30, tzinfo=UTC)  # 23.30 in Belgium
    sunday = datetime(2026, 3, 29, 21, 59, tzinfo=UTC)  # 23.59 in Belgium
    assert days_waited(waiting(saturday), sunday) == 1


def test_worst_notice_comes_first_and_others_see_none(rooms):
    good, bad = Notice(CONFIRM, "info"), Notice(CALL, "error")
    rooms.open(Board("Secretariat", good, bad))
    assert notices_for(None, AN, NOW) == [bad, good]
    assert notices_for(None, Person("bo", frozenset()), NOW) == []
