"""The page on which a coordinator registers who is on the phone, or at the door."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from gastvrij import _
from gastvrij.links.once import remember
from gastvrij.networkday import ledger_views
from gastvrij.networkday.by_phone_form import caller_in
from gastvrij.networkday.by_phone_form import person_entries
from gastvrij.networkday.by_phone_form import phone_entries
from gastvrij.networkday.coordinator_page import IDayDeskPage
from gastvrij.networkday.day_counts import seats_in_words
from gastvrij.networkday.door import door
from gastvrij.networkday.door import limits_of
from gastvrij.networkday.door import PAST
from gastvrij.networkday.group_names import names_of_groups
from gastvrij.networkday.letter_facts import item_titles
from gastvrij.networkday.person_words import not_done
from gastvrij.networkday.register import RegisterView
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration_form import Asked
from gastvrij.networkday.registration_form import count_in
from gastvrij.networkday.registration_form import IN_PARTS
from gastvrij.networkday.registration_form import registered
from gastvrij.networkday.registration_page import Place
from gastvrij.networkday.roll import everybody
from gastvrij.networkday.roll import plain
from gastvrij.networkday.roll_rows import Facts
from gastvrij.networkday.roll_rows import Row
from gastvrij.networkday.seats import SeatRefused
from gastvrij.networkday.tally import standings
from gastvrij.values.boxes import box_of
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.form_page import LATE
from gastvrij.values.sheet import Sheet
from plone import api
from typing import Any
from zope.component import getMultiAdapter
from zope.i18nmessageid import Message
from zope.interface import implementer


BY_PHONE = "register-by-phone"


@implementer(IDayDeskPage)
class RegisterByPhone(RegisterView):
    """``/netwerkdagen/<id>/register-by-phone``: they are in at once, with no address.

    Somebody with a name that is in the list already is told before it is done.
    """

    tab_title = _("by_phone_title", default="Register by phone")
    page = BY_PHONE
    is_told = False

    @property
    def is_open(self) -> bool:
        """Whether people can be registered: until the day is over."""
        is_announced = limits_of(self.context, self.now).announced
        return is_announced and door(self.context, self.now) != PAST

    @cached_property
    def asked(self) -> Asked:
        """What this day asks; the group stands beside it."""
        return replace(super().asked, groups=(), by_contact=True)

    @property
    def authenticator(self) -> str:
        """What shows that the form is sent by whom it was shown to."""
        view = getMultiAdapter((self.context, self.request), name="authenticator")
        return view.authenticator()

    @property
    def seats(self) -> Message:
        """How many seats are taken."""
        numbers = standings(everybody(self.context, self.now))
        return seats_in_words(self.context, numbers)

    @property
    def button(self) -> Message:
        """What the button says."""
        return _("button_by_phone", default="Register")

    @property
    def blank_place(self) -> Place:
        """A place for one more, which a script copies."""
        entries = [
            each.called(f"{each.name.rpartition('-')[0]}-N")
            for each in person_entries(self.asked, 1)
        ]
        sheet = Sheet.sent(entries, None, {})
        return Place(0, [box_of(sheet, name) for name in sheet.entries])

    @property
    def told_names(self) -> str:
        """The names that the page tells of."""
        return self.known_names if self.is_told else ""

    @property
    def known_names(self) -> str:
        """Which of the names are in the list already."""
        known = {
            plain(each.person.name)
            for each in everybody(self.context, self.now)
            if not each.is_gone
        }
        typed = (self.sheet.typed[f"name-{n}"] for n in range(self.count))
        return ", ".join(name for name in typed if plain(name.strip()) in known)

    @property
    def came(self) -> list[Row]:
        """Who was registered just now, and where they stand."""
        if self.party is None:
            return []
        people = ledger_views.people_of(self.context, self.party)
        groups = names_of_groups(each.group for each in people)
        titles = item_titles(self.context)
        facts = Facts(self.context, groups, titles, self.now, self.language)
        ids = {each.id for each in people}
        listed = everybody(self.context, self.now)
        return [facts.row_of(each) for each in listed if each.person.id in ids]

    def entries(self) -> list[Entry]:
        """Return all that is asked."""
        return phone_entries(self.asked, self.groups, self.count)

    def _fill(self, form: Mapping[str, Any]) -> None:
        self.count = count_in(form)
        self.sheet = Sheet.sent(self.entries(), None, form)
        if "together" in self.sheet.typed:
            self.sheet.typed["together"] = self.sheet.typed["together"] or IN_PARTS

    def _send(self, form: Mapping[str, Any]) -> str:
        if is_sent_from_here(self.context, self.request):
            return super()._send(form)
        self._fill(form)
        self.held = LATE
        return self._show(400)

    def _machine_mark(self) -> None:
        """Return nothing: who is logged in is no program."""

    def _keep(self) -> str:
        self.is_told = bool(self.known_names)
        if self.is_told and one(self.request.form, "names") != self.told_names:
            self.held = _(
                "by_phone_namesake",
                default="In the list already: ${names}. Is it somebody else? Then press"
                " once more.",
                mapping={"names": self.known_names},
            )
            return self._show(200)
        values = self.sheet.values
        entries = registered(values, self.asked, self.count)
        sender = caller_in(values, self.language)
        try:
            party = register(self.context, entries, sender, self.now, confirmed=True)
        except SeatRefused as error:
            self.held = not_done(error)
            return self._show(409)
        remember(api.portal.get(), self.token, party.id, self.now)
        return self._show_receipt()
