"""The settings of the network's site: what they are called, hold and default to."""

from gastvrij import _
from gastvrij.settings.checks import default_radius_can_be_chosen
from gastvrij.settings.checks import fading_comes_after_asking
from gastvrij.settings.checks import reminders_follow_each_other
from gastvrij.values.checks import is_web_address
from gastvrij.values.mail_address import is_mail_address
from plone.registry.interfaces import IRegistry
from plone.supermodel import model
from typing import Any
from zope import schema
from zope.component import getUtility
from zope.interface import invariant


PREFIX = "gastvrij"


def _number(title: Any, help_text: Any, default: int, most: int) -> schema.Int:
    return schema.Int(
        title=title, description=help_text, default=default, min=1, max=most
    )


class ISettings(model.Schema):
    """What the network decides itself; kept in Plone's registry under ``gastvrij.``.

    Read it with ``settings()``. Periods in months are counted by the calendar, a month
    without that day ends on its last day.
    """

    model.fieldset(
        "secretariat",
        label=_("settings_secretariat", default="Secretariat and board"),
        fields=[
            "secretariat_name",
            "secretariat_email",
            "secretariat_phone",
            "board_dates",
            "who_decides",
        ],
    )
    secretariat_name = schema.TextLine(
        title=_("setting_secretariat_name", default="Name of the secretariat"),
        description=_(
            "setting_secretariat_name_help",
            default="Who gets a letter from the site sees this name. For instance:"
            " Secretariaat Gastvrij Netwerk.",
        ),
        required=False,
        default="Secretariaat Gastvrij Netwerk",
        max_length=80,
    )
    secretariat_email = schema.TextLine(
        title=_("setting_secretariat_email", default="E-mail of the secretariat"),
        description=_(
            "setting_secretariat_email_help",
            default="Stands under every letter and form, for whoever has a question."
            " Letters to the secretariat go to it.",
        ),
        required=False,
        constraint=is_mail_address,
        max_length=254,
    )
    secretariat_phone = schema.TextLine(
        title=_("setting_secretariat_phone", default="Phone of the secretariat"),
        description=_(
            "setting_secretariat_phone_help",
            default="Only if people may call. Leave it empty otherwise.",
        ),
        required=False,
        max_length=40,
    )
    board_dates = schema.Tuple(
        title=_("setting_board_dates", default="When does the board meet?"),
        description=_(
            "setting_board_dates_help",
            default="One date a line, written as 2026-03-31. A group that wants to join"
            " reads when the board can decide.",
        ),
        value_type=schema.Date(),
        required=False,
        default=(),
        missing_value=(),
        max_length=24,
    )
    who_decides = schema.TextLine(
        title=_("setting_who_decides", default="Who decides on a new group?"),
        description=_(
            "setting_who_decides_help",
            default="In a few words, as in the house rules. For instance: the board.",
        ),
        required=False,
        default="Het bestuur",
        max_length=120,
    )

    model.fieldset(
        "profiles",
        label=_("settings_profiles", default="Profiles of groups"),
        fields=[
            "confirm_every_months",
            "confirm_reminder_days",
            "fading_after_months",
            "radius_choices",
            "default_radius",
        ],
    )
    confirm_every_months = _number(
        _(
            "setting_confirm_every_months",
            default="After how many months do we ask a group whether its profile is"
            " still right?",
        ),
        _(
            "setting_confirm_every_months_help",
            default="Counted from the day on which the group last confirmed it.",
        ),
        default=12,
        most=36,
    )
    confirm_reminder_days = schema.Tuple(
        title=_(
            "setting_confirm_reminder_days",
            default="After how many days without an answer do we remind them?",
        ),
        description=_(
            "setting_confirm_reminder_days_help",
            default="One number a line, the smallest first. After the last reminder the"
            " group stands among the secretariat's tasks.",
        ),
        value_type=schema.Int(min=7, max=365),
        default=(30, 60),
        min_length=1,
        max_length=4,
    )
    fading_after_months = _number(
        _(
            "setting_fading_after_months",
            default="After how many months does a profile say that it was not"
            " confirmed?",
        ),
        _(
            "setting_fading_after_months_help",
            default="Longer than the months above: a group has time to answer first.",
        ),
        default=15,
        most=60,
    )
    radius_choices = schema.Tuple(
        title=_("setting_radius_choices", default="Distances to choose from"),
        description=_(
            "setting_radius_choices_help",
            default="In kilometres, one number a line. Who looks for a group nearby"
            " chooses one of them.",
        ),
        value_type=schema.Int(min=1, max=100),
        default=(5, 10, 20, 50),
        min_length=1,
        max_length=8,
    )
    default_radius = _number(
        _("setting_default_radius", default="Distance that is chosen at first"),
        _(
            "setting_default_radius_help",
            default="In kilometres; one of the distances above.",
        ),
        default=10,
        most=100,
    )

    model.fieldset(
        "letters",
        label=_("settings_letters", default="Letters and answers"),
        fields=[
            "quiet_months",
            "seat_offer_hours",
            "secretariat_reads_enquiries_first",
            "text_for_help",
        ],
    )
    quiet_months = schema.Tuple(
        title=_("setting_quiet_months", default="Months without reminders"),
        description=_(
            "setting_quiet_months_help",
            default="In these months we send no reminders: people are on holiday.",
        ),
        value_type=schema.Choice(vocabulary="gastvrij.Months"),
        required=False,
        default=(7, 8),
        missing_value=(),
    )
    seat_offer_hours = _number(
        _(
            "setting_seat_offer_hours",
            default="How many hours is a seat kept for who comes from the waiting"
            " list?",
        ),
        _(
            "setting_seat_offer_hours_help",
            default="Without an answer in that time, the seat goes to the next person.",
        ),
        default=48,
        most=336,
    )
    secretariat_reads_enquiries_first = schema.Bool(
        title=_(
            "setting_secretariat_reads_enquiries_first",
            default="The secretariat reads questions of volunteers first",
        ),
        description=_(
            "setting_secretariat_reads_enquiries_first_help",
            default="Otherwise they go to the nearest groups at once.",
        ),
        required=False,
        default=True,
    )
    text_for_help = schema.Text(
        title=_("setting_text_for_help", default="For people who look for help"),
        description=_(
            "setting_text_for_help_help",
            default="A few short sentences above the list of groups. Leave it empty to"
            " show the site's own sentence.",
        ),
        required=False,
        default="",
        missing_value="",
        max_length=600,
    )

    model.fieldset(
        "retention",
        label=_("settings_retention", default="How long we keep data"),
        fields=[
            "keep_unconfirmed_days",
            "keep_closed_months",
            "keep_enquiries_months",
            "keep_registrations_months",
            "keep_diet_days",
            "keep_letter_text_days",
        ],
    )
    keep_unconfirmed_days = _number(
        _(
            "setting_keep_unconfirmed_days",
            default="Forms that were not finished or not confirmed: days",
        ),
        _(
            "setting_keep_unconfirmed_days_help",
            default="After that the site deletes them by itself.",
        ),
        default=14,
        most=60,
    )
    keep_closed_months = _number(
        _(
            "setting_keep_closed_months",
            default="Applications that were refused or withdrawn, and people who no"
            " longer speak for a group: months",
        ),
        _(
            "setting_keep_closed_months_help",
            default="After that only the number, the year and the outcome remain of an"
            " application, and nothing of the people.",
        ),
        default=12,
        most=60,
    )
    keep_enquiries_months = _number(
        _(
            "setting_keep_enquiries_months",
            default="Questions of volunteers, after they were closed: months",
        ),
        _(
            "setting_keep_enquiries_months_help",
            default="After that the site takes names and addresses out of them.",
        ),
        default=6,
        most=60,
    )
    keep_registrations_months = _number(
        _(
            "setting_keep_registrations_months",
            default="Registrations, after the network day: months",
        ),
        _(
            "setting_keep_registrations_months_help",
            default="After that only the number of people remains.",
        ),
        default=12,
        most=60,
    )
    keep_diet_days = _number(
        _(
            "setting_keep_diet_days",
            default="What people eat and what access they need, after the day: days",
        ),
        _(
            "setting_keep_diet_days_help",
            default="This tells about somebody's health, so keep it short.",
        ),
        default=30,
        most=90,
    )
    keep_letter_text_days = _number(
        _(
            "setting_keep_letter_text_days",
            default="Text and address of a letter, after it was sent: days",
        ),
        _(
            "setting_keep_letter_text_days_help",
            default="After that only the date and the kind of letter remain.",
        ),
        default=7,
        most=60,
    )

    model.fieldset(
        "address",
        label=_("settings_address", default="Address of the site"),
        fields=["public_url"],
    )
    public_url = schema.TextLine(
        title=_("setting_public_url", default="Address of the site"),
        description=_(
            "setting_public_url_help",
            default="What people type to get to the home page. Links in letters begin"
            " with it. Leave it empty if whoever maintains the site has filled it in.",
        ),
        required=False,
        constraint=is_web_address,
        max_length=200,
    )

    invariant(reminders_follow_each_other)
    invariant(fading_comes_after_asking)
    invariant(default_radius_can_be_chosen)


def settings() -> Any:
    """Return the settings of the site, as attributes named after ``ISettings``.

    Setting an attribute writes it. Where the add-on is not installed, they are empty.
    """
    registry = getUtility(IRegistry)
    return registry.forInterface(ISettings, prefix=PREFIX, check=False)
