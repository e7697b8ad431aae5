"""The small records of an application: log lines, questions, remarks, the decision."""

from gastvrij import _
from zope import schema
from zope.interface import Interface


class ILogLine(Interface):
    """One thing that happened, as the applicant and the board may read it."""

    on = schema.Datetime(title=_("label_log_on", default="When"))
    who = schema.TextLine(title=_("label_log_who", default="Who"), max_length=120)
    transition = schema.ASCIILine(
        title=_("label_log_what", default="What"), required=False, max_length=40
    )
    before = schema.ASCIILine(
        title=_("label_log_from", default="From"), required=False, max_length=40
    )
    after = schema.ASCIILine(
        title=_("label_log_to", default="To"), required=False, max_length=40
    )
    note = schema.Text(
        title=_("label_log_note", default="Note"), required=False, max_length=4000
    )


class IQuestion(Interface):
    """What the secretariat asked, which fields it opened, and the group's answer."""

    asked_on = schema.Datetime(title=_("label_asked_on", default="Asked on"))
    question = schema.Text(
        title=_("label_question", default="Question"), max_length=4000
    )
    fields = schema.List(
        title=_("label_open_fields", default="Fields to fill in again"),
        value_type=schema.ASCIILine(max_length=40),
        required=False,
        default=[],
        max_length=30,
    )
    answered_on = schema.Datetime(
        title=_("label_answered_on", default="Answered on"), required=False
    )
    answer = schema.Text(
        title=_("label_answer", default="Answer"), required=False, max_length=4000
    )


class IRemark(Interface):
    """What one member of the board thinks of an application."""

    user_id = schema.TextLine(
        title=_("label_contact_account", default="Account"), max_length=80
    )
    name = schema.TextLine(
        title=_("label_contact_name", default="Name"), max_length=120
    )
    on = schema.Datetime(title=_("label_log_on", default="When"))
    opinion = schema.Choice(
        title=_("label_opinion", default="Opinion"), vocabulary="gastvrij.Opinions"
    )
    text = schema.Text(
        title=_("label_remark", default="Remark"), required=False, max_length=2000
    )


class IDecision(Interface):
    """What the board decided, and the reason that the applicant reads."""

    on = schema.Date(title=_("label_decision_date", default="Date of the decision"))
    outcome = schema.Choice(
        title=_("label_decision_outcome", default="Outcome"),
        vocabulary="gastvrij.Outcomes",
    )
    reason = schema.Text(
        title=_("label_decision_reason", default="Reason"),
        required=False,
        max_length=2000,
    )
