"""What a group can be, do and speak: the choices of its profile."""

from collections.abc import Callable
from collections.abc import Iterable
from gastvrij import _
from gastvrij.directory.language_names import language_names
from zope.globalrequest import getRequest
from zope.i18n import negotiate
from zope.i18nmessageid import Message
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


LEGAL_FORMS = (
    ("vzw", _("legal_form_vzw", default="Non-profit association (vzw)")),
    (
        "feitelijke_vereniging",
        _("legal_form_feitelijke_vereniging", default="De facto association"),
    ),
    ("vrijwilligersgroep", _("legal_form_vrijwilligersgroep", default="Volunteers")),
    (
        "within_other_organisation",
        _(
            "legal_form_within_other_organisation",
            default="Part of another organisation",
        ),
    ),
)

LEGAL_FORM_HELP = {
    "feitelijke_vereniging": _(
        "legal_form_help_feitelijke_vereniging",
        default="a group without legal personality of its own",
    ),
}

LOCATION_PRECISIONS = (
    ("municipality", _("precision_municipality", default="The municipality only")),
    ("postal_code", _("precision_postal_code", default="The postal code")),
    ("address", _("precision_address", default="The whole address")),
)

ACTIVITIES = (
    ("language_practice", _("activity_language_practice", default="Practising Dutch")),
    ("housing", _("activity_housing", default="Finding a home")),
    ("school_support", _("activity_school_support", default="School and homework")),
    ("work", _("activity_work", default="Finding work")),
    ("health", _("activity_health", default="Health care")),
    ("administration", _("activity_administration", default="Letters and forms")),
    ("buddy", _("activity_buddy", default="Buddies")),
    ("meeting", _("activity_meeting", default="Meeting each other")),
    ("material_aid", _("activity_material_aid", default="Clothes, furniture, food")),
    ("mobility", _("activity_mobility", default="Transport and bicycles")),
    ("advocacy", _("activity_advocacy", default="Speaking up")),
)

TARGET_GROUPS = (
    ("everyone", _("target_everyone", default="Everyone")),
    ("families", _("target_families", default="Families")),
    (
        "unaccompanied_minors",
        _("target_unaccompanied_minors", default="Young people who are here alone"),
    ),
)

RECRUITING = (
    ("yes", _("recruiting_yes", default="Looking for volunteers")),
    ("not_now", _("recruiting_not_now", default="Not looking for volunteers now")),
    ("waiting_list", _("recruiting_waiting_list", default="Waiting list")),
)

CONTACT_ROLES = (
    ("contact", _("contact_role_contact", default="Contact person")),
    ("deputy", _("contact_role_deputy", default="Deputy")),
)


def choices(
    pairs: Iterable[tuple[str, Message]],
) -> Callable[[object], SimpleVocabulary]:
    """Return a vocabulary factory that offers values by their titles, in order."""
    terms = [SimpleTerm(value, value, title) for value, title in pairs]

    @provider(IVocabularyFactory)
    def factory(context: object) -> SimpleVocabulary:
        return SimpleVocabulary(terms)

    return factory


legal_forms = choices(LEGAL_FORMS)
location_precisions = choices(LOCATION_PRECISIONS)
activities = choices(ACTIVITIES)
target_groups = choices(TARGET_GROUPS)
recruiting = choices(RECRUITING)
contact_roles = choices(CONTACT_ROLES)


@provider(IVocabularyFactory)
def languages(context: object) -> SimpleVocabulary:
    """Return the languages of the world, by name in the visitor's language."""
    site_language = negotiate(getRequest()) or "nl"
    names = sorted(language_names(site_language).items(), key=lambda item: item[1])
    return SimpleVocabulary([SimpleTerm(code, code, name) for code, name in names])
