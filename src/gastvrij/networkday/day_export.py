"""A day's people as a spreadsheet; who made one is written down."""

from collections.abc import Iterable
from datetime import datetime
from gastvrij import _
from gastvrij.directory.spreadsheet import write_sheet
from gastvrij.networkday import ledger_views
from gastvrij.networkday.check_in_columns import Column
from gastvrij.networkday.check_in_columns import columns_of
from gastvrij.networkday.group_names import names_of_groups
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.person_words import CHANNELS
from gastvrij.networkday.registration_words import SHORT
from gastvrij.networkday.roll import everybody
from gastvrij.networkday.roll import Listed
from gastvrij.networkday.roll import those
from gastvrij.networkday.roll import Wish
from gastvrij.networkday.seats import WAITING
from gastvrij.privacy.acts import Act
from gastvrij.privacy.acts import ActTitle
from gastvrij.privacy.acts import last_acts
from gastvrij.privacy.acts import write_down
from gastvrij.spelling.dates import BELGIUM
from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message


EXPORTED = "registrations_exported"
exported = ActTitle(
    _("act_registrations_exported", default="Registrations for a network day exported")
)
NAME = _("label_person_name", default="First name and name")
HEADINGS = (
    NAME,
    _("filter_standing", default="Standing"),
    _("column_position", default="Number on the waiting list"),
    _("filter_group", default="Group"),
    _("fact_letters_to", default="Letters go to"),
    _("label_register_phone", default="Phone"),
    _("column_sender", default="Registered by"),
    _("fact_channel", default="Registered"),
    _("column_since", default="Registered on"),
)
DIET = _("fact_diet", default="Does not eat")
ACCESS = _("fact_access", default="Needs to take part")
CHECKED_IN = _("column_checked_in", default="Checked in")


def give_out(day: NetworkDay, language: str, who: str, now: datetime) -> bytes:
    """Return who is known by name as a file; it is written down.

    ``who`` is the user's id.
    """
    people = [p for p in those(everybody(day, now), Wish()) if p.person.name]
    write_down(api.portal.get(), EXPORTED, who, len(people), now, day.UID())
    sheet = _Sheet(day, people, language)
    return write_sheet(sheet.headings(), sheet.rows())


def acts_with_registrations(day: NetworkDay) -> list[Act]:
    """Return who exported the registrations of a day, and when; the last first."""
    acts, uid = last_acts(api.portal.get()), day.UID()
    return [act for act in acts if act.what == EXPORTED and act.place == uid]


class _Sheet:
    def __init__(
        self, day: NetworkDay, people: Iterable[Listed], language: str
    ) -> None:
        self.day, self.people, self.language = day, list(people), language
        self.groups = names_of_groups(each.person.group for each in self.people)
        self.columns: list[Column] = columns_of(day)
        self.positions = ledger_views.positions(day)

    def headings(self) -> list[str]:
        columns = (column.title for column in self.columns)
        return [*map(self._said, (*HEADINGS, *columns, *self._asked, CHECKED_IN))]

    def rows(self) -> list[list[str]]:
        return [self._row(each) for each in self.people]

    @property
    def _asked(self) -> list[Message]:
        asked = {DIET: self.day.ask_diet, ACCESS: self.day.ask_access}
        return [label for label, is_asked in asked.items() if is_asked]

    def _row(self, each: Listed) -> list[str]:
        person, party = each.person, each.party
        position = self.positions.get(person.id, "") if each.kind == WAITING else ""
        chosen = [choice.item for choice in person.seat.choices]
        answers = {DIET: person.diet, ACCESS: person.access}
        cells = (
            person.name,
            SHORT[each.kind],
            position,
            self.groups.get(person.group, ""),
            each.address,
            each.phone,
            party.name,
            CHANNELS[party.channel],
            _moment(party.sent),
            *(column.of(chosen) for column in self.columns),
            *(answers[label] for label in self._asked),
            _moment(person.checked_in),
        )
        return [self._said(cell) for cell in cells]

    def _said(self, cell: object) -> str:
        if isinstance(cell, Message):
            return str(translate(cell, target_language=self.language))
        return str(cell)


def _moment(moment: datetime | None) -> str:
    return f"{moment.astimezone(BELGIUM):%d/%m/%Y %H:%M}" if moment else ""
