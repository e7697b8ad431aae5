"""Plone's own form to edit a part or addendum, which asks what changed."""

from datetime import datetime
from datetime import UTC
from gastvrij.toolkit.change_note import ISmallCorrection
from gastvrij.toolkit.change_note import NOTE
from gastvrij.toolkit.change_note import READ
from gastvrij.toolkit.change_note import Said
from gastvrij.toolkit.change_note import SMALL_CORRECTION
from gastvrij.toolkit.change_record import is_read
from gastvrij.toolkit.copying import with_raw
from gastvrij.toolkit.pictures import as_decoration
from gastvrij.toolkit.pictures import IDecoration
from gastvrij.toolkit.pictures import without_words
from gastvrij.toolkit.pictures import words_asked
from gastvrij.values.refusal import Refused
from plone.dexterity.browser.edit import DefaultEditForm
from plone.dexterity.interfaces import IDexterityEditForm
from plone.z3cform import layout
from typing import Any
from z3c.form.field import Fields
from z3c.form.interfaces import NOT_CHANGED
from z3c.form.interfaces import WidgetActionExecutionError
from zope.interface import classImplements


DECORATION = "decoration"
TEXT = "text"


class PartEditForm(DefaultEditForm):
    """Edits a part; of what readers have it asks what changed for them."""

    fields: Any
    asks_note = False
    asks_pictures = False

    def updateFields(self) -> None:
        """Ask for the note anew each time, and let a small correction do without.

        Pictures are asked about where there are any.
        """
        super().updateFields()
        self.asks_note = is_read(self.context)
        self.asks_pictures = "<img" in self._text_sent or "<img" in self._text_kept
        if self.asks_pictures:
            self._ask_after(Fields(IDecoration))
        if self.asks_note:
            note = self.fields.select(NOTE)
            self.fields = self.fields.omit(NOTE) + note
            self.fields[NOTE].ignoreContext = True
            self._ask_after(Fields(ISmallCorrection))

    def applyChanges(self, data: dict[str, Any]) -> Any:
        """Keep what was typed; raises an error at a note or words that are missing."""
        is_decoration = self.asks_pictures and bool(data.pop(DECORATION))
        if not self.asks_note:
            return self._save(data, is_decoration)
        said = Said(data.pop(NOTE) or "", bool(data.pop(SMALL_CORRECTION)))
        is_told = bool(said.note) or any(self._differs(name, data) for name in READ)
        if is_told:
            _refuse_without_note(said)
        if not is_decoration and self._differs(TEXT, data):
            _refuse_without_words(data[TEXT])
        changed = self._save(data, is_decoration)
        if is_told:
            said.keep(self.context, datetime.now(UTC))
        return changed

    @property
    def _text_sent(self) -> str:
        return str(self.request.form.get(f"{self.prefix}widgets.text", ""))

    @property
    def _text_kept(self) -> str:
        return _raw(self.context.text)

    def _ask_after(self, fields: Any) -> None:
        """Ask something anew each time, after what is asked already."""
        self.fields += fields
        for name in fields:
            self.fields[name].ignoreContext = True

    def _save(self, data: dict[str, Any], is_decoration: bool) -> Any:
        text = data.get(TEXT)
        if is_decoration and _raw(text):
            data[TEXT] = with_raw(text, as_decoration(_raw(text)))
        return super().applyChanges(data)

    def _differs(self, name: str, data: dict[str, Any]) -> bool:
        value = data.get(name, NOT_CHANGED)
        if value is NOT_CHANGED:
            return False
        return _plain(value) != _plain(getattr(self.context, name, None))


def _refuse_without_note(said: Said) -> None:
    try:
        said.check()
    except Refused as refused:
        raise WidgetActionExecutionError(NOTE, refused) from refused


def _refuse_without_words(text: Any) -> None:
    pictures = without_words(_raw(text))
    if pictures:
        raise WidgetActionExecutionError(TEXT, Refused(words_asked(pictures)))


def _plain(value: Any) -> Any:
    """Return a value that can be compared: the text, the thing that is meant."""
    return getattr(value, "raw", getattr(value, "to_object", value)) or None


def _raw(text: Any) -> str:
    """Return the words of a rich text; of none, or one that stays, there are none."""
    return getattr(text, "raw", None) or ""


PartEditView = layout.wrap_form(PartEditForm)
classImplements(PartEditView, IDexterityEditForm)
