"""The contents of an edition as plain values."""

from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.outline import Outline
from gastvrij.toolkit.outline import outline

import pytest


def entry(uid, state="published", **values):
    """Return an entry whose title is its UID."""
    return Entry(uid=uid, title=uid, url=f"http://nohost/{uid}", state=state, **values)


@pytest.fixture
def handbook():
    """Chapter a has a text, b none, c is a draft with a published part."""
    return outline(
        [
            entry("a"),
            entry("b", has_text=False, short_title="B"),
            entry("c", "draft", has_text=False),
        ],
        {
            "b": [entry("b1"), entry("b2", "draft"), entry("b3")],
            "c": [entry("c1")],
            "lost": [entry("in no chapter")],
        },
        [
            entry("one", supplements="b3"),
            entry("two", supplements="b3"),
            entry("three", supplements="gone"),
        ],
    )


def test_outline_numbers_what_is_published(handbook):
    numbers = {entry.uid: entry.number for entry in handbook.entries()}
    assert numbers == {
        "a": "1",
        "b": "2",
        "b1": "2.1",
        "b2": None,
        "b3": "2.2",
        "c": None,
        "c1": None,
    }


def test_outline_puts_addenda_below_their_part(handbook):
    addenda = {part.uid: [a.uid for a in part.addenda] for part in handbook.parts()}
    assert addenda == {"b1": [], "b2": [], "b3": ["one", "two"], "c1": []}


@pytest.mark.parametrize(
    ("uid", "previous", "following"),
    [
        ("a", None, "b1"),
        ("b", "a", "b1"),
        ("b1", "a", "b2"),
        ("b3", "b2", "c1"),
        ("c1", "b3", None),
        ("one", None, None),
        ("unknown", None, None),
    ],
)
def test_neighbours_cross_chapters_and_pass_those_without_text(
    handbook, uid, previous, following
):
    neighbours = handbook.neighbours(uid)
    assert [n and n.uid for n in neighbours] == [previous, following]


@pytest.mark.parametrize(
    ("number", "uid"),
    [("2", "b"), ("2.2", "b3"), ("2.2.", "b3"), ("2.3", None), ("None", None)],
)
def test_by_number_finds_chapter_or_part(handbook, number, uid):
    found = handbook.by_number(number)
    assert (found and found.uid) == uid


def test_by_loose_number_counts_in_the_only_chapter_with_parts(handbook):
    assert handbook.by_loose_number("2.").uid == "b3"
    assert handbook.by_loose_number("3") is None


def test_chapter_of_knows_chapters_and_parts(handbook):
    assert handbook.chapter_of("b").uid == "b"
    assert handbook.chapter_of("c1").uid == "c"
    assert handbook.chapter_of("one") is None


def test_first_is_where_one_begins_to_read(handbook):
    assert handbook.first().uid == "a"
    assert Outline().first() is None


def test_label_joins_number_and_title(handbook):
    assert handbook.entry("b3").label == "2.2 b3"
    assert handbook.entry("b2").label == "b2"


@pytest.mark.parametrize("size", [None, 1_240_000])
def test_outline_knows_whether_all_is_text(size):
    parts = {"a": [entry("a1"), entry("a2", file_size=size)]}
    assert outline([entry("a")], parts, []).is_all_text() is (size is None)
    addenda = [entry("one", file_size=size)]
    assert outline([entry("a")], {}, addenda).is_all_text() is (size is None)
