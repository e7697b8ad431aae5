"""A list of small records, each described by a schema of its own."""

from collective.z3cform.datagridfield.interfaces import IRow
from collective.z3cform.datagridfield.row import DictRow
from gastvrij import _
from gastvrij.values.refusal import Refused
from typing import Any
from zope import schema
from zope.interface import implementer
from zope.interface.interface import InterfaceClass
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IList


NO_OBJECT = _("error_row_no_object", default="A row is an object.")


class IRowRecord(IRow):
    """One row: a dict with exactly the fields of its schema as keys."""


class IRows(IList):
    """A list of rows, shown as a grid."""


@implementer(IRowRecord)
class RowRecord(DictRow):
    """One row of a ``Rows`` field."""

    def _validate(self, value: Any) -> None:
        """Refuse what is no dict, or has other cells than the schema, or a wrong one.

        Raises ``Refused``, or what the cell's field raises.
        """
        if not isinstance(value, dict):
            raise Refused(NO_OBJECT)
        fields = dict(getFieldsInOrder(self.schema))
        if value.keys() != fields.keys():
            raise Refused(
                _(
                    "error_row_cells",
                    default="A row has these cells: ${cells}.",
                    mapping={"cells": ", ".join(fields)},
                )
            )
        for name, field in fields.items():
            field.bind(self.context).validate(value[name])


@implementer(IRows)
class Rows(schema.List):
    """Values are plain dicts, so that they serialise to JSON as they are."""


def rows_of(row_schema: InterfaceClass, max_length: int, **options: Any) -> Rows:
    """Return an optional field, empty by default, with rows of ``row_schema``.

    ``options`` are those of ``zope.schema.List``. The form that shows the field gives
    it the widget ``gastvrij.values.forms.RowsFieldWidget``.
    """
    return Rows(
        value_type=RowRecord(title=options["title"], schema=row_schema),
        required=False,
        default=[],
        max_length=max_length,
        **options,
    )
