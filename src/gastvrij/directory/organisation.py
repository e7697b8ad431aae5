"""A member organisation: the public profile of one local group."""

from gastvrij import _
from gastvrij.addresses.page_names import ContainerWithPages
from gastvrij.directory.checks import is_any_chosen
from gastvrij.directory.reach import IReach
from gastvrij.directory.search_for_volunteers import ISearchForVolunteers
from gastvrij.directory.standing import IStanding
from gastvrij.directory.standing import MANAGE
from gastvrij.privacy.guard import Guarded
from gastvrij.values.checks import is_picture
from gastvrij.values.checks import is_year_past
from gastvrij.values.field import rows_of
from gastvrij.values.forms import RowsFieldWidget
from gastvrij.values.refusal import Refused
from plone.app.dexterity.textindexer.directives import searchable
from plone.app.textfield import RichText
from plone.app.z3cform.widgets.select import SelectFieldWidget
from plone.autoform import directives
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from typing import Any
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import invariant


class ISummary(Interface):
    """What a group does, told in another language."""

    language = schema.Choice(
        title=_("label_language", default="Language"),
        vocabulary="gastvrij.Languages",
    )
    text = schema.Text(
        title=_("label_summary", default="Summary"),
        max_length=600,
    )


class IMemberOrganisation(IStanding, ISearchForVolunteers, IReach):
    """A local group of volunteers that is a member of the network.

    Every value here is public as soon as the group is online. What is private about a
    group lives in its private file.
    """

    searchable("title", "description", "text")
    directives.write_permission(title=MANAGE)

    title = schema.TextLine(
        title=_("label_organisation_name", default="Name of the group"),
        max_length=120,
    )
    description = schema.Text(
        title=_("label_organisation_summary", default="In short"),
        description=_(
            "help_organisation_summary",
            default="What does your group do? At most 240 characters.",
        ),
        required=False,
        max_length=240,
    )
    text = RichText(
        title=_("label_organisation_text", default="What we do"),
        description=_(
            "help_no_personal_notes",
            default=(
                "Write nothing about the residence, health or family of people who"
                " look for help."
            ),
        ),
        required=False,
        allowed_mime_types=("text/html",),
        max_length=20_000,
    )
    image = NamedBlobImage(
        title=_("label_picture", default="Picture"),
        description=_(
            "help_picture",
            default=(
                "JPEG, PNG or WebP. No recognisable people on the run or children"
                " without their written consent."
            ),
        ),
        required=False,
        constraint=is_picture,
    )
    image_alt = schema.TextLine(
        title=_("label_picture_alt", default="What can be seen in the picture?"),
        description=_(
            "help_picture_alt",
            default="For people who cannot see the picture. One sentence.",
        ),
        required=False,
        max_length=200,
    )

    model.fieldset(
        "work",
        label=_("fieldset_work", default="What and for whom"),
        fields=["activities", "target_groups", "languages", "service_area", "founded"],
        order=1,
    )
    directives.widget(
        activities=CheckBoxFieldWidget,
        target_groups=CheckBoxFieldWidget,
        languages=SelectFieldWidget,
        service_area=SelectFieldWidget,
        summaries=RowsFieldWidget,
    )
    activities = schema.List(
        title=_("label_activities", default="Activities"),
        value_type=schema.Choice(vocabulary="gastvrij.Activities"),
        unique=True,
        constraint=is_any_chosen,
    )
    target_groups = schema.List(
        title=_("label_target_groups", default="For whom"),
        description=_(
            "help_target_groups",
            default="All groups help people whatever their residence status.",
        ),
        value_type=schema.Choice(vocabulary="gastvrij.TargetGroups"),
        unique=True,
        required=False,
        default=["everyone"],
    )
    languages = schema.List(
        title=_("label_languages", default="Languages you speak"),
        value_type=schema.Choice(vocabulary="gastvrij.Languages"),
        unique=True,
        required=False,
        default=["nl"],
        max_length=30,
    )
    service_area = schema.List(
        title=_("label_service_area", default="Municipalities where you are active"),
        description=_(
            "help_service_area",
            default="Your own municipality counts already. At most 15.",
        ),
        value_type=schema.Choice(vocabulary="gastvrij.Municipalities"),
        unique=True,
        required=False,
        default=[],
        max_length=15,
    )
    founded = schema.Int(
        title=_("label_founded", default="Founded in"),
        description=_("help_founded", default="The year, for instance 2015."),
        required=False,
        constraint=is_year_past,
    )

    model.fieldset(
        "other_languages",
        label=_("fieldset_other_languages", default="In other languages"),
        fields=["summaries"],
        order=4,
    )
    summaries = rows_of(
        ISummary,
        title=_("label_summaries", default="In other languages"),
        max_length=20,
    )

    @invariant
    def picture_is_described(data: Any) -> None:
        """A picture comes with words for whoever cannot see it."""
        if data.image is not None and not (data.image_alt or "").strip():
            raise Refused(
                _(
                    "error_picture_alt_missing",
                    default="Say in one sentence what can be seen in the picture.",
                ),
                "image_alt",
            )


@implementer(IMemberOrganisation)
class MemberOrganisation(Guarded, ContainerWithPages):
    """The public profile of a group."""
