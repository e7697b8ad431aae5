"""Plone's own form to edit a part or addendum, which asks what changed."""

from datetime import datetime
from datetime import UTC
from gastvrij.toolkit.change_note import ISmallCorrection
from gastvrij.toolkit.change_note import Said
from gastvrij.toolkit.change_record import is_read
from gastvrij.values.refusal import Refused
from plone.dexterity.browser.edit import DefaultEditForm
from plone.dexterity.interfaces import IDexterityEditForm
from plone.z3cform import layout
from typing import Any
from z3c.form.field import Fields
from z3c.form.interfaces import NOT_CHANGED
from z3c.form.interfaces import WidgetActionExecutionError
from zope.interface import classImplements


NOTE = "change_note"
SMALL = "small_correction"
READ = ("title", "description", "text", "file", "sources", "date", "supplements")


class PartEditForm(DefaultEditForm):
    """Edits a part; of what readers have it asks what changed for them."""

    fields: Any

    def updateFields(self) -> None:
        """Ask for the note anew each time, and let a small correction do without."""
        super().updateFields()
        if is_read(self.context):
            note = self.fields.select(NOTE)
            self.fields = self.fields.omit(NOTE) + note + Fields(ISmallCorrection)
            self.fields[SMALL].ignoreContext = True
            self.fields[NOTE].ignoreContext = True

    def applyChanges(self, data: dict[str, Any]) -> Any:
        """Keep what was typed; raises an error at the note that is not there."""
        if not is_read(self.context):
            return super().applyChanges(data)
        said = Said(data.pop(NOTE) or "", bool(data.pop(SMALL)))
        is_changed = any(self._differs(name, data) for name in READ)
        if is_changed or said.note:
            try:
                said.check()
            except Refused as refused:
                raise WidgetActionExecutionError(NOTE, refused) from refused
        changed = super().applyChanges(data)
        if is_changed or said.note:
            said.keep(self.context, datetime.now(UTC))
        return changed

    def _differs(self, name: str, data: dict[str, Any]) -> bool:
        value = data.get(name, NOT_CHANGED)
        if value is NOT_CHANGED:
            return False
        return _plain(value) != _plain(getattr(self.context, name, None))


def _plain(value: Any) -> Any:
    """Return a value that can be compared: the text, the thing that is meant."""
    return getattr(value, "raw", getattr(value, "to_object", value)) or None


PartEditView = layout.wrap_form(PartEditForm)
classImplements(PartEditView, IDexterityEditForm)
