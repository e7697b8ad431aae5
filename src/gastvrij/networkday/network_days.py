"""The container of all network days, and the archive by year."""

from gastvrij import _
from gastvrij.addresses.page_names import ContainerWithPages
from gastvrij.privacy.guard import Guarded
from plone.app.dexterity.textindexer.directives import searchable
from plone.app.textfield import RichText
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class INetworkDays(model.Schema):
    """Where a visitor finds the coming network day and the reports of earlier ones."""

    searchable("title", "description", "text")
    title = schema.TextLine(title=_("label_title", default="Title"), max_length=120)
    description = schema.Text(
        title=_("label_lead", default="Lead"),
        description=_("help_lead", default="One or two sentences under the title."),
        required=False,
        max_length=300,
    )
    text = RichText(
        title=_("label_text", default="Text"),
        required=False,
        max_length=20_000,
    )


@implementer(INetworkDays)
class NetworkDays(Guarded, ContainerWithPages):
    """Holds the network days."""
