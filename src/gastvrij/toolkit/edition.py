"""An edition of the toolkit: a whole handbook, as it was published in one year."""

from gastvrij import _
from gastvrij.privacy.interfaces import IGuarded
from plone.app.dexterity.textindexer.directives import searchable
from plone.app.textfield import RichText
from plone.app.vocabularies.catalog import CatalogSource
from plone.dexterity.content import Container
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from z3c.relationfield.schema import RelationChoice
from zope import schema
from zope.interface import implementer


class IToolkitEdition(model.Schema):
    """One edition; at most one at a time is the current one."""

    searchable("title", "foreword")
    title = schema.TextLine(title=_("label_title", default="Title"), max_length=120)
    number = schema.Int(
        title=_("label_edition_number", default="Number of the edition"),
        min=1,
        max=999,
    )
    year = schema.Int(
        title=_("label_year", default="Year"),
        required=False,
        min=1900,
        max=2999,
    )
    foreword = RichText(
        title=_("label_foreword", default="Foreword"),
        required=False,
        max_length=20_000,
    )
    credits = RichText(
        title=_("label_credits", default="Made by"),
        description=_("help_credits", default="Who wrote, advised and paid."),
        required=False,
        max_length=20_000,
    )
    full_file = NamedBlobFile(
        title=_("label_full_file", default="The whole edition as PDF"),
        required=False,
        accept=("application/pdf",),
    )
    previous_edition = RelationChoice(
        title=_("label_previous_edition", default="Previous edition"),
        source=CatalogSource(portal_type=["ToolkitEdition"]),
        required=False,
    )


@implementer(IToolkitEdition, IGuarded)
class ToolkitEdition(Container):
    """One edition, with its chapters and addenda."""
