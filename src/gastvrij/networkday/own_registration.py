"""The page of somebody who is registered: how it stands, and what they can do."""

from collections.abc import Callable
from gastvrij.networkday import ledger
from gastvrij.networkday.own_registration_page import OwnRegistrationPage
from gastvrij.networkday.own_words import NOBODY
from gastvrij.networkday.own_words import refused_in_words
from gastvrij.networkday.own_words import SAID
from gastvrij.networkday.registration_links import holder_of
from gastvrij.networkday.seats import SeatRefused
from gastvrij.networkday.turns import take_turn
from gastvrij.values.entries import many
from gastvrij.values.entries import one
from zope.i18nmessageid import Message


class OwnRegistration(OwnRegistrationPage):
    """``/netwerkdagen/<id>/registration?token=``: change, cancel, accept, refuse.

    The link works as long as its people are known. ``do`` says what a letter led to;
    only POST acts, and twice is as once.
    """

    said: Message | None = None

    def answer(self) -> None:
        """Do what is asked, and find out how it stands; raises ``LinkRefused``."""
        self.holder = holder_of(self.context, self.token, self.now)
        if self.request.method == "POST":
            # only now: a link that does not work makes nobody wait
            take_turn(self.context)
            self.holder = holder_of(self.context, self.token, self.now)
        act = self._acts.get(self.action) if self.request.method == "POST" else None
        people = [person.id for person in self.holder.people]
        chosen = [each for each in many(self.request.form, "person") if each in people]
        if act is None:
            return
        if not chosen and self.action != "parts":
            self.refused = NOBODY
            return
        try:
            act(chosen)
            self.said = SAID[self.action]
        except SeatRefused as error:
            self.refused = refused_in_words(error)
            self.request.response.setStatus(409)
        # what the page showed before is no longer so
        self.__dict__.pop("availability", None)
        self.holder = holder_of(self.context, self.token, self.now)

    @property
    def _acts(self) -> dict[str, Callable[[list[str]], object]]:
        day, now = self.context, self.now
        return {
            "accept": lambda people: ledger.accept(day, people, now),
            "refuse": lambda people: ledger.refuse(day, people, now),
            "cancel": lambda people: ledger.cancel(day, people, now),
            "again": lambda people: ledger.wait_again(day, people, now),
            "items": lambda people: self._change_items(people[0]),
            "parts": lambda people: self._fit_in_parts(),
        }

    def _fit_in_parts(self) -> None:
        if self.comes_together:
            ledger.fit_in_parts(self.context, self.holder.party.id, self.now)

    def _change_items(self, person: str) -> None:
        form = self.request.form
        typed = [one(form, f"{q.id}-{person}") for q in self.questions_for(person)]
        told = frozenset(one(form, "told").split())
        items = tuple(filter(None, typed))
        ledger.change_items(self.context, person, items, self.now, told)
