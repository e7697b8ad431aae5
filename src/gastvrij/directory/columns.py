"""The columns of a spreadsheet of groups: what they are called and what they hold."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.directory.cells import choice
from gastvrij.directory.cells import DAY
from gastvrij.directory.cells import Kind
from gastvrij.directory.cells import LANGUAGE
from gastvrij.directory.cells import LANGUAGES
from gastvrij.directory.cells import LINE
from gastvrij.directory.cells import NUMBER
from gastvrij.directory.cells import several
from gastvrij.directory.cells import TEXT
from gastvrij.directory.municipality_cell import MUNICIPALITY
from gastvrij.directory.vocabularies import ACTIVITIES
from gastvrij.directory.vocabularies import LEGAL_FORMS
from gastvrij.directory.vocabularies import LOCATION_PRECISIONS
from gastvrij.directory.vocabularies import RECRUITING
from gastvrij.directory.vocabularies import TARGET_GROUPS
from gastvrij.places.municipalities import sort_key
from zope.i18n import translate
from zope.i18nmessageid import Message


@dataclass(frozen=True, slots=True)
class Column:
    """A column by the name of its field; people call it by heading or `also`."""

    name: str
    heading: Message
    kind: Kind
    also: tuple[str, ...] = ()

    def heading_in(self, language: str) -> str:
        """Return what the column is called in a language."""
        return translate(self.heading, target_language=language)


# "id" is no field: it is the group's name in its address, by which it is known again
ID = Column("id", _("sheet_id", default="Reference"), LINE, ("kenmerk", "ref"))

COLUMNS = (
    ID,
    Column(
        "title",
        _("sheet_title", default="Name"),
        LINE,
        ("groep", "naam van de groep", "organisatie", "vereniging", "lidorganisatie"),
    ),
    Column(
        "legal_form",
        _("sheet_legal_form", default="Kind of association"),
        choice(LEGAL_FORMS),
        ("rechtsvorm", "soort"),
    ),
    Column(
        "enterprise_number",
        _("sheet_enterprise_number", default="Enterprise number"),
        LINE,
        ("kbo", "kbo-nummer", "kbo nummer"),
    ),
    Column(
        "member_since",
        _("sheet_member_since", default="Member since"),
        DAY,
        ("lid sinds", "aangesloten op"),
    ),
    Column(
        "municipality",
        _("sheet_municipality", default="Municipality"),
        MUNICIPALITY,
        ("stad", "plaats", "gemeente of stad", "town", "city"),
    ),
    Column(
        "location_precision",
        _("sheet_location_precision", default="What visitors see"),
        choice(LOCATION_PRECISIONS),
    ),
    Column(
        "postal_code",
        _("sheet_postal_code", default="Postal code"),
        LINE,
        ("postnummer", "zip"),
    ),
    Column(
        "street",
        _("sheet_street", default="Street and number"),
        LINE,
        ("straat", "adres", "address"),
    ),
    Column(
        "description",
        _("sheet_description", default="In short"),
        TEXT,
        ("omschrijving", "korte beschrijving"),
    ),
    Column(
        "activities",
        _("sheet_activities", default="Activities"),
        several(choice(ACTIVITIES)),
        ("werking",),
    ),
    Column(
        "target_groups",
        _("sheet_target_groups", default="For whom"),
        several(choice(TARGET_GROUPS)),
        ("doelgroep", "doelgroepen"),
    ),
    Column(
        "languages",
        _("sheet_languages", default="Languages"),
        several(LANGUAGE),
        ("taal",),
    ),
    Column(
        "service_area",
        _("sheet_service_area", default="Active in"),
        several(MUNICIPALITY),
        ("werkingsgebied",),
    ),
    Column("founded", _("sheet_founded", default="Founded in"), NUMBER),
    Column(
        "recruiting",
        _("sheet_recruiting", default="Volunteers"),
        choice(RECRUITING),
    ),
    Column(
        "recruiting_until",
        _("sheet_recruiting_until", default="Looks for volunteers until"),
        DAY,
    ),
    Column(
        "public_email",
        _("sheet_public_email", default="Public e-mail address"),
        LINE,
        ("e-mail", "email", "mail", "e-mailadres"),
    ),
    Column("website", _("sheet_website", default="Website"), LINE, ("site", "url")),
    Column(
        "social_media",
        _("sheet_social_media", default="Social media"),
        several(LINE),
        ("facebook",),
    ),
    Column("how_to_reach", _("sheet_how_to_reach", default="How to reach them"), TEXT),
    Column("accessibility", _("sheet_accessibility", default="Accessibility"), TEXT),
)

# what an export tells and an import leaves alone
STATE = _("sheet_state", default="State")
CONFIRMED_ON = _("sheet_confirmed_on", default="Confirmed on")
CONTACT = _("sheet_contact", default="Contact person")
CONTACT_EMAIL = _("sheet_contact_email", default="E-mail of contact person")
CONTACT_PHONE = _("sheet_contact_phone", default="Phone of contact person")
DEPUTY = _("sheet_deputy", default="Deputy")
DEPUTY_EMAIL = _("sheet_deputy_email", default="E-mail of deputy")
DEPUTY_PHONE = _("sheet_deputy_phone", default="Phone of deputy")
PUBLIC_EXTRAS = (STATE, CONFIRMED_ON)
PEOPLE = (
    CONTACT,
    CONTACT_EMAIL,
    CONTACT_PHONE,
    DEPUTY,
    DEPUTY_EMAIL,
    DEPUTY_PHONE,
)


def column_called(heading: str) -> Column | None:
    """Find a column by its heading in either language, its field's name or an alias."""
    return _by_heading().get(sort_key(heading.strip()))


def is_left_alone(heading: str) -> bool:
    """Tell whether a heading is one that we write ourselves and do not take in."""
    wanted = sort_key(heading.strip())
    return wanted in {
        sort_key(translate(each, target_language=language))
        for each in (*PUBLIC_EXTRAS, *PEOPLE)
        for language in LANGUAGES
    }


def _by_heading() -> dict[str, Column]:
    found = {}
    for column in COLUMNS:
        own = (column.heading_in(language) for language in LANGUAGES)
        for heading in (column.name, *own, *column.also):
            found[sort_key(heading)] = column
    return found
