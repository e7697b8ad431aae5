"""A text with markup and a picture, asked for on a page that needs no script."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.values.entries import Area
from gastvrij.values.entries import Entry
from gastvrij.values.entries import Form
from gastvrij.values.entries import one
from gastvrij.values.plain_text import Richer
from gastvrij.values.plain_text import to_html
from gastvrij.values.plain_text import to_plain
from gastvrij.values.plain_text import without_markup
from gastvrij.values.sent import check_strings
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobImage
from typing import Any
from typing import ClassVar
from ZPublisher.HTTPRequest import FileUpload


CHOOSE_AGAIN = _(
    "error_choose_picture_again",
    default="Choose the picture again: a browser does not keep it.",
)


@dataclass(frozen=True)
class TypedText:
    """What is typed of a text with markup.

    ``stays`` leaves the text that stands there as it is, whatever is typed.
    """

    words: str
    stays: bool = False


@dataclass(frozen=True)
class MarkedText(Area):
    """Asks for a text with a little markup, and never takes a richer one apart.

    Where the text that stands there cannot be typed, it stays unless somebody chooses
    to replace it.
    """

    macro: ClassVar[str] = "marked_text"

    def typed(self, form: Form) -> TypedText:
        """Return what was typed, and whether it is to come in the place of the text."""
        return TypedText(one(form, self.name), one(form, f"{self.name}-stays") == "yes")

    def shown(self, value: RichTextValue | None) -> TypedText:
        """Return the text as somebody would type it; of a richer one the words."""
        html = value.raw if value else ""
        try:
            return TypedText(to_plain(html))
        except Richer:
            return TypedText(without_markup(html), stays=True)

    def is_richer(self, content: Any) -> bool:
        """Tell whether the text that stands there cannot be typed."""
        return self.shown(getattr(content, self.name)).stays

    def checked(self, typed: TypedText, content: Any) -> RichTextValue | None:
        """Return the new text, or the one that stands there where nothing was changed.

        Raises what the field says against it.
        """
        check_strings(typed.words)
        value = getattr(content, self.name)
        shown = self.shown(value)
        if typed.stays or (not shown.stays and _same(typed.words, shown.words)):
            return value
        html = to_html(typed.words)
        value = RichTextValue(html, "text/html", "text/x-html-safe") if html else None
        self.field.bind(content).validate(value)
        return value


def _same(one: str, other: str) -> bool:
    return to_html(one) == to_html(other)


@dataclass(frozen=True)
class TypedPicture:
    """A file that was chosen, if any, and whether the picture there is to go."""

    data: bytes = b""
    filename: str = ""
    goes: bool = False


@dataclass(frozen=True)
class Picture(Entry):
    """Asks for a picture; without a new one the old one stays."""

    macro: ClassVar[str] = "picture"

    def typed(self, form: Form) -> TypedPicture:
        """Return what was chosen."""
        file = form.get(self.name)
        goes = one(form, f"{self.name}-goes") == "yes"
        if not isinstance(file, FileUpload) or not file.filename:
            return TypedPicture(goes=goes)
        return TypedPicture(file.read(), file.filename, goes)

    def shown(self, value: Any) -> TypedPicture:
        """Return that nothing is chosen yet."""
        return TypedPicture()

    def checked(self, typed: TypedPicture, content: Any) -> NamedBlobImage | None:
        """Return the new picture, or the old one; raises what the field says."""
        if typed.filename:
            picture = NamedBlobImage(typed.data, filename="foto")
            self.field.bind(content).validate(picture)
            return picture
        return None if typed.goes else getattr(content, self.name)
