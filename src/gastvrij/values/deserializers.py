"""How values sent over REST become what is stored, and how a refusal is answered."""

from collections.abc import Iterator
from gastvrij import _
from gastvrij.interfaces import IGastvrijLayer
from gastvrij.values.field import IRowRecord
from gastvrij.values.field import NO_OBJECT
from gastvrij.values.refusal import Refused
from gastvrij.values.sent import check_file
from gastvrij.values.sent import check_strings
from gastvrij.values.sent import ODD_VALUE
from plone.dexterity.interfaces import IDexterityContent
from plone.dexterity.utils import iterSchemata
from plone.namedfile.interfaces import INamedField
from plone.restapi.deserializer.dxcontent import DeserializeFromJson
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from z3c.form.interfaces import IManagerValidator
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.interface import implementer
from zope.interface import Invalid
from zope.interface.interface import InterfaceClass
from zope.publisher.interfaces.browser import IBrowserRequest
from zope.schema import getFieldsInOrder

import datetime


# what reading a value of another form than was expected may raise
UNREADABLE = (ArithmeticError, AttributeError, Invalid, LookupError, TypeError)


@implementer(IFieldDeserializer)
@adapter(IRowRecord, IDexterityContent, IBrowserRequest)
class RowDeserializer(DefaultFieldDeserializer):
    """Reads a JSON object, each cell by the deserializer of its own field.

    Cells that are left out get their field's default. Raises ``Refused`` for anything
    that is not an object, has an unknown cell or a date that is none, and what a
    cell's field raises for another wrong value; plone.restapi answers with a 400 that
    names the field.
    """

    def __call__(self, value: Any) -> dict[str, Any]:
        """Return the row as it is stored."""
        if not isinstance(value, dict):
            raise Refused(NO_OBJECT)
        fields = dict(getFieldsInOrder(self.field.schema))
        row = value | {
            name: self._cell(field, value.get(name, field.default))
            for name, field in fields.items()
        }
        self.field.validate(row)
        return row

    def _cell(self, field: Any, value: Any) -> Any:
        if value is None:
            return field.missing_value
        if field._type is datetime.date and isinstance(value, str):
            return _date(value)
        deserializer = getMultiAdapter(
            (field, self.context, self.request), IFieldDeserializer
        )
        return deserializer(value)


def _date(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise Refused(
            _(
                "error_row_date",
                default="${value} is not a date. Write it as 2026-03-31.",
                mapping={"value": value},
            )
        ) from None


@implementer(IDeserializeFromJson)
@adapter(IDexterityContent, IGastvrijLayer)
class NamingDeserializer(DeserializeFromJson):
    """plone.restapi's own deserializer, which names the field of every error.

    A form over REST can then put the sentence next to the field: also where an
    invariant is broken, and where a value is so odd that reading it fails.
    """

    def get_schema_data(
        self, data: dict[str, Any], validate_all: bool, create: bool = False
    ) -> tuple[dict[InterfaceClass, dict[str, Any]], list[dict[str, Any]]]:
        """Return nothing left to validate, and every error with its field."""
        schema_data, errors = super().get_schema_data({}, validate_all, create)
        errors = [error for error in errors if error["field"] not in data]
        for name, value in data.items():
            read, refused = self._read(name, value, create)
            errors.extend(refused)
            for schema, values in read.items():
                schema_data.setdefault(schema, {}).update(values)
        for schema, values in schema_data.items():
            errors.extend(self._broken_invariants(schema, values))
        return {}, errors

    def _read(
        self, name: str, value: Any, create: bool
    ) -> tuple[dict[InterfaceClass, dict[str, Any]], list[dict[str, Any]]]:
        """Set one field; return its value by schema, and the errors."""
        try:
            self._check(name, value)
            return super().get_schema_data({name: value}, False, create)
        except Refused as error:
            message = error.doc()
        except UNREADABLE:
            message = ODD_VALUE
        return {}, [{"error": Refused(message), "message": message, "field": name}]

    def _check(self, name: str, value: Any) -> None:
        check_strings(value)
        fields = (schema.get(name) for schema in iterSchemata(self.context))
        if value is not None and any(map(INamedField.providedBy, fields)):
            check_file(value)

    def _broken_invariants(
        self, schema: InterfaceClass, values: dict[str, Any]
    ) -> Iterator[dict[str, Any]]:
        validator = getMultiAdapter(
            (self.context, self.request, None, schema, None), IManagerValidator
        )
        for error in validator.validate(values):
            named = {"field": error.name} if getattr(error, "name", "") else {}
            yield {"error": error, "message": error.args[0], **named}
