"""What a visitor types, before it may become a letter."""

from gastvrij.directory.visitor_message import message_of
from gastvrij.directory.visitor_message import mistakes_in
from gastvrij.directory.visitor_message import typed_in
from gastvrij.directory.visitor_message import VisitorMessage

import pytest


GOOD = {"name": "An", "email": "an@example.org", "message": "Dag!"}


def test_message_is_what_was_typed():
    typed = typed_in(GOOD | {"other": "x"})
    assert typed == GOOD
    assert mistakes_in(typed) == []
    assert message_of(typed) == VisitorMessage("An", "an@example.org", "Dag!")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "error_write_name"),
        ("name", " \n ", "error_write_name"),
        ("name", "x" * 80, None),
        ("name", "x" * 81, "error_write_name_long"),
        ("email", "", "error_write_email"),
        ("email", "an", "error_mail_address"),
        ("email", "an@example.org, bo@example.org", "error_mail_address"),
        ("email", "an@example.org\nBcc: bo@example.org", "error_mail_address"),
        ("email", "één@example.org", "error_mail_address_letters"),
        ("email", f"an@{'x' * 300}.org", "error_mail_address"),
        ("message", "", "error_write_message"),
        ("message", "\r\n\t", "error_write_message"),
        ("message", "é" * 2000, None),
        ("message", "é" * 2001, "error_write_message_long"),
        ("message", "\r\n".join("x" * 1000), None),
    ],
)
def test_mistake_stands_with_its_field(field, value, sentence):
    found = mistakes_in(typed_in(GOOD | {field: value}))
    expected = [(field, sentence)] if sentence else []
    assert [(mistake.field, mistake.sentence) for mistake in found] == expected


def test_nothing_filled_in_is_told_field_by_field():
    found = mistakes_in(typed_in({}))
    assert [mistake.field for mistake in found] == ["name", "email", "message"]


@pytest.mark.parametrize("value", [None, 7, ["An"], {"a": 1}, b"An"])
def test_what_is_no_text_is_nothing(value):
    assert typed_in({"name": value})["name"] == ""


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("name", "An\r\nBcc: bo@example.org", "An Bcc: bo@example.org"),
        ("name", "  An   Peeters ", "An Peeters"),
        ("name", "A\0n", "A�n"),
        ("name", "رضا\u200cپور", "رضا\u200cپور"),
        ("email", " an@example.org ", "an@example.org"),
        ("message", "een\r\ntwee\rdrie\n", "een\ntwee\ndrie\n"),
        ("message", "\ud800 \x1b[31m", "� �[31m"),
    ],
)
def test_odd_signs_come_through_or_show(field, value, expected):
    assert typed_in({field: value})[field] == expected


def test_a_million_signs_are_read_at_once():
    typed = typed_in(dict.fromkeys(GOOD, "\n\x00" * 500000))
    assert {mistake.field for mistake in mistakes_in(typed)} == set(GOOD)
