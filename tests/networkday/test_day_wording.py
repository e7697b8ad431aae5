"""How dates, hours, places and sizes are written."""

from dataclasses import replace
from gastvrij.networkday import wording
from gastvrij.networkday.cards import round_card
from gastvrij.networkday.programme import rounds
from gastvrij.networkday.programme import Slot
from gastvrij.networkday.summary import DaySummary
from network_days import at
from zope.i18n import translate

import pytest


DAY = DaySummary(
    url="",
    title="Netwerkdag",
    description="",
    start=at("2017-10-28 09:30"),
    end=at("2017-10-28 16:05"),
    whole_day=False,
    open_end=False,
    place="Globe Aroma",
    mode="on_site",
    status="announced",
    ended=False,
    report_book=None,
)
LONG = replace(DAY, end=at("2017-10-29 16:05"))


@pytest.mark.parametrize(
    ("day", "parts"),
    [
        (DAY, ["zaterdag 28 oktober 2017", "9.30", "16.05"]),
        (replace(DAY, open_end=True), ["zaterdag 28 oktober 2017", "9.30"]),
        (replace(DAY, whole_day=True), ["zaterdag 28 oktober 2017"]),
        (LONG, ["zaterdag 28 oktober 2017", "zondag 29 oktober 2017"]),
    ],
)
def test_when_tells_date_and_hours(day, parts):
    words = wording.when(day, "nl")
    assert [part for part in parts if part in words] == parts
    assert ("16.05" in words) is ("16.05" in parts)
    assert ("9.30" in words) is ("9.30" in parts)


def test_when_is_told_in_english_too():
    assert "Saturday" in wording.when(DAY, "en")
    assert "October" in wording.when(DAY, "en")


def test_place_is_said_to_be_unknown_rather_than_left_out(integration):
    unknown = wording.place(replace(DAY, place=""), "nl")
    online = wording.place(replace(DAY, place="", mode="online"), "nl")
    assert wording.place(DAY, "nl") == "Globe Aroma"
    assert unknown not in ("", online)
    assert online == "Online"


@pytest.mark.parametrize(
    ("content_type", "words"),
    [("application/pdf", "PDF, 5 kB"), ("application/x-nobody-knows", "5 kB")],
)
def test_file_is_told_by_kind_and_size(content_type, words):
    assert wording.kind_and_size(content_type, 5000, "nl") == words


def test_sentence_begins_with_a_capital():
    assert wording.sentence("zaterdag") == "Zaterdag"
    assert wording.sentence("") == ""


def slot(start, end, number=None, room="", kind="workshop"):
    """Return an item of 28 October 2017."""
    start, end = at(f"2017-10-28 {start}"), at(f"2017-10-28 {end}")
    return Slot("", "Titel", kind, room, number, start, end)


def card(*slots, day=DAY):
    """Return the card of the only round."""
    return round_card(rounds(slots)[0], day, "nl")


def test_round_tells_its_hours_and_an_item_only_others():
    found = card(slot("10:45", "12:15", 1, "zaal 1"), slot("10:45", "11:30", 1))
    assert found["hours"] == "10.45–12.15"
    assert [item["room"] for item in found["slots"]] == ["zaal 1", ""]
    assert [item["hours"] for item in found["slots"]] == ["", "10.45–11.30"]


def test_round_of_a_long_day_tells_the_date():
    found = card(slot("10:45", "12:15"), day=LONG)
    assert found["hours"] == "Zaterdag 28 oktober 2017, 10.45–12.15"


@pytest.mark.parametrize(
    ("slots", "ended", "msgid"),
    [
        ([slot("10:00", "11:00", 1), slot("10:00", "11:00", 1)], False, "round_choose"),
        ([slot("10:00", "11:00", 1), slot("10:00", "11:00", 1)], True, "round_title"),
        ([slot("10:00", "11:00", 1)], False, "round_title"),
    ],
)
def test_round_asks_to_choose_only_while_there_is_a_choice(slots, ended, msgid):
    title = card(*slots, day=replace(DAY, ended=ended))["title"]
    assert title == msgid
    assert "1" in translate(title, target_language="nl")


def test_item_without_a_round_has_no_title_of_its_own():
    assert card(slot("10:00", "11:00"))["title"] is None


def test_break_is_no_link():
    assert card(slot("10:00", "11:00", kind="break"))["slots"][0]["is_break"]
    assert not card(slot("10:00", "11:00"))["slots"][0]["is_break"]
