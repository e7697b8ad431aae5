"""Rows that come in over REST."""

from gastvrij.values.deserializers import RowDeserializer
from gastvrij.values.refusal import Refused
from plone import api
from plone.restapi.interfaces import IFieldDeserializer
from tools import tool
from tools import TOOLS
from zope.component import getMultiAdapter
from zope.schema.interfaces import ConstraintNotSatisfied
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import WrongType

import datetime
import pytest


@pytest.fixture
def read(portal, http_request):
    """Return what turns JSON into rows."""
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(portal, "Document", id="page")
    return getMultiAdapter((TOOLS, page, http_request), IFieldDeserializer)


def test_row_is_read_by_ours(portal, http_request):
    row = TOOLS.value_type
    found = getMultiAdapter((row, portal.groepen, http_request), IFieldDeserializer)
    assert isinstance(found, RowDeserializer)


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ({"name": "zaag"}, tool()),
        ({"name": " bij ", "until": None}, tool(name="bij")),
        (tool(kind={"token": "power"}), tool(kind="power")),
        (tool(until="2026-03-31"), tool(until=datetime.date(2026, 3, 31))),
    ],
)
def test_row_is_stored_cell_by_cell(read, sent, stored):
    assert read([sent]) == [stored]


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        ("zaag", Refused),
        (["zaag"], Refused),
        (tool(extra=1), Refused),
        (tool(until="31 maart"), Refused),
        (tool(until="2026-02-30"), Refused),
        (tool(until=20260331), WrongType),
        (tool(name=None), RequiredMissing),
        (tool(name=5), WrongType),
        (tool(name="te lange naam"), TooLong),
        (tool(kind="other"), ConstraintNotSatisfied),
        (tool(kind=None), RequiredMissing),
    ],
)
def test_row_that_is_wrong_is_refused(read, sent, error):
    with pytest.raises(error):
        read([tool(), sent])
