"""The page on which somebody confirms the address with which people were registered."""

from gastvrij import _
from gastvrij.links.ledger import Link
from gastvrij.links.ledger import LinkUnknown
from gastvrij.links.ledger import LinkUsed
from gastvrij.links.ledger import look
from gastvrij.links.ledger import redeem
from gastvrij.networkday.own_words import closed_in_words
from gastvrij.networkday.registering import confirm
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration_links import CONFIRM
from gastvrij.networkday.registration_links import CONFIRM_PAGE
from gastvrij.networkday.registration_links import Holder
from gastvrij.networkday.registration_links import holder_behind
from gastvrij.networkday.registration_renewal import LinkPage
from gastvrij.networkday.registration_words import Standing
from gastvrij.networkday.registration_words import standing_of
from gastvrij.networkday.registration_words import TOLD_ELSEWHERE
from gastvrij.networkday.seats import CANCELLED
from gastvrij.networkday.seats import Closed
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import UNCONFIRMED
from gastvrij.networkday.seats import WAITING
from gastvrij.networkday.turns import take_turn
from gastvrij.values.mail_address import same_address
from plone import api
from urllib.parse import urlencode
from zope.i18nmessageid import Message

import transaction


class ConfirmRegistration(LinkPage):
    """``/netwerkdagen/<id>/confirm-registration?token=``: only then people count.

    GET shows a button. POST confirms once, and tells who has a seat and who waits; so
    does the same link afterwards.
    """

    tab_title = _("registration_confirm_title", default="Confirm your registration")
    purpose = CONFIRM
    page = CONFIRM_PAGE

    holder: Holder
    closed: Message | None = None

    def answer(self) -> None:
        """Confirm when asked to; raises ``LinkRefused``."""
        is_sent = self.request.method == "POST"
        link = self._link()
        if is_sent:
            # only now: a link that does not work makes nobody wait
            take_turn(self.context)
            link = self._link()
        # a link of another day is not used up, nor one to an address that was wrong
        self.holder = self._holder_of(link)
        if is_sent and link.used is None:
            self._confirm(link)
            self.holder = self._holder_of(link)

    def sent(self) -> str:
        """Lead to what came of it: the same link tells that from now on.

        When many confirm at once, seats are given before any page is drawn.
        """
        if self.is_refused or self.closed or not self.is_done:
            return super().sent()
        query = urlencode({"token": self.token})
        self.request.response.redirect(f"{self.page_url}?{query}", status=303)
        return ""

    @property
    def is_done(self) -> bool:
        """Whether there is nothing to confirm any more."""
        people = self.holder.everybody
        return not any(person.standing == UNCONFIRMED for person in people)

    @property
    def has_letter(self) -> bool:
        """Whether the reader was sent a letter about what came of it."""
        told = (p.standing != CANCELLED or p.double for p in self.holder.people)
        return any(told)

    @property
    def names(self) -> list[str]:
        """Who was registered."""
        return [person.name for person in self.holder.everybody]

    @property
    def standings(self) -> list[tuple[str, Standing]]:
        """Who was registered, and where those stand of whom this is told here."""
        return [(person.name, self._told(person)) for person in self.holder.everybody]

    @property
    def heading(self) -> Message:
        """What came of it, for all of them."""
        told = [self._told(person) for person in self.holder.people]
        kinds = {standing.kind for _name, standing in self.standings}
        if len(told) == 1:
            return told[0].sentence
        if kinds == {CONFIRMED}:
            return _("confirmed_all", default="You all have a seat.")
        if kinds == {WAITING}:
            return _("confirmed_none", default="You have no seats yet.")
        return _("confirmed_some", default="This is how it stands.")

    def _told(self, person: Person) -> Standing:
        if person not in self.holder.people:
            return TOLD_ELSEWHERE
        return standing_of(self.context, person, self.now, self.language)

    def _link(self) -> Link:
        try:
            return look(api.portal.get(), self.token, CONFIRM, self.now)
        except LinkUsed as used:
            if used.link is None:
                raise
            return used.link

    def _holder_of(self, link: Link) -> Holder:
        holder = holder_behind(self.context, link)
        if holder is None or not same_address(holder.party.email, link.person):
            raise LinkUnknown(link)
        return holder

    def _confirm(self, link: Link) -> None:
        redeem(api.portal.get(), self.token, CONFIRM, self.now)
        try:
            confirm(self.context, link.thing, self.now)
        except Closed as error:
            # the link stays good, should the day be opened again
            transaction.abort()
            self.closed = closed_in_words(error.status)
            self.request.response.setStatus(409)
