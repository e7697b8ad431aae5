"""An edition of the toolkit: a whole handbook, as it was published in one year."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from gastvrij import _
from gastvrij.addresses.page_names import ContainerWithPages
from gastvrij.privacy.guard import Guarded
from gastvrij.toolkit.edition_number import EditionNumber
from gastvrij.toolkit.short_addresses import is_reserved
from gastvrij.toolkit.short_addresses import lead_number_to_part
from gastvrij.values.checks import is_pdf
from plone.app.dexterity.textindexer.directives import searchable
from plone.app.textfield import RichText
from plone.app.vocabularies.catalog import CatalogSource
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from typing import Any
from z3c.relationfield.schema import RelationChoice
from zExceptions import BadRequest
from zope import schema
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer


class IToolkitEdition(model.Schema):
    """One edition; at most one at a time is the current one."""

    searchable("title", "foreword")
    title = schema.TextLine(title=_("label_title", default="Title"), max_length=120)
    number = EditionNumber(
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
        constraint=is_pdf,
    )
    previous_edition = RelationChoice(
        title=_("label_previous_edition", default="Previous edition"),
        source=CatalogSource(portal_type=["ToolkitEdition"]),
        required=False,
    )


@implementer(IToolkitEdition)
class ToolkitEdition(Guarded, ContainerWithPages):
    """One edition, with its chapters and addenda."""

    def __before_publishing_traverse__(self, first: Any, second: Any = None) -> None:
        """Let a number below the edition ("3.6") lead to the part that has it."""
        super().__before_publishing_traverse__(first, second)
        lead_number_to_part(self, (second or first)["TraversalRequestNameStack"])

    def _checkId(self, id: str, allow_dup: int = 0) -> None:  # noqa: A002, Zope's word
        """Refuse a name that is a short address; raises ``zExceptions.BadRequest``."""
        if is_reserved(id):
            sentence = _(
                "error_name_is_number",
                default="The name ${name} leads to a part by its number. Choose another"
                " name.",
                mapping={"name": id},
            )
            raise BadRequest(translate(sentence, context=getRequest()))
        super()._checkId(id, allow_dup)


def edition_of(content: Any) -> ToolkitEdition:
    """Return the edition in which something stands, or is being added.

    Raises ``LookupError`` for what stands elsewhere.
    """
    for step in aq_chain(aq_inner(content)):
        if IToolkitEdition.providedBy(step):
            return step
    raise LookupError(content)
