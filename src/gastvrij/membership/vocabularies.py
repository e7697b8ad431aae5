"""What a document and an application can be: the choices of their fields."""

from gastvrij import _
from gastvrij.directory.vocabularies import choices


DOCUMENT_KINDS = (
    ("statutes", _("document_statutes", default="Statutes")),
    ("house_rules", _("document_house_rules", default="House rules")),
    ("privacy", _("document_privacy", default="Privacy statement")),
)

DOCUMENT_HELP = {
    "statutes": _(
        "document_help_statutes",
        default="what the network is and how it decides, laid down by law",
    ),
    "house_rules": _(
        "document_help_house_rules",
        default="what we agree on with each other",
    ),
}

APPLICATION_KINDS = (
    (
        "existing_group",
        _("application_existing_group", default="We are active as a group already"),
    ),
    ("new_group", _("application_new_group", default="We are starting a new group")),
)

CHANNELS = (
    ("web", _("channel_web", default="Sent through the site")),
    ("paper", _("channel_paper", default="Received on paper")),
)

OPINIONS = (
    ("agree", _("opinion_agree", default="I agree")),
    ("discuss", _("opinion_discuss", default="I want to discuss it")),
    ("object", _("opinion_object", default="I object")),
)

OUTCOMES = (
    ("approved", _("outcome_approved", default="Approved")),
    ("rejected", _("outcome_rejected", default="Not approved")),
)

CHECKLIST = (
    (
        "double_member",
        _("check_double_member", default="Not a member already under another name"),
    ),
    (
        "service_area",
        _("check_service_area", default="The area fits with the groups around it"),
    ),
    (
        "contact_confirmed",
        _("check_contact_confirmed", default="The contact person has been spoken to"),
    ),
    (
        "documents_read",
        _("check_documents_read", default="Statutes and house rules have been read"),
    ),
    ("talk_held", _("check_talk_held", default="A talk has been held")),
)

document_kinds = choices(DOCUMENT_KINDS)
application_kinds = choices(APPLICATION_KINDS)
channels = choices(CHANNELS)
opinions = choices(OPINIONS)
outcomes = choices(OUTCOMES)
checklist = choices(CHECKLIST)
