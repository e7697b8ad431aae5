"""Changing over REST what readers have: it asks what the form asks."""

from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.interfaces import IGastvrijLayer
from gastvrij.toolkit.change_note import NOTE
from gastvrij.toolkit.change_note import READ
from gastvrij.toolkit.change_note import Said
from gastvrij.toolkit.change_note import SMALL_CORRECTION
from gastvrij.toolkit.change_record import is_read
from gastvrij.toolkit.part import IToolkitPart
from gastvrij.toolkit.pictures import wordless
from gastvrij.toolkit.pictures import words_asked
from gastvrij.values.deserializers import NamingDeserializer
from gastvrij.values.errors import refused
from gastvrij.values.json_service import body_of
from gastvrij.values.json_service import Unreadable
from gastvrij.values.refusal import Refused
from itertools import chain
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from plone.restapi.deserializer import json_body
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.services.workingcopy.update import UpdateWorkingCopy
from typing import Any
from zope.component import adapter
from zope.interface import implementer


TEXT = "text"
NOTE_ASKED = _(
    "error_change_note_rest",
    default="Say in “change_note” what changed for the reader, or send"
    " “small_correction”: true.",
)
NO_COPY = _("error_no_working_copy", default="Nobody is working on a copy of this.")


def said_in(data: dict[str, Any]) -> Said:
    """Return what a program says about a change."""
    note = data.get(NOTE)
    is_small = data.get(SMALL_CORRECTION) is True
    return Said(note if isinstance(note, str) else "", is_small)


@implementer(IDeserializeFromJson)
@adapter(IToolkitPart, IGastvrijLayer)
class PartDeserializer(NamingDeserializer):
    """Reads a part or addendum; a change for readers comes with its note.

    That is ``change_note``, or ``small_correction``: true. It is asked of what readers
    have, where something changes that they read.
    """

    said: Said | None = None

    def __call__(
        self,
        validate_all: bool = False,
        data: dict[str, Any] | None = None,
        create: bool = False,
        mask_validation_errors: bool = True,
    ) -> Any:
        """Change the part, and write down what is said about it."""
        sent = json_body(self.request) if data is None else data
        if not create and is_read(self.context):
            self.said = said_in(sent)
        part = super().__call__(validate_all, sent, create, mask_validation_errors)
        if self.said is not None and self._is_told(self.said):
            self.said.keep(part, datetime.now(UTC))
        return part

    def get_schema_data(
        self, data: dict[str, Any], validate_all: bool, create: bool = False
    ) -> Any:
        """Return what ``NamingDeserializer`` does, and an error where no note is."""
        values, errors = super().get_schema_data(data, validate_all, create)
        named = {error.get("field") for error in errors}
        pictures = wordless(self.context) if TEXT in self._changed else []
        if self.said is not None and pictures:
            missing = Refused(words_asked(pictures))
            errors.append({"error": missing, "message": missing.doc(), "field": TEXT})
        if self.said is not None and self._is_told(self.said) and NOTE not in named:
            try:
                self.said.check()
            except Refused as error:
                errors.append({"error": error, "message": NOTE_ASKED, "field": NOTE})
        return values, errors

    def _is_told(self, said: Said) -> bool:
        has_new_note = NOTE in self._changed and bool(said.note.strip())
        return has_new_note or not self._changed.isdisjoint(READ)

    @property
    def _changed(self) -> set[str]:
        names = chain.from_iterable(self.modified.values())
        return {name.rpartition(".")[2] for name in names}


class WorkingCopyPatch(UpdateWorkingCopy):
    """``PATCH @workingcopy {"change_note": "..."}``: puts the copy in its place.

    The note may also stand in the copy. Without one, and without ``small_correction``:
    true, 400 for what readers have; 404 where nobody works on a copy.
    """

    def reply(self) -> Any:
        """Check the copy in, as plone.restapi does, and write down what is said."""
        original = ICheckinCheckoutPolicy(self.context).getBaseline() or self.context
        copy = ICheckinCheckoutPolicy(original).getWorkingCopy()
        if copy is None:
            return refused(self.request, 404, NO_COPY)
        try:
            said = said_in({NOTE: copy.change_note} | body_of(self.request))
        except Unreadable as error:
            return refused(self.request, 400, error.doc(), error.name)
        asks_note = is_read(original)
        if asks_note:
            try:
                said.check()
            except Refused:
                return refused(self.request, 400, NOTE_ASKED, NOTE)
            pictures = wordless(copy)
            if pictures:
                return refused(self.request, 400, words_asked(pictures), TEXT)
        answer = super().reply()
        if asks_note and self.request.response.getStatus() == 204:
            said.keep(original, datetime.now(UTC))
        return answer
