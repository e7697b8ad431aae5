"""The lists of applications: whose turn it is, and since when."""

from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.once import new_form_token
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.membership.moves import move
from gastvrij.membership.remarks import IN_THE_BOARDS_HANDS
from gastvrij.membership.renewing import send_confirm_link_again
from gastvrij.membership.summary import in_states
from gastvrij.membership.summary import Summary
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import days_in_words
from gastvrij.spelling.dates import full_date
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


@dataclass(frozen=True)
class Row:
    """One application in a list; every row names group and place."""

    id: str
    name: str
    place: str
    number: str
    url: str
    since: str
    days: Message
    state: Message


@dataclass(frozen=True)
class Part:
    """The applications whose turn it is at the same people."""

    id: str
    title: Message
    rows: list[Row]


PARTS = (
    (
        "ours",
        _("part_ours", default="The secretariat's turn"),
        ("submitted", "in_review"),
    ),
    (
        "theirs",
        _("part_theirs", default="The group's turn"),
        ("waiting_for_applicant", "starting_up"),
    ),
    ("board", _("part_board", default="The board's turn"), IN_THE_BOARDS_HANDS),
    (
        "closed",
        _("part_closed", default="Closed"),
        ("approved", "rejected", "withdrawn", "anonymised"),
    ),
)
# of each part the page shows so many; the others are a click further
MOST = 30
UNCONFIRMED = ("unconfirmed",)
HELPED = "helped"
SENT = _("unconfirmed_sent", default="The link has been sent again.")
CONFIRMED = _("unconfirmed_confirmed", default="The address counts as confirmed.")


@implementer(ITitledPage)
class ApplicationsView(BrowserView):
    """``/lid-worden/applications``: whose turn is it, and since when."""

    tab_title = _("applications_title", default="Applications: whose turn is it?")

    def __call__(self) -> str:
        """Show the lists, or help an address that was not confirmed."""
        self.now = datetime.now(UTC)
        if self.request.method == "POST" and is_sent_from_here(
            self.context, self.request
        ):
            self._help_once(one(self.request.form, "form_token"))
            page = f"{self.context.absolute_url()}/applications"
            self.request.response.redirect(page, status=303)
            return ""
        return self.index()

    @property
    def form_token(self) -> str:
        """The token of one form of the page, so that pressing twice sends once."""
        return new_form_token()

    @cached_property
    def parts(self) -> list[Part]:
        """The applications by whose turn it is, what waits longest or closed last."""
        parts = [
            Part(id_, title, self._rows(id_, states)) for id_, title, states in PARTS
        ]
        return [part for part in parts if part.rows]

    @property
    def shows_all(self) -> bool:
        """Whether every application is asked for."""
        return one(self.request.form, "show") == "all"

    @property
    def is_cut(self) -> bool:
        """Whether there are more than the page shows."""
        found = (in_states(self.context, states) for _, _, states in PARTS)
        waiting = in_states(self.context, UNCONFIRMED)
        is_long = any(len(each) > MOST for each in (*found, waiting))
        return is_long and not self.shows_all

    @cached_property
    def unconfirmed(self) -> list[Row]:
        """Those that do not count yet: their name and days, and nothing else."""
        rows = self._rows("unconfirmed", UNCONFIRMED)
        received = {s.id: s.received for s in in_states(self.context, UNCONFIRMED)}
        return [replace(r, days=_days(received[r.id], self.now)) for r in rows]

    def _rows(self, part: str, states: tuple[str, ...]) -> list[Row]:
        found = in_states(self.context, states)
        ordered = found[::-1] if part == "closed" else found
        shown = ordered if self.shows_all else ordered[:MOST]
        return [row_of(self.context, each, self.now) for each in shown]

    def _help_once(self, form_token: str) -> None:
        form, site = self.request.form, api.portal.get()
        if not receipt_of(site, form_token):
            remember(site, form_token, HELPED, self.now)
            self._help(one(form, "id"), one(form, "action"))

    def _help(self, application_id: str, action: str) -> None:
        found = in_states(self.context, UNCONFIRMED)
        if application_id not in {each.id for each in found}:
            return
        application = self.context[application_id]
        if action == "resend":
            send_confirm_link_again(application, self.now)
            api.portal.show_message(SENT, self.request)
        elif action == "confirm":
            with api.env.adopt_roles(["Manager"]):
                move(application, "confirm", self.now)
            api.portal.show_message(CONFIRMED, self.request)


def row_of(desk: Any, each: Summary, now: datetime) -> Row:
    """Return an application as a list tells of it; by its number once it is erased."""
    workflow = api.portal.get_tool("portal_workflow")
    title = workflow.getTitleForStateOnType(each.state, "MembershipApplication")
    language = api.portal.get_current_language()
    return Row(
        each.id,
        each.name or each.number,
        each.place,
        each.number,
        f"{desk.absolute_url()}/{each.id}",
        full_date(each.since.astimezone(BELGIUM).date(), language),
        _days(each.since, now),
        Message(title, domain="plone"),
    )


def _days(since: datetime, now: datetime) -> Message:
    return days_in_words((now - since).days)
