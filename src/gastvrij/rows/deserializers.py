"""How a row sent over REST becomes the dict that is stored."""

from collective.z3cform.datagridfield.interfaces import IRow
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.interface import implementer
from zope.publisher.interfaces.browser import IBrowserRequest
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import ValidationError

import datetime


@implementer(IFieldDeserializer)
@adapter(IRow, IDexterityContent, IBrowserRequest)
class RowDeserializer(DefaultFieldDeserializer):
    """Reads a JSON object, each cell by the deserializer of its own field.

    Cells that are left out get their field's default. Raises ``ValueError`` for anything
    that is not an object or has an unknown cell, and ``ValidationError`` for a wrong value;
    plone.restapi answers both with a 400 that names the field.
    """

    def __call__(self, value: Any) -> dict[str, Any]:
        """Return the row as it is stored."""
        if not isinstance(value, dict):
            raise ValueError(f"A row is an object, not {type(value).__name__}")
        fields = dict(getFieldsInOrder(self.field.schema))
        unknown = sorted(value.keys() - fields.keys())
        if unknown:
            raise ValueError(f"A row has no {', '.join(unknown)}")
        return {
            name: self._cell(field, value.get(name, field.default))
            for name, field in fields.items()
        }

    def _cell(self, field: Any, value: Any) -> Any:
        if value is None:
            field.validate(value)
            return value
        if field._type is datetime.date and isinstance(value, str):
            return _date(field, value)
        deserializer = getMultiAdapter(
            (field, self.context, self.request), IFieldDeserializer
        )
        return deserializer(value)


def _date(field: Any, value: str) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(value)
    except ValueError as error:
        raise ValidationError(f"Not a date: {value}") from error
    field.validate(day)
    return day
