"""How Plone's generated forms check rows, and where they show a refusal."""

from collective.z3cform.datagridfield.datagridfield import DataGridFieldWidget
from collective.z3cform.datagridfield.interfaces import IDataGridFieldWidget
from gastvrij import _
from gastvrij.values.field import IRows
from gastvrij.values.refusal import Refused
from typing import Any
from z3c.form.error import ErrorViewSnippet
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IFormLayer
from z3c.form.validator import SimpleFieldValidator
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


class RowsWidget(DataGridFieldWidget):
    """A grid whose blank lines, in which nothing was filled in, are never wrong."""

    def render(self) -> str:
        """Show the grid."""
        for row in filter(_is_blank, self.widgets):
            for cell in row.widgets.values():
                cell.error = None
        return super().render()


@implementer(IFieldWidget)
@adapter(IRows, IFormLayer)
def RowsFieldWidget(field: IRows, request: IFormLayer) -> RowsWidget:
    """Return the widget for a field with rows; a schema names it in its directives."""
    return FieldWidget(field, RowsWidget(request))


@adapter(Interface, Interface, Interface, IRows, IDataGridFieldWidget)
class RowsValidator(SimpleFieldValidator):
    """Checks the rows of a grid; the grid's own validator lets nearly all pass."""

    def validate(self, value: Any, force: bool = False) -> None:
        """Raise ``Refused`` for a wrong cell, else what the field itself raises."""
        if any(_has_error(row) for row in self.widget.widgets):
            raise Refused(
                _("error_rows", default="One of the lines is not in order yet.")
            )
        super().validate(value, force)


def _is_blank(row: Any) -> bool:
    """Tell whether a line waits to be filled in, or to be copied by a script."""
    return row.id.endswith(("AA", "TT"))


def _has_error(row: Any) -> bool:
    if _is_blank(row):
        return False
    return any(getattr(cell, "error", None) for cell in row.widgets.values())


@adapter(Refused, None, None, None, None, None)
class RefusedView(ErrorViewSnippet):
    """Shows a refusal next to the field that it is about."""

    widget: Any

    def update(self) -> None:
        """Tie the refusal of an invariant to the widget of the field that it names."""
        super().update()
        if self.widget is None and self.error.name in self.form.widgets:
            self.widget = self.form.widgets[self.error.name]
            self.widget.error = self
