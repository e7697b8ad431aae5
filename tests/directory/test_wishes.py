"""Reading what somebody asks, and writing it back into an address."""

from datetime import date
from gastvrij.directory.wishes import read_wishes
from gastvrij.directory.wishes import Wishes
from test_nearest import group
from urllib.parse import parse_qs

import pytest


TODAY = date(2026, 5, 15)


def test_everything_that_is_asked_is_read():
    wishes, mistakes = read_wishes(
        {
            "q": "  warme   drempel ",
            "place": " 9050  LEDEBERG ",
            "activity": ["housing", "work", "housing"],
            "target": "families",
            "language": ["ar"],
            "recruiting": "yes",
            "radius": "20",
        }
    )
    assert mistakes == ()
    assert wishes == Wishes(
        q="warme drempel",
        place="9050 LEDEBERG",
        activity=("housing", "work"),
        target=("families",),
        language=("ar",),
        recruiting=True,
        radius=20,
    )


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"q": "", "place": " ", "activity": "", "radius": "", "recruiting": ""},
        {"place": "\x00\u200b", "q": ["", " "]},
        {"place": object(), "activity": {"a": 1}, "radius": 5, "q": [3]},
    ],
)
def test_nothing_asked_is_no_wish(form):
    assert read_wishes(form) == (Wishes(), ())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("radius", "abc"),
        ("radius", "-5"),
        ("radius", "0"),
        ("radius", "1e9"),
        ("radius", "2.5"),
        ("radius", "301"),
        ("radius", "²"),
        ("radius", "9" * 5000),
        ("activity", "dansen"),
        ("target", "<script>"),
        ("language", "klingon"),
        ("recruiting", "no"),
    ],
)
def test_odd_value_is_no_wish_and_its_field_is_named(field, value):
    wishes, mistakes = read_wishes({field: value})
    assert wishes == Wishes()
    assert [mistake.field for mistake in mistakes] == [field]


def test_known_codes_stand_beside_unknown_ones():
    wishes, mistakes = read_wishes({"activity": ["dansen", "work"]})
    assert wishes.activity == ("work",)
    assert len(mistakes) == 1


@pytest.mark.parametrize(
    ("wishes", "suits"),
    [
        (Wishes(), True),
        (Wishes(activity=("work", "housing")), True),
        (Wishes(activity=("work",)), False),
        (Wishes(target=("everyone",), language=("nl", "ar")), True),
        (Wishes(target=("families",)), False),
        (Wishes(language=("ar",)), False),
        (Wishes(recruiting=True), True),
        (Wishes(activity=("housing",), language=("ar",)), False),
    ],
)
def test_group_suits_with_any_of_each_that_is_asked(wishes, suits):
    assert wishes.suits(group("a"), TODAY) is suits


def test_address_says_only_what_is_asked():
    assert Wishes().address("/groepen") == "/groepen"
    wishes = Wishes(place="9050 Ledeberg", activity=("housing", "work"), radius=20)
    url, query = wishes.address("/groepen", b_start=60).split("?")
    assert url == "/groepen"
    assert parse_qs(query) == {
        "place": ["9050 Ledeberg"],
        "activity": ["housing", "work"],
        "radius": ["20"],
        "b_start": ["60"],
    }


def test_wishes_that_are_written_are_read_again():
    wishes = Wishes("a&b=c#", "Sint-Pieters-Leeuw", ("work",), (), ("ar",), True, 5)
    query = parse_qs(wishes.address("").removeprefix("?"))
    assert read_wishes(query) == (wishes, ())


def test_one_wish_less():
    wishes = Wishes(q="tafel", activity=("work", "health"))
    assert wishes.without("activity", "work") == Wishes(q="tafel", activity=("health",))
    assert wishes.but(q="") == Wishes(activity=("work", "health"))
