"""What the form asks, page by page: the same on the screen, on paper and over REST."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.directory.place_entry import PlaceNames
from gastvrij.membership.application import IMembershipApplication
from gastvrij.membership.form_kinds import Personal
from gastvrij.membership.form_kinds import Phone
from gastvrij.membership.form_kinds import Place
from gastvrij.membership.form_kinds import Tick
from gastvrij.values.choice_entries import Pick
from gastvrij.values.choice_entries import Ticks
from gastvrij.values.entries import Area
from gastvrij.values.entries import Day
from gastvrij.values.entries import Entry
from gastvrij.values.entries import Number
from gastvrij.values.entries import WebAddress
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
class Page:
    """One page of the form: its title, and what it asks."""

    id: str
    title: Message
    entries: tuple[Entry, ...]


def _field(name: str) -> Any:
    return getFields(IMembershipApplication)[name]


def pages() -> tuple[Page, ...]:
    """Return the four pages of the form."""
    return (
        Page(
            "group",
            _("form_page_group", default="Your group"),
            (
                Pick(_field("kind")),
                Entry(_field("group_name"), autocomplete="organization"),
                Pick(_field("legal_form")),
                Entry(_field("enterprise_number")),
                Place(
                    _field("postal_code"),
                    label=_(
                        "label_postal_code_or_place", default="Postal code or place"
                    ),
                    help=_(
                        "help_postal_code_or_place",
                        default="Where your group meets. For instance 9050 Ledeberg.",
                    ),
                ),
                Number(_field("founded")),
                WebAddress(_field("website")),
            ),
        ),
        Page(
            "work",
            _("form_page_work", default="What you do"),
            (
                Ticks(_field("activities")),
                Ticks(_field("target_groups")),
                PlaceNames(
                    _field("service_area"),
                    help=_(
                        "help_service_area_lines",
                        default="A postal code or a name, one on each line. Your own"
                        " municipality counts already. At most 15.",
                    ),
                ),
                Number(_field("volunteers_estimate")),
                Area(_field("motivation"), rows=6),
            ),
        ),
        Page(
            "contact",
            _("form_page_contact", default="Contact person"),
            (
                Entry(_field("contact_name"), autocomplete="name"),
                Personal(
                    _field("contact_email"),
                    help=_(
                        "help_contact_email",
                        default="A personal address, not a mailbox that you share."
                        " Visitors never see it.",
                    ),
                    autocomplete="email",
                ),
                Phone(_field("contact_phone"), autocomplete="tel"),
                Entry(_field("contact_function")),
                Entry(_field("deputy_name"), autocomplete="off"),
                Personal(_field("deputy_email"), autocomplete="off"),
            ),
        ),
        Page(
            "declaration",
            _("form_page_declaration", default="Declaration"),
            (
                Day(_field("discussed_on")),
                Day(_field("decided_on")),
                Tick(
                    _field("attends_meetings"),
                    label=_("label_meetings_short", default="Meetings"),
                ),
                Tick(
                    _field("may_inform_neighbours"),
                    label=_("label_neighbours_short", default="Groups near you"),
                ),
                Tick(
                    _field("privacy"),
                    label=_("label_privacy_short", default="Your consent"),
                ),
            ),
        ),
    )


def all_entries() -> list[Entry]:
    """Return everything that the form asks, in order."""
    return [entry for page in pages() for entry in page.entries]
