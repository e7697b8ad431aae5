"""Texts and files as they are sent over REST, before they become values."""

from collections.abc import Iterator
from gastvrij import _
from gastvrij.interfaces import IGastvrijLayer
from gastvrij.values.refusal import Refused
from plone.app.textfield.interfaces import IRichText
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import RichTextFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.services.content.tus import TUSUpload
from typing import Any
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Invalid
from zope.schema import ValidationError


ENCODING = "base64"
DEEPEST = 50
ODD_VALUE = _("error_odd_value", default="This field cannot hold what was sent.")


@implementer(IFieldDeserializer)
@adapter(IRichText, IDexterityContent, IGastvrijLayer)
class WrittenTextDeserializer(RichTextFieldDeserializer):
    """plone.restapi's own, which says so when a text is too long, or is no text.

    The field raises plain ``Invalid`` there, which would be answered with a 500; and
    what is no text would be stored.
    """

    def __call__(self, value: Any) -> Any:
        """Return the text; raises ``Refused`` with what the field says against it."""
        if not isinstance(value, TUSUpload):
            _check_text(value if isinstance(value, dict) else {"data": value})
        try:
            return super().__call__(value)
        except ValidationError:
            raise
        except Invalid as error:
            raise Refused(error.args[0]) from error


def check_strings(value: Any) -> None:
    """Raise ``Refused`` for JSON with a character that no page can show.

    Those are NUL, and half of a pair of surrogates. JSON that is nested deeper than any
    value of ours is refused too.
    """
    for text in _strings_in(value):
        if "\0" in text or not _is_unicode(text):
            raise Refused(ODD_VALUE)


def check_file(value: Any) -> None:
    """Raise ``Refused`` for what is no file: text, or an object that describes one.

    A file that is kept as it was is an object without ``data``.
    """
    if isinstance(value, str | TUSUpload):
        return
    if not isinstance(value, dict) or value.get("encoding", ENCODING) != ENCODING:
        raise Refused(ODD_VALUE)
    if not _are_strings(value, ("data", "filename", "content-type")):
        raise Refused(ODD_VALUE)


def _check_text(value: dict[str, Any]) -> None:
    is_whole = "data" in value
    if not is_whole or not _are_strings(value, ("data", "encoding", "content-type")):
        raise Refused(ODD_VALUE)
    try:
        value["data"].encode(value.get("encoding", "utf8"))
    except (LookupError, ValueError):
        raise Refused(ODD_VALUE) from None


def _are_strings(value: dict[str, Any], names: tuple[str, ...]) -> bool:
    return all(isinstance(value.get(name, ""), str) for name in names)


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _strings_in(value: Any, depth: int = 0) -> Iterator[str]:
    if depth > DEEPEST:
        raise Refused(ODD_VALUE)
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        parts = value.values() if isinstance(value, dict) else value
        for part in parts:
            yield from _strings_in(part, depth + 1)
