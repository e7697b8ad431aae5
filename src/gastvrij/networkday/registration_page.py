"""What the registration form shows: the day, its people, and what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.networkday import cards
from gastvrij.networkday.availability import Availability
from gastvrij.networkday.availability import availability
from gastvrij.networkday.availability import sentence
from gastvrij.networkday.door import PAST
from gastvrij.networkday.group_options import group_options
from gastvrij.networkday.registration_choices import questions_of
from gastvrij.networkday.registration_form import Asked
from gastvrij.networkday.registration_form import entries_of
from gastvrij.networkday.registration_form import MOST_PEOPLE
from gastvrij.networkday.summary import summary_of_day
from gastvrij.networkday.views import PageView
from gastvrij.settings.records import settings
from gastvrij.values.boxes import Box
from gastvrij.values.boxes import box_of
from gastvrij.values.boxes import Mistake
from gastvrij.values.boxes import mistakes_of
from gastvrij.values.choice_entries import Option
from gastvrij.values.entries import Entry
from gastvrij.values.sheet import Sheet
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


@dataclass(frozen=True)
class Place:
    """The place of one person in the form; ``number`` counts from 1."""

    number: int
    boxes: list[Box]

    @property
    def is_first(self) -> bool:
        """Whether this is whoever fills in the form."""
        return self.number == 1


@implementer(ITitledPage)
class RegistrationPage(PageView):
    """The form, with the status of the day above it."""

    tab_title = _("register_title", default="Register")
    boxes = ViewPageTemplateFile("../values/templates/boxes.pt")
    parts = ViewPageTemplateFile("templates/registration_parts.pt")

    now: datetime
    sheet: Sheet
    count = 1

    @cached_property
    def availability(self) -> Availability:
        """How many seats there are, and whether anybody can register."""
        return availability(self.context, self.now)

    @property
    def is_open(self) -> bool:
        """Whether the form is shown."""
        return self.availability.is_open

    @property
    def is_past(self) -> bool:
        """Whether nothing comes after this."""
        return self.availability.status == PAST

    @property
    def status(self) -> str:
        """How it stands with the day, in one sentence."""
        return sentence(self.availability, self.language)

    @property
    def day(self) -> dict[str, Any]:
        """The day in short."""
        return cards.day_card(summary_of_day(self.context, self.now), self.language)

    @cached_property
    def asked(self) -> Asked:
        """What this day asks of everybody."""
        return Asked(
            questions_of(self.availability),
            bool(self.context.ask_diet),
            bool(self.context.ask_access),
            self.groups,
        )

    @cached_property
    def groups(self) -> tuple[Option, ...]:
        """The groups to choose from, by name."""
        return group_options()

    @property
    def macros(self) -> Any:
        """What draws a box."""
        return self.boxes.macros

    @property
    def part_macros(self) -> Any:
        """What draws a person, and whom to ask."""
        return self.parts.macros

    @property
    def contact_url(self) -> str:
        """Where the secretariat is found."""
        return f"{api.portal.get().absolute_url()}/contact-info"

    @property
    def authenticator(self) -> str:
        """What shows that a form of this site is sent by whom it was shown to."""
        return ""

    @property
    def button(self) -> Message:
        """What the button says: a seat, or a place on the waiting list."""
        if self.availability.free == 0:
            return _("button_register_waiting", default="Put me on the waiting list")
        return _("button_register", default="Register")

    @property
    def places(self) -> list[Place]:
        """The people in the form."""
        return [self._place(number) for number in range(self.count)]

    @property
    def blank_place(self) -> Place:
        """A place for one more, which a script copies."""
        entries = _called(entries_of(self.asked, 1), "N")
        sheet = Sheet.sent(entries, None, {})
        return Place(0, [box_of(sheet, name) for name in sheet.entries])

    @property
    def shared_boxes(self) -> list[Box]:
        """What is asked once."""
        own = {box.id for place in self.places for box in place.boxes}
        return [box_of(self.sheet, n) for n in self.sheet.entries if n not in own]

    @property
    def mistakes(self) -> list[Mistake]:
        """What is wrong, for the list above the form."""
        return mistakes_of(self.sheet)

    @property
    def most_people(self) -> int:
        """How many people fit in one form."""
        return MOST_PEOPLE

    @property
    def partial(self) -> Message | None:
        """How many of these people have a seat now, and how many have to wait."""
        free = self.availability.free
        if self.count < 2 or free is None or free >= self.count:
            return None
        if free == 0:
            return _(
                "register_all_wait",
                default="There is no free seat now: all of you come on the waiting"
                " list.",
            )
        numbers: Mapping[str, int] = {"now": free, "later": self.count - free}
        return _(
            "register_partial",
            default="There are fewer seats than people: ${now} now, ${later} on the"
            " waiting list.",
            mapping=numbers,
        )

    @property
    def kept_months(self) -> int:
        """How long names are kept after the day."""
        return settings().keep_registrations_months

    @property
    def kept_days(self) -> int:
        """How long it is kept what people eat and need."""
        return settings().keep_diet_days

    def _place(self, number: int) -> Place:
        names = [entry.name for entry in entries_of(self.asked, number)]
        return Place(number + 1, [box_of(self.sheet, name) for name in names])


def _called(entries: list[Entry], end: str) -> list[Entry]:
    return [entry.called(f"{entry.name.rpartition('-')[0]}-{end}") for entry in entries]
