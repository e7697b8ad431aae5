"""An application for membership: what a group sent, and what became of it."""

from gastvrij import _
from gastvrij.addresses.page_names import ContainerWithPages
from gastvrij.directory.checks import is_any_chosen
from gastvrij.directory.checks import is_enterprise_number
from gastvrij.directory.checks import is_postal_code
from gastvrij.membership.rows import IDecision
from gastvrij.membership.rows import ILogLine
from gastvrij.membership.rows import IQuestion
from gastvrij.membership.rows import IRemark
from gastvrij.privacy.guard import Guarded
from gastvrij.values.checks import is_not_in_the_future
from gastvrij.values.checks import is_pdf
from gastvrij.values.checks import is_web_address
from gastvrij.values.checks import is_year_past
from gastvrij.values.field import RowRecord
from gastvrij.values.field import rows_of
from gastvrij.values.mail_address import is_mail_address
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.schema.email import Email
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


SYSTEM = "cmf.ManagePortal"
TITLE = "Aanvraag"


class IGroupPart(model.Schema):
    """The first two pages of the form: the group, and what it does."""

    kind = schema.Choice(
        title=_("label_application_kind", default="Who are you?"),
        vocabulary="gastvrij.ApplicationKinds",
    )
    group_name = schema.TextLine(
        title=_("label_organisation_name", default="Name of the group"),
        max_length=120,
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
    postal_code = schema.TextLine(
        title=_("label_postal_code", default="Postal code"),
        max_length=4,
        constraint=is_postal_code,
    )
    municipality = schema.Choice(
        title=_("label_municipality", default="Municipality"),
        vocabulary="gastvrij.Municipalities",
    )
    founded = schema.Int(
        title=_("label_founded", default="Founded in"),
        description=_("help_founded", default="The year, for instance 2015."),
        required=False,
        constraint=is_year_past,
    )
    website = schema.URI(
        title=_("label_website", default="Website"),
        description=_("help_website", default="Begins with https://"),
        required=False,
        max_length=300,
        constraint=is_web_address,
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
        max_length=3,
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
    volunteers_estimate = schema.Int(
        title=_("label_volunteers_estimate", default="About how many volunteers?"),
        required=False,
        min=1,
        max=10_000,
    )
    motivation = schema.Text(
        title=_("label_motivation", default="Why do you want to join?"),
        description=_(
            "help_no_personal_notes",
            default=(
                "Write nothing about the residence, health or family of people who"
                " look for help."
            ),
        ),
        required=False,
        max_length=4000,
    )


class IContactPart(model.Schema):
    """The last two pages of the form: the contact person, and the declaration."""

    contact_name = schema.TextLine(
        title=_("label_contact_name", default="Name"), max_length=120
    )
    contact_email = Email(
        title=_("label_contact_email", default="E-mail address"),
        max_length=254,
        constraint=is_mail_address,
    )
    contact_phone = schema.TextLine(
        title=_("label_contact_phone", default="Phone"), required=False, max_length=40
    )
    contact_function = schema.TextLine(
        title=_("label_contact_function", default="Task in the group"),
        required=False,
        max_length=120,
    )
    deputy_name = schema.TextLine(
        title=_("label_deputy_name", default="Name of a deputy"),
        required=False,
        max_length=120,
    )
    deputy_email = Email(
        title=_("label_deputy_email", default="E-mail address of the deputy"),
        required=False,
        max_length=254,
        constraint=is_mail_address,
    )
    discussed_on = schema.Date(
        title=_("label_discussed_on", default="Discussed in the group on"),
        required=False,
        constraint=is_not_in_the_future,
    )
    decided_on = schema.Date(
        title=_("label_decided_on", default="Decided by the group on"),
        required=False,
        constraint=is_not_in_the_future,
    )
    attends_meetings = schema.Bool(
        title=_(
            "label_attends_meetings",
            default="Our contact person comes to the meetings of the network",
        ),
        required=False,
        default=False,
    )
    privacy = schema.Bool(
        title=_(
            "label_privacy",
            default="I agree that the network keeps this to handle the application",
        ),
        default=False,
    )
    may_inform_neighbours = schema.Bool(
        title=_(
            "label_may_inform_neighbours",
            default="The groups near us may hear that we want to join",
        ),
        required=False,
        default=False,
    )


KEPT_BY_THE_SYSTEM = (
    "number",
    "statutes_version",
    "house_rules_version",
    "privacy_version",
    "channel",
    "scan",
    "language",
    "questions",
    "checklist",
    "secretariat_advice",
    "board_remarks",
    "decision",
    "log",
)


class IMembershipApplication(IGroupPart, IContactPart):
    """A group that asks to join: what it sent, and what became of it.

    What an applicant and the board may read, and nothing else: internal notes are an
    object of their own. Rows of ``log`` are only ever added.
    """

    directives.write_permission(**dict.fromkeys(KEPT_BY_THE_SYSTEM, SYSTEM))

    number = schema.ASCIILine(
        title=_("label_number", default="Number"), required=False, max_length=20
    )
    statutes_version = schema.TextLine(
        title=_("label_statutes_version", default="Statutes that were read"),
        required=False,
        max_length=40,
    )
    house_rules_version = schema.TextLine(
        title=_("label_house_rules_version", default="House rules that were read"),
        required=False,
        max_length=40,
    )
    privacy_version = schema.TextLine(
        title=_("label_privacy_version", default="Privacy statement that was read"),
        required=False,
        max_length=40,
    )
    channel = schema.Choice(
        title=_("label_channel", default="How it came in"),
        vocabulary="gastvrij.Channels",
        default="web",
    )
    scan = NamedBlobFile(
        title=_("label_scan", default="Scan of the form"),
        required=False,
        constraint=is_pdf,
    )
    language = schema.ASCIILine(
        title=_("label_letter_language", default="Language of our letters"),
        required=False,
        default="nl",
        max_length=2,
    )
    questions = rows_of(
        IQuestion,
        title=_("label_questions", default="Questions to the group"),
        max_length=100,
    )
    checklist = schema.List(
        title=_("label_checklist", default="Checklist"),
        value_type=schema.Choice(vocabulary="gastvrij.Checklist"),
        unique=True,
        required=False,
        default=[],
        max_length=5,
    )
    secretariat_advice = schema.Text(
        title=_("label_secretariat_advice", default="Advice of the secretariat"),
        required=False,
        max_length=4000,
    )
    board_remarks = rows_of(
        IRemark,
        title=_("label_board_remarks", default="Remarks of the board"),
        max_length=100,
    )
    decision = RowRecord(
        title=_("label_decision", default="Decision"),
        schema=IDecision,
        required=False,
    )
    log = rows_of(
        ILogLine, title=_("label_log", default="What happened"), max_length=1000
    )


@implementer(IMembershipApplication)
class MembershipApplication(Guarded, ContainerWithPages):
    """One application; it holds the internal notes."""

    title = TITLE
    # when the question was asked about which the group was reminded
    reminded_on = None
    # the UID of the group that the approval made
    group_uid = None

    def Title(self) -> str:
        """Return the same neutral word for every application."""
        return TITLE
