"""One version of an official document of the network."""

from gastvrij import _
from gastvrij.privacy.guard import Guarded
from gastvrij.values.checks import is_pdf
from plone.app.dexterity.textindexer.directives import searchable
from plone.dexterity.content import Item
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IGovernanceDocument(model.Schema):
    """One version of the statutes, the house rules or the privacy statement.

    A version that was published stays as it was: a change is a new version.
    """

    searchable("summary", "changes")
    kind = schema.Choice(
        title=_("label_document_kind", default="Which document"),
        vocabulary="gastvrij.DocumentKinds",
    )
    version = schema.TextLine(
        title=_("label_document_version", default="Version"),
        description=_("help_document_version", default="For instance 2024 or 3.1."),
        max_length=40,
    )
    valid_from = schema.Date(
        title=_("label_valid_from", default="Valid from"),
    )
    approved_by = schema.TextLine(
        title=_("label_approved_by", default="Approved by"),
        description=_(
            "help_approved_by",
            default="Who and when, for instance: general meeting of 12 May 2026. Asked"
            " before it is published.",
        ),
        required=False,
        max_length=200,
    )
    file = NamedBlobFile(
        title=_("label_document_file", default="The document, as PDF"),
        constraint=is_pdf,
    )
    summary = schema.Text(
        title=_("label_document_summary", default="Summary in plain words"),
        required=False,
        max_length=4000,
    )
    changes = schema.Text(
        title=_("label_document_changes", default="What changed"),
        description=_(
            "help_document_changes",
            default="Compared with the version before, in a few sentences.",
        ),
        required=False,
        max_length=4000,
    )


@implementer(IGovernanceDocument)
class GovernanceDocument(Guarded, Item):
    """One version of an official document."""
