"""What a part and an addendum have in common: text or file, and how it is kept."""

from gastvrij import _
from gastvrij.values.checks import is_not_in_the_future
from gastvrij.values.checks import is_pdf
from gastvrij.values.checks import is_web_address
from gastvrij.values.field import rows_of
from gastvrij.values.forms import RowsFieldWidget
from gastvrij.values.html import has_words
from gastvrij.values.refusal import Refused
from plone.app.dexterity.textindexer.directives import searchable
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from typing import Any
from zope import schema
from zope.interface import Interface
from zope.interface import invariant


class ISource(Interface):
    """Where the facts of a part come from."""

    title = schema.TextLine(title=_("label_source", default="Source"), max_length=200)
    url = schema.URI(
        title=_("label_address", default="Address"),
        required=False,
        max_length=500,
        constraint=is_web_address,
    )
    checked_on = schema.Date(
        title=_("label_checked_on", default="Checked on"),
        required=False,
        constraint=is_not_in_the_future,
    )


class IToolkitPart(model.Schema):
    """A piece of the handbook that is read, checked and replaced on its own."""

    searchable("title", "text")
    directives.widget(sources=RowsFieldWidget)
    title = schema.TextLine(
        title=_("label_title", default="Title"),
        description=_(
            "help_title_without_number",
            default="Without a number: that follows from the order.",
        ),
        max_length=160,
    )
    text = RichText(
        title=_("label_text", default="Text"),
        description=_(
            "help_text_or_file",
            default="A text, or as long as there is none: a file.",
        ),
        required=False,
        max_length=200_000,
    )
    file = NamedBlobFile(
        title=_("label_file", default="File (PDF)"),
        required=False,
        accept=("application/pdf",),
        constraint=is_pdf,
    )
    checked_on = schema.Date(
        title=_("label_checked_on", default="Checked on"),
        description=_(
            "help_checked_on",
            default="The day on which somebody read this and found it right.",
        ),
        required=False,
        constraint=is_not_in_the_future,
    )
    check_interval = schema.Choice(
        title=_("label_check_interval", default="How often must this be checked?"),
        vocabulary="gastvrij.CheckIntervals",
        default="12",
    )
    sources = rows_of(
        ISource,
        title=_("label_sources", default="Sources"),
        max_length=40,
    )
    change_note = schema.Text(
        title=_("label_change_note", default="What changed for the reader?"),
        required=False,
        max_length=600,
    )

    @invariant
    def there_is_something_to_read(data: Any) -> None:
        """A part is a text or a file."""
        if not has_words(data.text) and data.file is None:
            raise Refused(
                _(
                    "error_text_or_file",
                    default="Write a text or add a file: there is nothing to read yet.",
                ),
                "text",
            )
