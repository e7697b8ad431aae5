"""The programme by round and hour."""

from gastvrij.networkday.programme import programme
from gastvrij.networkday.programme import rounds
from gastvrij.networkday.programme import Slot
from network_days import at
from network_days import create_in
from network_days import SUMMER

import pytest


def slot(title, start=None, end=None, number=None):
    """Return an item on 4 July 2026."""
    moments = [at(f"2026-07-04 {hour}") if hour else None for hour in (start, end)]
    return Slot("", title, "workshop", "", number, *moments)


def told(parts):
    """Return the rounds as a reader would tell them."""
    return [(part.number, [slot.title for slot in part.slots]) for part in parts]


def test_programme_follows_the_clock():
    found = rounds([slot("slot", "15:00", "16:00"), slot("welkom", "10:00", "10:30")])
    assert told(found) == [(None, ["welkom"]), (None, ["slot"])]


def test_items_of_one_round_stand_side_by_side():
    found = rounds(
        [
            slot("welkom", "10:00", "10:30"),
            slot("a", "10:45", "12:00", 1),
            slot("pauze", "12:00", "13:00"),
            slot("c", "13:00", "14:00", 2),
            slot("b", "10:45", "12:15", 1),
        ]
    )
    assert told(found) == [
        (None, ["welkom"]),
        (1, ["a", "b"]),
        (None, ["pauze"]),
        (2, ["c"]),
    ]


def test_round_lasts_from_its_first_beginning_to_its_last_end():
    part = rounds([slot("a", "11:00", "12:00", 1), slot("b", "10:45", "11:30", 1)])[0]
    assert (part.start, part.end) == (at("2026-07-04 10:45"), at("2026-07-04 12:00"))


def test_items_without_a_round_stand_together_when_they_begin_together():
    found = rounds([slot("a", "10:00", "11:00"), slot("b", "10:00", "10:30")])
    assert told(found) == [(None, ["a", "b"])]


def test_items_without_hours_keep_their_order():
    found = rounds([slot("z"), slot("a"), slot("c", number=2), slot("m")])
    assert told(found) == [(None, ["z", "a", "m"]), (2, ["c"])]
    assert {(part.start, part.end) for part in found} == {(None, None)}


def test_empty_programme_has_no_rounds():
    assert rounds([]) == []


def test_programme_of_a_day_without_hours_shows_none(days):
    found = programme(days.netwerkdagen["2019"])
    assert told(found) == [(None, ["Verhalen"])]
    assert (found[0].start, found[0].slots[0].start) == (None, None)


@pytest.mark.parametrize(("name", "rank"), [("een", 0), ("twee", 1)])
def test_programme_of_a_day_with_hours_is_on_the_belgian_clock(days, name, rank):
    day = days.netwerkdagen["zomer"]
    for title, hour in (("twee", "14:00"), ("een", "10:00")):
        create_in(
            day,
            "ProgrammeItem",
            title,
            title=title,
            kind="plenary",
            room="grote zaal",
            start=at(f"{SUMMER} {hour}"),
            end=at(f"{SUMMER} 15:00"),
        )
    item = programme(day)[rank].slots[0]
    assert (item.title, item.room) == (name, "grote zaal")
    assert item.start.isoformat().endswith("+02:00")


def test_programme_keeps_a_draft_from_visitors(days, become):
    draft = days.netwerkdagen["geheim"]
    become("Secretariat")
    assert told(programme(draft)) == [(None, ["Geheime workshop"])]
    become("Anonymous")
    assert programme(draft) == []
