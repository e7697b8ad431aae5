"""The container of all member organisations, and the public page that lists them."""

from gastvrij import _
from gastvrij.addresses.page_names import ContainerWithPages
from gastvrij.privacy.guard import Guarded
from plone.app.dexterity.textindexer.directives import searchable
from plone.app.textfield import RichText
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IMemberDirectory(model.Schema):
    """Where a visitor finds a group: all member organisations of the network."""

    searchable("title", "description", "text")
    title = schema.TextLine(
        title=_("label_title", default="Title"),
        max_length=120,
    )
    description = schema.Text(
        title=_("label_lead", default="Lead"),
        description=_("help_lead", default="One or two sentences under the title."),
        required=False,
        max_length=300,
    )
    text = RichText(
        title=_("label_text", default="Text"),
        description=_("help_text_below_list", default="Shown below the list."),
        required=False,
        allowed_mime_types=("text/html",),
        max_length=20_000,
    )


@implementer(IMemberDirectory)
class MemberDirectory(Guarded, ContainerWithPages):
    """Holds the network's member organisations."""
