"""How a visitor reaches a group."""

from gastvrij import _
from gastvrij.values.checks import are_web_addresses
from gastvrij.values.checks import is_web_address
from plone.schema.email import Email
from plone.supermodel import model
from zope import schema


class IReach(model.Schema):
    """Where a group can be written to, read and found; everyone can see it."""

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
        order=2,
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
        constraint=are_web_addresses,
        required=False,
        default=[],
        max_length=6,
        unique=True,
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
