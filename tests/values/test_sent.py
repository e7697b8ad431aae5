"""Texts and files as they are sent."""

from gastvrij.values.refusal import Refused
from gastvrij.values.sent import check_file
from gastvrij.values.sent import check_strings

import pytest


@pytest.mark.parametrize("value", ["é", "", None, 5, ["a", {"b": "c\n"}], True])
def test_strings_that_a_page_can_show_pass(value):
    check_strings(value)


@pytest.mark.parametrize("value", ["a\0b", "\ud800", ["\0"], {"a": [{"b": "\0"}]}])
def test_strings_that_no_page_can_show_are_refused(value):
    with pytest.raises(Refused):
        check_strings(value)


def nested(depth):
    """Return lists and objects in one another, so deep."""
    value = "x"
    for _ in range(depth // 2):
        value = [{"a": value}]
    return value


def test_json_that_is_nested_very_deep_is_refused():
    check_strings(nested(20))
    for depth in (100, 1200, 100_000):
        with pytest.raises(Refused):
            check_strings(nested(depth))


@pytest.mark.parametrize(
    "value",
    ["", "x", {}, {"data": "x"}, {"data": "eA==", "encoding": "base64"}],
)
def test_file_passes(value):
    check_file(value)


@pytest.mark.parametrize(
    "value",
    [
        0,
        5,
        [],
        {"data": 5},
        {"data": "x", "encoding": "zlib"},
        {"data": "x", "encoding": None},
        {"data": "x", "filename": 5},
        {"data": "x", "content-type": []},
    ],
)
def test_what_is_no_file_is_refused(value):
    with pytest.raises(Refused):
        check_file(value)
