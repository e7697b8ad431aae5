"""An addendum (aanvulling): what is added to one part of a published edition."""

from gastvrij import _
from gastvrij.privacy.guard import Guarded
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.part import IToolkitPart
from gastvrij.values.refusal import Refused
from plone.app.vocabularies.catalog import CatalogSource
from plone.autoform import directives
from plone.dexterity.content import Item
from typing import Any
from z3c.relationfield.schema import RelationChoice
from zope import schema
from zope.interface import implementer


class SupplementedPart(RelationChoice):
    """Chooses a part of the edition in which the addendum stands."""

    def _validate(self, value: Any) -> None:
        """Raise ``Refused`` for a part of another edition."""
        super()._validate(value)
        if edition_of(self.context).UID() != edition_of(value).UID():
            raise Refused(
                _(
                    "error_other_edition",
                    default="This part stands in another edition. Choose a part of the"
                    " edition to which you add this.",
                )
            )


class IToolkitAddendum(IToolkitPart):
    """A text that supplements one part of the same edition."""

    directives.omitted("lineage")
    supplements = SupplementedPart(
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
    lineage = schema.ASCIILine(
        title=_("label_lineage", default="Lineage"),
        description=_(
            "help_lineage_addendum",
            default="The same for this addendum in every edition.",
        ),
        required=False,
        max_length=64,
    )


@implementer(IToolkitAddendum)
class ToolkitAddendum(Guarded, Item):
    """An addendum, directly in its edition."""
