"""A field with rows to test with."""

from gastvrij.values.field import rows_of
from zope import schema
from zope.interface import Interface


class ITool(Interface):
    """A row: a tool that may be borrowed until a day."""

    name = schema.TextLine(max_length=5)
    until = schema.Date(required=False)
    kind = schema.Choice(values=["hand", "power"], default="hand")


TOOLS = rows_of(ITool, title="Tools", max_length=2, __name__="tools")


def tool(**cells: object) -> dict[str, object]:
    """Return a row, with some cells other than usual."""
    return {"name": "zaag", "until": None, "kind": "hand"} | cells
