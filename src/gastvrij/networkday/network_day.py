"""A network day: the yearly meeting of everyone in the network."""

from gastvrij import _
from gastvrij.addresses.page_names import ContainerWithPages
from gastvrij.privacy.guard import Guarded
from gastvrij.values.checks import is_pdf
from gastvrij.values.refusal import Refused
from plone.app.dexterity.textindexer.directives import searchable
from plone.app.event.base import default_timezone
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.schema.email import Email
from plone.supermodel import model
from typing import Any
from zope import schema
from zope.interface import implementer
from zope.interface import invariant


MOST_PARTS = 12


class INetworkDay(model.Schema):
    """One day; when it begins and ends is kept by plone.app.event's behaviour."""

    searchable("title", "description", "text", "retrospect", "venue_name")
    title = schema.TextLine(title=_("label_title", default="Title"), max_length=160)
    description = schema.Text(
        title=_("label_lead", default="Lead"),
        description=_("help_lead", default="One or two sentences under the title."),
        required=False,
        max_length=300,
    )
    mode = schema.Choice(
        title=_("label_mode", default="How do people take part?"),
        vocabulary="gastvrij.DayModes",
        default="on_site",
    )
    venue_name = schema.TextLine(
        title=_("label_venue_name", default="Place"),
        required=False,
        max_length=160,
    )
    venue_address = schema.Text(
        title=_("label_venue_address", default="Address"),
        required=False,
        max_length=300,
    )
    venue_access = schema.Text(
        title=_("label_venue_access", default="How to get there and in"),
        description=_(
            "help_venue_access",
            default="Public transport, steps, lift, adapted toilet.",
        ),
        required=False,
        max_length=1000,
    )
    series = schema.TextLine(
        title=_("label_series", default="Part of a series"),
        description=_(
            "help_series",
            default="The name of the series. Days with the same name link to each"
            " other.",
        ),
        required=False,
        max_length=120,
    )
    series_part = schema.Int(
        title=_("label_series_part", default="Which part?"),
        description=_("help_series_part", default="For instance 1 for part I."),
        required=False,
        min=1,
        max=MOST_PARTS,
    )
    series_parts = schema.Int(
        title=_("label_series_parts", default="How many parts are there?"),
        required=False,
        min=2,
        max=MOST_PARTS,
    )
    co_organiser = schema.TextLine(
        title=_("label_co_organiser", default="Together with"),
        required=False,
        max_length=200,
    )
    text = RichText(
        title=_("label_day_text", default="What it is about"),
        required=False,
        max_length=50_000,
    )

    model.fieldset(
        "registration",
        label=_("fieldset_registration", default="Registration"),
        fields=[
            "capacity",
            "registration_opens",
            "registration_closes",
            "max_per_group",
            "kept_share",
            "kept_until",
            "ask_diet",
            "ask_access",
            "contact_email",
        ],
    )
    capacity = schema.Int(
        title=_("label_capacity", default="Seats"),
        description=_("help_capacity", default="Empty: no limit."),
        required=False,
        min=1,
        max=100_000,
    )
    directives.widget("registration_opens", default_timezone=default_timezone)
    registration_opens = schema.Datetime(
        title=_("label_registration_opens", default="Registration opens"),
        required=False,
    )
    directives.widget("registration_closes", default_timezone=default_timezone)
    registration_closes = schema.Datetime(
        title=_("label_registration_closes", default="Registration closes"),
        required=False,
    )
    max_per_group = schema.Int(
        title=_("label_max_per_group", default="At most so many people of one group"),
        required=False,
        min=1,
        max=1000,
    )
    kept_share = schema.Int(
        title=_("label_kept_share", default="Seats kept for small groups, in percent"),
        description=_(
            "help_kept_share",
            default="For groups from which fewer than two people are coming. Empty: no"
            " seats are kept.",
        ),
        required=False,
        min=1,
        max=100,
    )
    directives.widget("kept_until", default_timezone=default_timezone)
    kept_until = schema.Datetime(
        title=_("label_kept_until", default="Seats are kept until"),
        description=_(
            "help_kept_until",
            default="After that they are for whoever comes first.",
        ),
        required=False,
    )
    ask_diet = schema.Bool(
        title=_("label_ask_diet", default="Ask what people eat"),
        required=False,
        default=False,
    )
    ask_access = schema.Bool(
        title=_("label_ask_access", default="Ask what people need to take part"),
        required=False,
        default=False,
    )
    contact_email = Email(
        title=_("label_day_contact", default="E-mail address for questions"),
        required=False,
        max_length=254,
    )

    model.fieldset(
        "afterwards",
        label=_("fieldset_afterwards", default="Afterwards"),
        fields=["report_book", "materials", "retrospect"],
    )
    report_book = NamedBlobFile(
        title=_("label_report_book", default="Report book (PDF)"),
        required=False,
        accept=("application/pdf",),
        constraint=is_pdf,
    )
    materials = RichText(
        title=_("label_materials", default="Material"),
        required=False,
        max_length=50_000,
    )
    retrospect = RichText(
        title=_("label_retrospect", default="Looking back"),
        required=False,
        max_length=50_000,
    )

    @invariant
    def registration_opens_before_it_closes(data: Any) -> None:
        """Registration has to be open for a while."""
        opens, closes = data.registration_opens, data.registration_closes
        if opens and closes and opens >= closes:
            raise Refused(
                _(
                    "error_registration_closes_before_it_opens",
                    default="Registration has to open before it closes.",
                ),
                "registration_closes",
            )

    @invariant
    def seats_are_kept_until_a_moment(data: Any) -> None:
        """A share without a moment would keep seats for ever."""
        if data.kept_share and not data.kept_until:
            raise Refused(
                _(
                    "error_kept_without_moment",
                    default="Until when are these seats kept?",
                ),
                "kept_until",
            )

    @invariant
    def part_belongs_to_a_series(data: Any) -> None:
        """A part is one of those that there are, of a series that has a name."""
        if data.series_part and not data.series:
            raise Refused(
                _("error_series_name", default="Fill in the name of the series."),
                "series",
            )
        if (data.series_part or 0) > (data.series_parts or MOST_PARTS):
            raise Refused(
                _("error_series_part", default="There are not so many parts."),
                "series_part",
            )


@implementer(INetworkDay)
class NetworkDay(Guarded, ContainerWithPages):
    """One network day, with its programme."""
