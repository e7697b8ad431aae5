"""What the pages of who organises a day share: the ways among them, and who may act."""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.networkday.door import door
from gastvrij.networkday.door import PAST
from gastvrij.networkday.join_link import ONLINE
from gastvrij.networkday.letter_facts import item_titles
from gastvrij.networkday.office_letters import REGISTRATIONS
from gastvrij.networkday.views import PageView
from gastvrij.networkday.views import PLAN
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.form_page import LATE
from plone import api
from plone.app.layout.viewlets import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import ClassVar
from zExceptions import NotFound
from zope.i18nmessageid import Message
from zope.interface import implementer


# in the order in which a day is organised; a link is there for who may open the page
PAGES = {
    REGISTRATIONS: _("registrations_title", default="Registrations"),
    "register-by-phone": _("by_phone_title", default="Register by phone"),
    "check-in": _("check_in_title", default="Who is here"),
    "write-to-people": _("way_write", default="Write a letter"),
    "join-link": _("join_link_title", default="Taking part online"),
    "report-notes": _("way_report_notes", default="Notes for the report"),
    "export": _("way_export", default="Spreadsheet"),
    "cancel-day": _("way_cancel_day", default="Call the day off"),
}
CALLED_OFF = _("day_status_cancelled", default="Cancelled")
FOR_ONLINE = "join-link"
# what leads nowhere when the day is over
BEFORE_THE_END = {"register-by-phone", "join-link", "cancel-day"}


class IDayDeskPage(ITitledPage):
    """Marks a page on which a day is organised: the ways to the others are above it."""


@dataclass(frozen=True)
class Way:
    """A link to another page."""

    title: Message
    url: str
    is_here: bool = False


class WaysOfDay(ViewletBase):
    """The row of links among the pages on which a day is organised."""

    index = ViewPageTemplateFile("templates/day_ways.pt")

    @property
    def ways(self) -> list[Way]:
        """The pages that the reader may open."""
        here = getattr(self.view, "__name__", "")
        is_off = api.content.get_state(self.context) == "cancelled"
        return [
            Way(
                CALLED_OFF if name == "cancel-day" and is_off else title,
                f"{self.context.absolute_url()}/{name}",
                name == here,
            )
            for name, title in PAGES.items()
            if self._leads_somewhere(name)
        ]

    def _leads_somewhere(self, name: str) -> bool:
        if name == FOR_ONLINE and self.context.mode not in ONLINE:
            return False
        if name in BEFORE_THE_END and door(self.context, datetime.now(UTC)) == PAST:
            return False
        return self.context.restrictedTraverse(f"@@{name}", None) is not None


@implementer(IDayDeskPage)
class DayDeskPage(PageView):
    """A page that names people: kept nowhere, acting only for who plans the day."""

    tab_title: ClassVar[Message]
    __name__: str
    now: datetime
    said: Message | None = None
    refused: Message | None = None

    def __call__(self) -> str | bytes:
        """Show the page, or do what a button asks."""
        keep_to_yourself(self.request.response)
        self.now = datetime.now(UTC)
        self.prepare()
        if self.request.method != "POST":
            return self.index()
        if not self.may_act:
            raise NotFound(self.__name__)
        if not is_sent_from_here(self.context, self.request):
            self.refused = LATE
            return self.index()
        return self.act()

    def prepare(self) -> None:
        """Find out what the page is about; raises ``NotFound``."""

    def act(self) -> str | bytes:
        """Do what was sent; who may act was checked."""
        return self.index()

    @property
    def can_act(self) -> bool:
        """Whether the reader does more than see."""
        return bool(api.user.has_permission(PLAN, obj=self.context))

    @property
    def may_act(self) -> bool:
        """Whether what the reader sends is done."""
        return self.can_act

    @property
    def url(self) -> str:
        """The address of the day."""
        return self.context.absolute_url()

    @cached_property
    def item_titles(self) -> dict[str, str]:
        """The titles of the items by UID."""
        return item_titles(self.context)
