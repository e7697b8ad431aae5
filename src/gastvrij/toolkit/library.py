"""The container of all editions of the toolkit."""

from gastvrij import _
from gastvrij.addresses.page_names import ContainerWithPages
from gastvrij.privacy.guard import Guarded
from plone.app.dexterity.textindexer.directives import searchable
from plone.app.textfield import RichText
from plone.supermodel import model
from typing import Any
from zope import schema
from zope.interface import implementer


class IToolkitLibrary(model.Schema):
    """Where a reader finds the handbook: its current edition and the previous ones."""

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


@implementer(IToolkitLibrary)
class ToolkitLibrary(Guarded, ContainerWithPages):
    """Holds the editions."""


def library_of(site: Any) -> ToolkitLibrary | None:
    """Return the toolkit of a site, if it has one."""
    found = site.get("toolkit")
    return found if IToolkitLibrary.providedBy(found) else None
