"""A new link for somebody whose link to a registration no longer works.

The letter goes to the address that the old link was for, and to no other. Whoever asks
reads the same answer, also with a token that never was one.
"""

from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.brake import count_asking
from gastvrij.links.brake import times_asked
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.ledger import Link
from gastvrij.links.ledger import LinkExpired
from gastvrij.links.ledger import LinkRefused
from gastvrij.links.ledger import LinkUsed
from gastvrij.links.ledger import look
from gastvrij.mail.outbox import post
from gastvrij.networkday import cards
from gastvrij.networkday.link_letters import asked_again
from gastvrij.networkday.link_letters import new_link
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration_links import holder_behind
from gastvrij.networkday.seats import UNCONFIRMED
from gastvrij.networkday.summary import summary_of_day
from gastvrij.networkday.turns import end_turn
from gastvrij.networkday.views import PageView
from gastvrij.values.entries import one
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from typing import ClassVar
from zope.interface import implementer


BRAKE = "networkday.renew"
MOST_AN_HOUR = 3


def renew(day: NetworkDay, token: str, purpose: str, now: datetime) -> None:
    """Post a fresh link when the old one was right once; three an hour at most."""
    site, link = api.portal.get(), _once_right(token, purpose, now)
    holder = holder_behind(day, link) if link else None
    if holder is None or link is None:
        return
    who = f"{link.thing} {link.person}"
    if times_asked(site, BRAKE, who, now) >= MOST_AN_HOUR:
        return
    count_asking(site, BRAKE, who, now)
    unconfirmed = all(p.standing == UNCONFIRMED for p in holder.everybody)
    letter = asked_again(day, holder.party) if unconfirmed else new_link(day, holder)
    post(site, letter, now)


def _once_right(token: str, purpose: str, now: datetime) -> Link | None:
    try:
        return look(api.portal.get(), token, purpose, now)
    except LinkRefused as error:
        return error.link if isinstance(error, LinkExpired | LinkUsed) else None


@implementer(ITitledPage)
class LinkPage(PageView):
    """A page behind a link of a letter; GET shows, POST acts, nobody keeps it."""

    tab_title = _("registration_title", default="Your registration")
    parts = ViewPageTemplateFile("templates/registration_parts.pt")
    boxes = ViewPageTemplateFile("../values/templates/boxes.pt")

    purpose: ClassVar[str]
    page: ClassVar[str]
    now: datetime
    token = ""
    is_refused = False
    is_renewed = False

    def __call__(self) -> str:
        """Show the page, or do what a button asks; a dead link can be renewed."""
        keep_to_yourself(self.request.response)
        self.now = datetime.now(UTC)
        self.token = one(self.request.form, "token")
        if self.request.method == "POST" and self.action == "renew":
            renew(self.context, self.token, self.purpose, self.now)
            self.is_refused = self.is_renewed = True
            return self.index()
        try:
            self.answer()
        except LinkRefused:
            self.is_refused = True
            self.request.response.setStatus(404)
        return self.sent() if self.request.method == "POST" else self.index()

    def sent(self) -> str:
        """Return the answer to what was sent; others go on while it is drawn."""
        end_turn()
        return self.index()

    def answer(self) -> None:
        """Find out what to show, after doing what is asked; raises ``LinkRefused``."""
        raise NotImplementedError

    @property
    def action(self) -> str:
        """What the button that was pressed asks for."""
        return one(self.request.form, "action")

    @property
    def page_url(self) -> str:
        """The address of this page, without its token."""
        return f"{self.context.absolute_url()}/{self.page}"

    @property
    def day(self) -> dict[str, Any]:
        """The day in short."""
        return cards.day_card(summary_of_day(self.context, self.now), self.language)

    @property
    def contact_url(self) -> str:
        """Where the secretariat is found."""
        return f"{api.portal.get().absolute_url()}/contact-info"

    @property
    def macros(self) -> Any:
        """What draws a box."""
        return self.boxes.macros

    @property
    def part_macros(self) -> Any:
        """What draws the parts that these pages share."""
        return self.parts.macros
