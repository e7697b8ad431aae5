"""A list of dates or numbers in one field of a form: one on each line."""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from gastvrij import _
from gastvrij.values.refusal import Refused
from plone.app.z3cform.interfaces import ITextLinesWidget
from plone.app.z3cform.widgets.text import TextLinesWidget
from typing import Any
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IFormLayer
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.interface import implementer
from zope.interface import implementer_only
from zope.schema.interfaces import ITuple


DAY_ORDERS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y")


class ILinesWidget(ITextLinesWidget):
    """A text area of which every line is one value."""


@implementer_only(ILinesWidget)
class LinesWidget(TextLinesWidget):
    """Shows a tuple of dates or numbers as lines."""

    rows = 4


@implementer(IFieldWidget)
@adapter(ITuple, IFormLayer)
def LinesFieldWidget(field: ITuple, request: IFormLayer) -> LinesWidget:
    """Return the widget for a tuple."""
    return FieldWidget(field, LinesWidget(request))


@adapter(ITuple, ILinesWidget)
class LinesConverter(BaseDataConverter):
    """Reads lines as a person writes them: a blank one, or spaces, do not matter."""

    def toWidgetValue(self, value: tuple[Any, ...] | None) -> str:
        """Return one line for each value; a date as in ISO 8601."""
        return "\n".join(str(each) for each in value or ())

    def toFieldValue(self, value: str) -> tuple[Any, ...]:
        """Return the values; raises ``Refused`` with the first line that is none."""
        read = _date if self.field.value_type._type is date else _number
        return tuple(read(line) for line in _lines(value))


def _lines(text: str) -> Iterator[str]:
    return filter(None, (line.strip() for line in text.splitlines()))


def _number(line: str) -> int:
    if not (line.isascii() and line.isdecimal() and len(line) < 10):
        raise Refused(
            _(
                "error_line_number",
                default="${line} is not a number. Write one number a line.",
                mapping={"line": line[:40]},
            )
        )
    return int(line)


def _date(line: str) -> date:
    for order in DAY_ORDERS:
        try:
            return datetime.strptime(line, order).date()
        except ValueError:
            continue
    raise Refused(
        _(
            "error_line_date",
            default="${line} is not a date. Write it as 2026-03-31, one a line.",
            mapping={"line": line[:40]},
        )
    )
