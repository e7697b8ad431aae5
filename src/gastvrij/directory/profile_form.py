"""What the form of a profile asks, section by section, in the words of its writer."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.directory.language_entry import Languages
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.directory.organisation import ISummary
from gastvrij.directory.place_entry import PlaceNames
from gastvrij.directory.search_for_volunteers import INeed
from gastvrij.values.choice_entries import Pick
from gastvrij.values.choice_entries import Selection
from gastvrij.values.choice_entries import Ticks
from gastvrij.values.entries import Area
from gastvrij.values.entries import Day
from gastvrij.values.entries import Entry
from gastvrij.values.entries import Number
from gastvrij.values.entries import WebAddress
from gastvrij.values.entries import WebAddresses
from gastvrij.values.rich_entries import MarkedText
from gastvrij.values.rich_entries import Picture
from gastvrij.values.row_entries import Rows
from typing import Any
from zope.i18nmessageid import Message
from zope.schema import getFields


NO_PERSONAL_NOTES = _(
    "help_no_personal_notes",
    default=(
        "Write nothing about the residence, health or family of people who look for"
        " help."
    ),
)


@dataclass(frozen=True)
class Section:
    """A part of a form; ``id`` is that of its heading on the page."""

    id: str
    title: Message
    names: tuple[str, ...]


SECTIONS = (
    Section(
        "who",
        _("section_who", default="Who you are"),
        ("description", "text", "image", "image_alt", "founded"),
    ),
    Section(
        "what",
        _("section_what", default="What you do, and for whom"),
        ("activities", "target_groups", "languages", "service_area"),
    ),
    Section(
        "volunteers",
        _("section_volunteers", default="Volunteers, and what you need"),
        ("recruiting", "recruiting_until", "needs"),
    ),
    Section(
        "reach",
        _("section_reach", default="How people find you"),
        ("public_email", "website", "social_media", "how_to_reach", "accessibility"),
    ),
    Section(
        "languages",
        _("section_summaries", default="In other languages"),
        ("summaries",),
    ),
)


def entries_of_profile() -> list[Entry]:
    """Return what a contact person is asked, in the order of the sections."""
    field = getFields(IMemberOrganisation).__getitem__
    need = getFields(INeed)
    summary = getFields(ISummary)
    return [
        Area(field("description"), note=NO_PERSONAL_NOTES, rows=4),
        MarkedText(field("text"), rows=14),
        Picture(field("image")),
        Entry(field("image_alt")),
        Number(field("founded")),
        Ticks(field("activities")),
        Ticks(field("target_groups")),
        Languages(field("languages")),
        PlaceNames(
            field("service_area"),
            help=_(
                "help_service_area_lines",
                default="A postal code or a name, one on each line. Your own"
                " municipality counts already. At most 15.",
            ),
            rows=5,
        ),
        Pick(field("recruiting")),
        Day(
            field("recruiting_until"),
            label=_("label_recruiting_until_day", default="You look until"),
        ),
        Rows(
            field("needs"),
            help=_(
                "help_needs_lines",
                default="Each line goes away by itself after its date. Empty a line to"
                " take it away now.",
            ),
            note=NO_PERSONAL_NOTES,
            cells=(Entry(need["text"]), Day(need["until"])),
        ),
        Entry(field("public_email"), kind="email"),
        WebAddress(
            field("website"),
            help=_("help_website_said", default="For instance www.example.org."),
        ),
        WebAddresses(field("social_media")),
        Area(field("how_to_reach"), note=NO_PERSONAL_NOTES, rows=4),
        Area(field("accessibility")),
        Rows(
            field("summaries"),
            label=_("label_summaries_short", default="In short, for other readers"),
            help=_(
                "help_summaries_lines",
                default="Two or three sentences in a language that your visitors read."
                " Empty a text and its language to take it away.",
            ),
            note=NO_PERSONAL_NOTES,
            cells=(Selection(summary["language"]), Area(summary["text"])),
        ),
    ]


def label_of_field(name: str) -> Any:
    """Return what a field of a group is called."""
    return getFields(IMemberOrganisation)[name].title
