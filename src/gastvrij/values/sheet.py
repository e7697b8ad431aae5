"""A form as somebody fills it in: what is typed, what it means, and what is wrong."""

from collections.abc import Iterable
from collections.abc import Mapping
from gastvrij import _
from gastvrij.values.entries import Entry
from gastvrij.values.entries import Form
from gastvrij.values.refusal import Refused
from gastvrij.values.refusal import RefusedCells
from gastvrij.values.sent import ODD_VALUE
from plone.schema.email import InvalidEmail
from typing import Any
from typing import Self
from zope.i18nmessageid import Message
from zope.interface import Invalid
from zope.interface.interface import InterfaceClass
from zope.schema import ValidationError
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooLong


class Sheet:
    """The entries of a form, with what is typed in each.

    ``typed`` is by the name of an entry; ``values`` only holds what is right;
    ``sentences`` tells what is wrong, by the name of the box next to which it stands.
    """

    def __init__(self, entries: Iterable[Entry], content: Any) -> None:
        self.entries = {entry.name: entry for entry in entries}
        self.content = content
        self.typed: dict[str, Any] = {}
        self.values: dict[str, Any] = {}
        self.sentences: dict[str, Message] = {}

    @classmethod
    def showing(cls, entries: Iterable[Entry], content: Any) -> Self:
        """Return the form with the values of some content."""
        sheet = cls(entries, content)
        for name, entry in sheet.entries.items():
            sheet.typed[name] = entry.shown(getattr(content, name, None))
        return sheet

    @classmethod
    def sent(cls, entries: Iterable[Entry], content: Any, form: Form) -> Self:
        """Return the form as it was sent, not checked yet."""
        sheet = cls(entries, content)
        for name, entry in sheet.entries.items():
            sheet.typed[name] = entry.typed(form)
        return sheet

    @property
    def is_right(self) -> bool:
        """Whether nothing is wrong, as far as was checked."""
        return not self.sentences

    def check(self, schema: InterfaceClass) -> None:
        """Find out what each entry means, and whether the whole fits ``schema``."""
        for name, entry in self.entries.items():
            try:
                self.values[name] = entry.checked(self.typed[name], self.content)
            except RefusedCells as refused:
                self.sentences |= refused.sentences
            except Invalid as error:
                self.sentences[name] = sentence_of(error)
        self._check_together(schema)

    def _check_together(self, schema: InterfaceClass) -> None:
        errors: list[Any] = []
        try:
            schema.validateInvariants(Candidate(self.content, self.values), errors)
        except Invalid:
            for error in errors:
                # what this form does not ask, it cannot mend
                if error.name in self.entries:
                    self.sentences.setdefault(error.name, sentence_of(error))


class Candidate:
    """Content as it would be with other values, for invariants to look at."""

    def __init__(self, content: Any, values: Mapping[str, Any]) -> None:
        self._content = content
        self._values = values

    def __getattr__(self, name: str) -> Any:
        if name in self._values:
            return self._values[name]
        return getattr(self._content, name)


def sentence_of(error: Invalid) -> Message:
    """Return what a person is told about a value that a field refuses."""
    if isinstance(error, Refused):
        return error.doc()
    if isinstance(error, RequiredMissing):
        return _("error_required", default="Fill this in.")
    if isinstance(error, TooLong):
        return _too_long(*error.args[:2])
    if isinstance(error, InvalidEmail):
        return _("error_email", default="This is not an e-mail address.")
    parts = getattr(error, "errors", None)
    if parts:
        return sentence_of(parts[0])
    # a text with markup says itself that it is too long
    sentence = None if isinstance(error, ValidationError) else error.args[0]
    return sentence if isinstance(sentence, Message) else ODD_VALUE


def _too_long(value: Any, most: int) -> Message:
    numbers = {"count": len(value), "most": most}
    if isinstance(value, str):
        return _(
            "error_too_long",
            default="This has ${count} characters. At most ${most} fit.",
            mapping=numbers,
        )
    return _(
        "error_too_many",
        default="These are ${count}. At most ${most} fit.",
        mapping=numbers,
    )
