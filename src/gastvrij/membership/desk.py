"""The container of documents and applications, and the page on which joining begins."""

from gastvrij import _
from gastvrij.addresses.page_names import ContainerWithPages
from gastvrij.privacy.guard import Guarded
from plone.app.dexterity.textindexer.directives import searchable
from plone.app.textfield import RichText
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IMembershipDesk(model.Schema):
    """Where a group finds out what membership asks, and applies."""

    searchable("title", "description", "text")
    title = schema.TextLine(title=_("label_title", default="Title"), max_length=120)
    description = schema.Text(
        title=_("label_lead", default="Lead"),
        description=_("help_lead", default="One or two sentences under the title."),
        required=False,
        max_length=300,
    )
    text = RichText(
        title=_("label_membership_meaning", default="What membership means"),
        description=_(
            "help_membership_meaning",
            default="In plain words; it stands on the page for the group's discussion"
            " too.",
        ),
        required=False,
        allowed_mime_types=("text/html",),
        max_length=20_000,
    )


@implementer(IMembershipDesk)
class MembershipDesk(Guarded, ContainerWithPages):
    """Holds the official documents and the applications."""
