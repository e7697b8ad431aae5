"""What a coordinator finds above the pages of a day, and visitors do not."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from dataclasses import dataclass
from gastvrij import _
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.plan_check import doubts
from gastvrij.networkday.programme import programme
from plone.app.layout.viewlets import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Way:
    """A page on which a coordinator goes on."""

    title: Message
    url: str


# pages of a day on which a coordinator works
PAGES = {
    "speakers": _("heading_speakers", default="Speakers"),
    "report-notes": _("heading_report_notes", default="Report book"),
}
ADD = _("link_add_item", default="Add a programme item")


class PlannersNote(ViewletBase):
    """What needs another look in the plan, and where a coordinator goes on."""

    index = ViewPageTemplateFile("templates/planners_note.pt")

    def update(self) -> None:
        """Find out what there is to say."""
        super().update()
        day = self.day
        url = day.absolute_url()
        slots = [slot for part in programme(day) for slot in part.slots]
        self.sentences = doubts(day, slots)
        self.ways = [
            Way(ADD, f"{url}/++add++ProgrammeItem"),
            *(Way(title, f"{url}/{name}") for name, title in PAGES.items()),
        ]

    @property
    def day(self) -> INetworkDay:
        """The day that is planned."""
        return self.context


class ItemPlannersNote(PlannersNote):
    """The same on the page of an item."""

    @property
    def day(self) -> INetworkDay:
        """The day to which the item belongs."""
        return aq_parent(aq_inner(self.context))
