"""An addendum (aanvulling): what is added to one part after an edition was published."""

from gastvrij import _
from gastvrij.privacy.interfaces import IGuarded
from gastvrij.toolkit.part import IToolkitPart
from plone.app.vocabularies.catalog import CatalogSource
from plone.dexterity.content import Item
from z3c.relationfield.schema import RelationChoice
from zope import schema
from zope.interface import implementer


class IToolkitAddendum(IToolkitPart):
    """A text that supplements one part of the same edition."""

    supplements = RelationChoice(
        title=_("label_supplements", default="To which part does this belong?"),
        source=CatalogSource(portal_type=["ToolkitSection"]),
    )
    date = schema.Date(
        title=_("label_addendum_date", default="Date of the addendum"),
        required=False,
    )
    destination = schema.Choice(
        title=_("label_destination", default="In the next edition"),
        vocabulary="gastvrij.AddendumDestinations",
        default="open",
    )


@implementer(IToolkitAddendum, IGuarded)
class ToolkitAddendum(Item):
    """An addendum, directly in its edition."""
