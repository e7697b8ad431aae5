"""A list of small records, each described by a schema of its own."""

from collective.z3cform.datagridfield.row import DictRow
from typing import Any
from zope import schema
from zope.interface.interface import InterfaceClass


def rows_of(row_schema: InterfaceClass, max_length: int, **options: Any) -> schema.List:
    """Return a list field whose values are dicts with the fields of ``row_schema``.

    ``options`` are those of ``zope.schema.List``; the field is optional and empty by
    default. Values are plain dicts, so that they serialise to JSON as they are. The form
    that shows the field gives it the widget ``DataGridFieldFactory``.
    """
    return schema.List(
        value_type=DictRow(title=options["title"], schema=row_schema),
        required=False,
        default=[],
        max_length=max_length,
        **options,
    )
