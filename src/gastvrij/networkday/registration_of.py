"""The page on which a coordinator acts for one person."""

from collections.abc import Callable
from gastvrij.mail.outbox import post
from gastvrij.networkday import ledger
from gastvrij.networkday import registering
from gastvrij.networkday.correcting import correct
from gastvrij.networkday.link_letters import asked_again
from gastvrij.networkday.link_letters import new_link
from gastvrij.networkday.person_page import PersonPage
from gastvrij.networkday.person_ways import NO_ADDRESS
from gastvrij.networkday.person_ways import why_not
from gastvrij.networkday.person_words import DONE
from gastvrij.networkday.person_words import not_done
from gastvrij.networkday.registration_choices import questions_of
from gastvrij.networkday.registration_entries import IRegistration
from gastvrij.networkday.registration_links import Holder
from gastvrij.networkday.roll_rows import person_url
from gastvrij.networkday.seats import SeatRefused
from gastvrij.networkday.seats import UNCONFIRMED
from gastvrij.networkday.turns import take_turn
from gastvrij.values.entries import one
from gastvrij.values.sheet import Sheet
from plone import api
from zExceptions import NotFound
from zope.i18nmessageid import Message


class RegistrationOf(PersonPage):
    """``/netwerkdagen/<id>/registration-of?person=``: a seat, other words, signing off.

    Each act has its own button; what cannot be undone stands folded behind a question.
    """

    def prepare(self) -> None:
        """Find the person; raises ``NotFound`` for who is not of this day."""
        try:
            self.sheet = Sheet.showing(self.entries(), self.person)
        except KeyError:
            raise NotFound(self.__name__) from None
        self.said = DONE.get(one(self.request.form, "done"))

    def act(self) -> str:
        """Do what a button asks, or say why it was not done."""
        take_turn(self.context)
        action = one(self.request.form, "action")
        act = self._acts.get(action)
        if act is None:
            raise NotFound(self.__name__)
        self.said = None
        self.refused = self._why_not(action)
        try:
            if not self.refused:
                act()
        except SeatRefused as error:
            self.refused = not_done(error)
        self.refused_act = action if self.refused else ""
        # what was known before is no longer so
        self.__dict__.pop("availability", None)
        if self.refused or not self.sheet.is_right:
            self.request.response.setStatus(409 if self.refused else 400)
            return self.index()
        url = f"{person_url(self.context, self.person.id)}&done={action}"
        self.request.response.redirect(url, status=303)
        return ""

    @property
    def _acts(self) -> dict[str, Callable[[], object]]:
        day, now = self.context, self.now
        person = self.person.id
        return {
            "confirm": lambda: registering.confirm(day, self.party.id, now),
            "seat": lambda: ledger.promote(day, person, now),
            "again": lambda: ledger.wait_again(day, [person], now),
            "off": lambda: ledger.cancel(day, [person], now),
            "items": self._change_items,
            "correct": self._correct,
            "link": self._send_link,
        }

    def _why_not(self, action: str) -> Message | None:
        if action == "link" and not self.link_address:
            return NO_ADDRESS
        return why_not(self.context, self.person, action, self.now)

    def _change_items(self) -> None:
        form, own = self.request.form, [c.item for c in self.person.seat.choices]
        typed = [one(form, q.id) for q in questions_of(self.availability, own)]
        told = frozenset(one(form, "told").split())
        items = tuple(filter(None, typed))
        ledger.change_items(self.context, self.person.id, items, self.now, told)

    def _correct(self) -> None:
        self.sheet = Sheet.sent(self.entries(), None, self.request.form)
        self.sheet.check(IRegistration)
        if self.sheet.is_right:
            values = self.sheet.values.items()
            texts = {name: " ".join((value or "").split()) for name, value in values}
            correct(self.context, self.person.id, **texts)

    def _send_link(self) -> None:
        if self.kind == UNCONFIRMED:
            letter = asked_again(self.context, self.party)
        else:
            holder = Holder(self.party, self.address, (self.person,))
            letter = new_link(self.context, holder)
        post(api.portal.get(), letter, self.now)
