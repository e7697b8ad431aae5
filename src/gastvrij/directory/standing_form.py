"""What a form asks about what the secretariat keeps of a group."""

from gastvrij import _
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.directory.place_entry import PlaceName
from gastvrij.directory.profile_form import Section
from gastvrij.values.choice_entries import Pick
from gastvrij.values.choice_entries import Ticks
from gastvrij.values.entries import Day
from gastvrij.values.entries import Entry
from zope.schema import getFields


WHAT = _("section_standing", default="What the group is")
WHERE = _("section_where", default="Where the group is")
PLACE_HELP = _(
    "help_place_name", default="The name or the postal code, for instance 9050."
)

IDENTITY = ("title", "legal_form", "enterprise_number")
PLACE = ("municipality", "location_precision", "postal_code", "street")

STANDING_SECTIONS = (
    Section("standing", WHAT, (*IDENTITY, "member_since")),
    Section("where", WHERE, PLACE),
)
ASKED_SECTIONS = (
    Section("standing", WHAT, IDENTITY),
    Section("where", WHERE, PLACE),
)
NEW_SECTIONS = (
    Section("standing", WHAT, (*IDENTITY, "member_since", "activities")),
    Section("where", WHERE, PLACE),
)


def entries_of_standing(names: tuple[str, ...]) -> list[Entry]:
    """Return what is asked about some of the fields that the secretariat keeps."""
    field = getFields(IMemberOrganisation).__getitem__
    entries = [
        Entry(field("title")),
        Pick(field("legal_form")),
        Entry(field("enterprise_number")),
        Day(field("member_since")),
        Ticks(field("activities")),
        PlaceName(field("municipality"), help=PLACE_HELP),
        Pick(field("location_precision")),
        Entry(field("postal_code")),
        Entry(field("street")),
    ]
    return [entry for entry in entries if entry.name in names]


def names_in(sections: tuple[Section, ...]) -> tuple[str, ...]:
    """Return the names of the fields in some sections."""
    return tuple(name for section in sections for name in section.names)
