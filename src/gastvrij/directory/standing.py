"""What the secretariat keeps of a group: what it is, and where."""

from gastvrij import _
from gastvrij.directory.checks import is_enterprise_number
from gastvrij.directory.checks import is_postal_code
from gastvrij.values.checks import is_not_in_the_future
from gastvrij.values.refusal import Refused
from plone.app.z3cform.widgets.select import SelectFieldWidget
from plone.autoform import directives
from plone.supermodel import model
from typing import Any
from zope import schema
from zope.interface import invariant


MANAGE = "gastvrij.ManageOrganisation"


class IStanding(model.Schema):
    """What a contact person asks the secretariat to change; everyone can see it."""

    directives.write_permission(
        legal_form=MANAGE,
        enterprise_number=MANAGE,
        member_since=MANAGE,
        municipality=MANAGE,
        location_precision=MANAGE,
        postal_code=MANAGE,
        street=MANAGE,
        confirmed_on="cmf.ManagePortal",
    )
    directives.omitted("confirmed_on")

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
        ],
        order=5,
    )
    directives.widget("legal_form", prompt=True)
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
        constraint=is_not_in_the_future,
    )
    directives.widget("municipality", SelectFieldWidget, prompt=True)
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
        constraint=is_postal_code,
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
    def postal_code_may_be_seen(data: Any) -> None:
        """The postal code stays empty where visitors see the municipality only."""
        if data.postal_code and data.location_precision == "municipality":
            raise Refused(
                _(
                    "error_postal_code_not_allowed",
                    default="Leave the postal code empty: visitors see the"
                    " municipality only.",
                ),
                "postal_code",
            )

    @invariant
    def street_may_be_seen(data: Any) -> None:
        """The street stays empty unless visitors may see the whole address."""
        if data.street and data.location_precision != "address":
            raise Refused(
                _(
                    "error_street_not_allowed",
                    default="Leave the street empty: visitors may not see the address.",
                ),
                "street",
            )
