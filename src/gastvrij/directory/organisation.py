"""A member organisation: the public profile of one local group."""

from collective.z3cform.datagridfield.datagridfield import DataGridFieldFactory
from datetime import date
from gastvrij import _
from gastvrij.directory.checks import is_enterprise_number
from gastvrij.directory.checks import is_picture
from gastvrij.directory.checks import is_web_address
from gastvrij.directory.checks import is_year_past
from gastvrij.privacy.interfaces import IGuarded
from gastvrij.rows.field import rows_of
from plone.app.dexterity.textindexer.directives import searchable
from plone.app.textfield import RichText
from plone.app.z3cform.widgets.select import SelectFieldWidget
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.namedfile.field import NamedBlobImage
from plone.schema.email import Email
from plone.supermodel import model
from typing import Any
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import invariant


MANAGE = "gastvrij.ManageOrganisation"


class INeed(Interface):
    """Something that a group asks for, until a day."""

    text = schema.TextLine(
        title=_("label_need", default="What do you need?"),
        max_length=160,
    )
    until = schema.Date(
        title=_("label_need_until", default="Until"),
        required=False,
    )


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


class IMemberOrganisation(model.Schema):
    """A local group of volunteers that is a member of the network.

    Every value here is public as soon as the group is online. What is private about a
    group lives in its private file.
    """

    searchable("title", "description", "text")
    directives.write_permission(
        title=MANAGE,
        legal_form=MANAGE,
        enterprise_number=MANAGE,
        member_since=MANAGE,
        municipality=MANAGE,
        location_precision=MANAGE,
        postal_code=MANAGE,
        street=MANAGE,
        confirmed_on="cmf.ManagePortal",
    )

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
    )
    directives.widget(
        activities=CheckBoxFieldWidget,
        target_groups=CheckBoxFieldWidget,
        languages=SelectFieldWidget,
        service_area=SelectFieldWidget,
        needs=DataGridFieldFactory,
        summaries=DataGridFieldFactory,
    )
    activities = schema.List(
        title=_("label_activities", default="Activities"),
        value_type=schema.Choice(vocabulary="gastvrij.Activities"),
        min_length=1,
    )
    target_groups = schema.List(
        title=_("label_target_groups", default="For whom"),
        description=_(
            "help_target_groups",
            default="All groups help people whatever their residence status.",
        ),
        value_type=schema.Choice(vocabulary="gastvrij.TargetGroups"),
        required=False,
        default=["everyone"],
    )
    languages = schema.List(
        title=_("label_languages", default="Languages you speak"),
        value_type=schema.Choice(vocabulary="gastvrij.Languages"),
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
        "contact",
        label=_("fieldset_contact", default="How to reach you"),
        fields=[
            "public_email",
            "website",
            "social_media",
            "how_to_reach",
            "accessibility",
        ],
    )
    public_email = Email(
        title=_("label_public_email", default="Public e-mail address"),
        description=_(
            "help_public_email",
            default="Everyone can read it. Choose an address of the group.",
        ),
        required=False,
        max_length=254,
    )
    website = schema.URI(
        title=_("label_website", default="Website"),
        description=_("help_website", default="Begins with https://"),
        required=False,
        max_length=300,
        constraint=is_web_address,
    )
    social_media = schema.List(
        title=_("label_social_media", default="Social media"),
        description=_("help_social_media", default="One address on each line."),
        value_type=schema.URI(max_length=300, constraint=is_web_address),
        required=False,
        default=[],
        max_length=6,
    )
    how_to_reach = schema.Text(
        title=_("label_how_to_reach", default="How do people find you?"),
        description=_(
            "help_how_to_reach",
            default="For instance: send an e-mail first, or come to the open hour.",
        ),
        required=False,
        max_length=600,
    )
    accessibility = schema.Text(
        title=_("label_accessibility", default="Accessibility"),
        description=_(
            "help_accessibility",
            default="Steps, lift, adapted toilet, public transport.",
        ),
        required=False,
        max_length=600,
    )

    model.fieldset(
        "volunteers",
        label=_("fieldset_volunteers", default="Volunteers and needs"),
        fields=["recruiting", "recruiting_until", "needs"],
    )
    recruiting = schema.Choice(
        title=_("label_recruiting", default="Do you look for volunteers?"),
        vocabulary="gastvrij.Recruiting",
        default="not_now",
    )
    recruiting_until = schema.Date(
        title=_("label_recruiting_until", default="Until"),
        required=False,
    )
    needs = rows_of(
        INeed,
        title=_("label_needs", default="What you need"),
        description=_(
            "help_needs",
            default="Each line goes away by itself after its date.",
        ),
        max_length=12,
    )

    model.fieldset(
        "other_languages",
        label=_("fieldset_other_languages", default="In other languages"),
        fields=["summaries"],
    )
    summaries = rows_of(
        ISummary,
        title=_("label_summaries", default="In other languages"),
        max_length=20,
    )

    model.fieldset(
        "membership",
        label=_("fieldset_membership", default="Kept by the secretariat"),
        fields=[
            "legal_form",
            "enterprise_number",
            "member_since",
            "municipality",
            "location_precision",
            "postal_code",
            "street",
            "confirmed_on",
        ],
    )
    legal_form = schema.Choice(
        title=_("label_legal_form", default="Kind of association"),
        vocabulary="gastvrij.LegalForms",
    )
    enterprise_number = schema.TextLine(
        title=_("label_enterprise_number", default="Enterprise number"),
        description=_(
            "help_enterprise_number",
            default="Ten digits. A vzw has one, another association may have one.",
        ),
        required=False,
        max_length=20,
        constraint=is_enterprise_number,
    )
    member_since = schema.Date(
        title=_("label_member_since", default="Member since"),
        required=False,
    )
    directives.widget("municipality", SelectFieldWidget)
    municipality = schema.Choice(
        title=_("label_municipality", default="Municipality"),
        vocabulary="gastvrij.Municipalities",
    )
    location_precision = schema.Choice(
        title=_("label_location_precision", default="What may visitors see?"),
        description=_(
            "help_location_precision",
            default="An address is often somebody's home.",
        ),
        vocabulary="gastvrij.LocationPrecisions",
        default="municipality",
    )
    postal_code = schema.TextLine(
        title=_("label_postal_code", default="Postal code"),
        required=False,
        max_length=4,
        min_length=4,
    )
    street = schema.TextLine(
        title=_("label_street", default="Street and number"),
        required=False,
        max_length=120,
    )
    confirmed_on = schema.Date(
        title=_("label_confirmed_on", default="Confirmed by the group on"),
        required=False,
    )

    @invariant
    def picture_is_described(data: Any) -> None:
        """A picture comes with words for whoever cannot see it."""
        if data.image is not None and not data.image_alt:
            raise Invalid(
                _(
                    "error_picture_alt_missing",
                    default="Say in one sentence what can be seen in the picture.",
                )
            )

    @invariant
    def place_is_no_more_precise_than_allowed(data: Any) -> None:
        """Postal code and street stay empty unless visitors may see them."""
        if data.postal_code and data.location_precision == "municipality":
            raise Invalid(
                _(
                    "error_postal_code_not_allowed",
                    default="Leave the postal code empty: visitors see the municipality only.",
                )
            )
        if data.street and data.location_precision != "address":
            raise Invalid(
                _(
                    "error_street_not_allowed",
                    default="Leave the street empty: visitors may not see the address.",
                )
            )


@implementer(IMemberOrganisation, IGuarded)
class MemberOrganisation(Container):
    """The public profile of a group."""

    def needs_on(self, day: date) -> list[dict[str, Any]]:
        """Return the needs that still stand on ``day``: those without a date or up to it."""
        return [
            need
            for need in self.needs or []
            if need["until"] is None or need["until"] >= day
        ]

    def is_recruiting_on(self, day: date) -> bool:
        """Tell whether the group looks for volunteers on ``day``."""
        until = self.recruiting_until
        return self.recruiting == "yes" and (until is None or until >= day)
