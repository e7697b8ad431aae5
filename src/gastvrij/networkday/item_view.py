"""The page of a programme item."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij.networkday import cards
from gastvrij.networkday import wording
from gastvrij.networkday.availability import Availability
from gastvrij.networkday.day_standing import BUTTONS
from gastvrij.networkday.day_standing import free_in_items
from gastvrij.networkday.day_standing import standing_now
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.programme import programme
from gastvrij.networkday.summary import DaySummary
from gastvrij.networkday.summary import summary_of_day
from gastvrij.networkday.views import PageView
from gastvrij.networkday.vocabularies import KIND_WORDS
from plone import api
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


class ProgrammeItemView(PageView):
    """One item of the programme: who, when, where, and its report."""

    @property
    def network_day(self) -> INetworkDay:
        """The day to which the item belongs."""
        return aq_parent(aq_inner(self.context))

    @cached_property
    def summary(self) -> DaySummary:
        """The day to which the item belongs, in short."""
        return summary_of_day(self.network_day, datetime.now(UTC))

    @cached_property
    def there(self) -> Availability | None:
        """How the day stands for who wants to come; None for a draft or a past one."""
        return standing_now(self.network_day, self.summary, datetime.now(UTC))

    def button(self) -> Message | None:
        """Return what the button says that leads to the form of the day."""
        return BUTTONS.get(self.there.status) if self.there else None

    def free(self) -> str:
        """Return how many seats are left in the item, if people choose it."""
        free = free_in_items(self.there) if self.there else {}
        word = free.get(api.content.get_uuid(self.context))
        return wording.sentence(translate(word or "", target_language=self.language))

    def day(self) -> dict[str, Any]:
        """Return the day to which the item belongs."""
        return cards.day_card(self.summary, self.language)

    def kind(self) -> Message:
        """Return what kind of item it is, in words."""
        return KIND_WORDS[self.context.kind]

    def when(self) -> str:
        """Return when the item takes place; only the date on a day without hours."""
        if self.summary.whole_day:
            return self.day()["when"]
        start, end = in_brussels(self.context.start), in_brussels(self.context.end)
        date = wording.full_date(start.date(), self.language)
        return wording.sentence(f"{date}, {wording.hours(start, end, self.language)}")

    def where(self) -> str:
        """Return the room, if it is known, and the place of the day."""
        place = wording.place(self.summary, self.language)
        return ", ".join(filter(None, (self.context.room, place)))

    def speakers(self) -> list[dict[str, str]]:
        """Return who speaks, each with the organisation if there is one."""
        return [
            {"name": row["name"], "organisation": row.get("organisation") or ""}
            for row in self.context.speakers or []
        ]

    def beside(self) -> list[dict[str, Any]]:
        """Return the other items of the same round."""
        uid = api.content.get_uuid(self.context)
        for part in programme(self.network_day):
            if part.number and uid in [slot.uid for slot in part.slots]:
                others = [slot for slot in part.slots if slot.uid != uid]
                return [cards.slot_card(slot, part) for slot in others]
        return []

    def report(self) -> str:
        """Return the report."""
        return self.rich_text("report")

    def lacks_report(self) -> bool:
        """Tell whether the day is over and nobody wrote a report of the item."""
        return self.summary.ended and not self.report()
