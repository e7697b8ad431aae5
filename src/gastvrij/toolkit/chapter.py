"""A chapter of an edition."""

from gastvrij import _
from gastvrij.addresses.page_names import ContainerWithPages
from gastvrij.privacy.guard import Guarded
from plone.app.dexterity.textindexer.directives import searchable
from plone.app.textfield import RichText
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IToolkitChapter(model.Schema):
    """A chapter; its number follows from its place in the edition."""

    searchable("title", "text")
    title = schema.TextLine(
        title=_("label_title", default="Title"),
        description=_(
            "help_title_without_number",
            default="Without a number: that follows from the order.",
        ),
        max_length=160,
    )
    short_title = schema.TextLine(
        title=_("label_short_title", default="Short title"),
        description=_("help_short_title", default="For menus on a phone."),
        required=False,
        max_length=40,
    )
    text = RichText(
        title=_("label_text", default="Text"),
        required=False,
        max_length=200_000,
    )


@implementer(IToolkitChapter)
class ToolkitChapter(Guarded, ContainerWithPages):
    """A chapter, with its parts in reading order."""
