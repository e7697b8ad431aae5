"""Values of a form that a field does not expect, as they may arrive over REST."""

from plone.dexterity.utils import iterSchemata
from typing import Any
from zope.schema import getFieldsInOrder


ODD = {
    "number": 5,
    "zero": 0,
    "infinite": float("inf"),
    "truth": True,
    "list": [],
    "list of a list": [[]],
    "list of an object": [{}],
    "list of a number": [5],
    "list of nothing": [None],
    "object": {},
    "object with a list": {"data": []},
    "object with an encoding": {"data": "x", "encoding": 5},
    "object packed": {"data": "x", "encoding": "zlib"},
    "object in code": {"data": "x", "encoding": "base64"},
    "object with a name": {"data": "x", "filename": 5, "content-type": []},
    "token that is a list": {"token": []},
    "address that is a list": {"@id": []},
    "empty string": "",
    "word": "x",
    "very long string": "x" * 300_000,
    "long number": "9" * 5000,
    "nul": "a\0b",
    "nul in a list": ["a\0b"],
    "half a character": "a\ud800",
}


def fields_of(content: Any) -> list[str]:
    """Return the names of all fields of some content, its behaviors' included."""
    return sorted(
        {name for schema in iterSchemata(content) for name, f in _fields(schema)}
    )


def _fields(schema: Any) -> Any:
    return [(n, f) for n, f in getFieldsInOrder(schema) if not f.readonly]


def failures(content: Any, send: Any, look: Any) -> list[tuple[str, str, int]]:
    """Return which field fails at which odd value, and with which status.

    ``send`` patches the content with a value and returns the answer; ``look`` returns
    the status of its page. A refusal has to name its field.
    """
    failed = []
    for name in fields_of(content):
        for odd, value in ODD.items():
            answer = send({name: value})
            status = answer.status_code
            is_named = status == 204 or f"'field': '{name}'" in answer.text
            if status not in (204, 400) or not is_named:
                failed.append((name, odd, status, answer.text[:300]))
            elif status == 204 and look() != 200:
                failed.append((name, odd, look(), "page"))
    return failed
