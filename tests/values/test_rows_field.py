"""Rows: what may be in them, and how a refusal is told."""

from gastvrij.values.refusal import Refused
from tools import tool
from tools import TOOLS
from zope.i18nmessageid import MessageFactory
from zope.schema.interfaces import ConstraintNotSatisfied
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import WrongContainedType

import datetime
import pytest


_ = MessageFactory("gastvrij")

DAY = datetime.date(2026, 1, 1)


def test_rows_are_optional_and_empty_at_first():
    assert TOOLS.required is False
    assert TOOLS.default == []


@pytest.mark.parametrize("rows", [[], [tool()], [tool(until=DAY), tool(kind="power")]])
def test_rows_accept_dicts_with_all_cells(rows):
    TOOLS.validate(rows)


def test_rows_refuse_more_than_fit():
    with pytest.raises(TooLong):
        TOOLS.validate([tool()] * 3)


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ("zaag", Refused),
        ({"name": "zaag"}, Refused),
        (tool(extra=1), Refused),
        (tool(name="te lange naam"), TooLong),
        (tool(name=None), RequiredMissing),
        (tool(kind="other"), ConstraintNotSatisfied),
    ],
)
def test_rows_refuse_a_wrong_row(row, error):
    with pytest.raises(WrongContainedType) as caught:
        TOOLS.validate([tool(), row])
    assert [type(each) for each in caught.value.args[0]] == [error]


def test_refusal_tells_its_sentence_to_whoever_asks():
    sentence = _("error_some", default="Not this.")
    refused = Refused(sentence, "street")
    assert (refused.doc(), refused.args) == (sentence, (sentence,))
    assert (refused.name, Refused(sentence).name) == ("street", "")
