"""What the page of one person shows whoever organises the day."""

from functools import cached_property
from gastvrij import _
from gastvrij.networkday import ledger_views
from gastvrij.networkday.availability import Availability
from gastvrij.networkday.availability import availability
from gastvrij.networkday.coordinator_page import DayDeskPage
from gastvrij.networkday.door import door
from gastvrij.networkday.door import PAST
from gastvrij.networkday.group_names import names_of_groups
from gastvrij.networkday.person_ways import ways_with
from gastvrij.networkday.person_words import CHANNELS
from gastvrij.networkday.person_words import history_of
from gastvrij.networkday.person_words import Moment
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration_choices import questions_of
from gastvrij.networkday.registration_entries import FIELDS
from gastvrij.networkday.registration_entries import OneOf
from gastvrij.networkday.registration_entries import OwnAddress
from gastvrij.networkday.registration_form import ACCESS_HELP
from gastvrij.networkday.registration_form import NO_NOTES
from gastvrij.networkday.registration_words import Standing
from gastvrij.networkday.registration_words import standing_at
from gastvrij.networkday.registration_words import standing_of
from gastvrij.networkday.roll import Listed
from gastvrij.networkday.roll_rows import Facts
from gastvrij.networkday.roll_rows import Row
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import UNCONFIRMED
from gastvrij.values.boxes import Box
from gastvrij.values.boxes import box_of
from gastvrij.values.boxes import Mistake
from gastvrij.values.boxes import mistakes_of
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.sheet import Sheet
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


class PersonPage(DayDeskPage):
    """One person: how they stand, what they chose, what happened."""

    tab_title = _("person_title", default="A registration")
    boxes = ViewPageTemplateFile("../values/templates/boxes.pt")
    sheet: Sheet
    refused_act = ""

    @property
    def person(self) -> Person:
        """Whom the page is about, as the ledger has it now; raises ``KeyError``."""
        return ledger_views.person(self.context, one(self.request.form, "person"))

    @property
    def party(self) -> Party:
        """The form in which they came."""
        return ledger_views.party(self.context, self.person.party)

    @property
    def kind(self) -> str:
        """Where they stand at this moment."""
        return standing_at(self.person, self.now)

    @property
    def row(self) -> Row:
        """The person as in a list."""
        return self._row(self.person)

    @property
    def others(self) -> list[Row]:
        """Who came in the same form."""
        people = ledger_views.people_of(self.context, self.party)
        return [self._row(each) for each in people if each.id != self.person.id]

    @property
    def standing(self) -> Standing:
        """Where they stand, in words."""
        return standing_of(self.context, self.person, self.now, self.language)

    @property
    def address(self) -> str:
        """Where their letters go."""
        return ledger_views.address_of(self.context, self.person)

    @property
    def link_address(self) -> str:
        """Where a new link goes: whoever sent a form confirms it."""
        return self.party.email if self.kind == UNCONFIRMED else self.address

    @property
    def is_told(self) -> bool:
        """Whether signing off sends a letter."""
        return bool(self.address) and self.kind != UNCONFIRMED

    @property
    def channel(self) -> Message:
        """How they came."""
        return CHANNELS[self.party.channel]

    @property
    def chosen(self) -> list[Message | str]:
        """What they chose, and what of that they wait for."""
        words: list[Message | str] = []
        for choice in self.person.seat.choices:
            title = self.item_titles.get(choice.item, "")
            waits = self.kind == CONFIRMED and not choice.seated
            line = _(
                "chosen_waits",
                default="${title} (waiting list)",
                mapping={"title": title},
            )
            words += [line if waits else title] if title else []
        return words

    @property
    def history(self) -> list[Moment]:
        """What happened."""
        return history_of(self.person, self.language)

    @cached_property
    def is_past(self) -> bool:
        """Whether seats are of no use any more."""
        return door(self.context, self.now) == PAST

    @property
    def ways(self) -> dict[str, bool]:
        """What can be done with the person, by the name of the act."""
        ways = ways_with(self.context, self.person, self.now)
        ways["items"] &= bool(self.item_boxes)
        ways["link"] &= bool(self.link_address)
        return ways

    @cached_property
    def availability(self) -> Availability:
        """What is left."""
        return availability(self.context, self.now)

    @property
    def told(self) -> str:
        """The items of which the page says that they are full."""
        full = (item.uid for item in self.availability.items if item.free == 0)
        return " ".join(full)

    @property
    def item_boxes(self) -> list[Box]:
        """The questions what to choose."""
        chosen = {choice.item for choice in self.person.seat.choices}
        questions = questions_of(self.availability, chosen)
        field = FIELDS["choice"]
        entries = [OneOf(field, q.id, q.title, given=q.options) for q in questions]
        known = {q.id: next(iter(q.items & chosen), "") for q in questions}
        sent = self.request.form if self.refused_act == "items" else {}
        sheet = Sheet.sent(entries, None, known | sent)
        return [box_of(sheet, name) for name in sheet.entries]

    @property
    def text_boxes(self) -> list[Box]:
        """What can be put right."""
        return [box_of(self.sheet, name) for name in self.sheet.entries]

    @property
    def mistakes(self) -> list[Mistake]:
        """What is wrong in what was typed."""
        return mistakes_of(self.sheet)

    @property
    def macros(self) -> Any:
        """What draws a box."""
        return self.boxes.macros

    def entries(self) -> list[Entry]:
        """Return what can be put right; what people eat is not added afterwards."""
        entries: list[Entry] = [
            Entry(FIELDS["name"]),
            OwnAddress(FIELDS["email"], help=self._letters_go_to),
        ]
        if self.context.ask_diet and not self.is_past:
            entries.append(Entry(FIELDS["diet"], note=NO_NOTES))
        if self.context.ask_access and not self.is_past:
            entries.append(Entry(FIELDS["access"], help=ACCESS_HELP, note=NO_NOTES))
        return entries

    @property
    def _letters_go_to(self) -> Message:
        address = self.party.email
        if not address:
            return _("help_person_no_letters", default="Empty: no letters go out.")
        return _(
            "help_person_letters",
            default="Empty: letters go to ${address}.",
            mapping={"address": address},
        )

    def _row(self, person: Person) -> Row:
        groups = names_of_groups([person.group])
        facts = Facts(self.context, groups, self.item_titles, self.now, self.language)
        return facts.row_of(Listed(person, self.party, standing_at(person, self.now)))
