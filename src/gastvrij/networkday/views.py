"""The pages of network days: the archive, a day, and an item of its programme."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij.networkday import archive
from gastvrij.networkday import cards
from gastvrij.networkday import wording
from gastvrij.networkday.files import files_in
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.programme import programme
from gastvrij.networkday.summary import DaySummary
from gastvrij.networkday.summary import summary_of_day
from gastvrij.networkday.vocabularies import MODES
from gastvrij.values.html import safe_html
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from zope.i18nmessageid import Message


class PageView(BrowserView):
    """What the pages of this room have in common."""

    @cached_property
    def language(self) -> str:
        """The language in which the page is read."""
        return api.portal.get_current_language()

    def rich_text(self, name: str) -> str:
        """Return the cleaned HTML of a rich text field; empty when there is none."""
        return safe_html(self.context, name)

    def files(self) -> list[dict[str, str]]:
        """Return the files that belong to the thing shown."""
        return [cards.file_card(f, self.language) for f in files_in(self.context)]


class NetworkDaysView(PageView):
    """The next network day, and the archive by year."""

    @cached_property
    def days(self) -> list[DaySummary]:
        """The days that the reader may see, in the order of the archive."""
        return archive.days(self.context, datetime.now(UTC))

    def text(self) -> str:
        """Return what is written above the days."""
        return self.rich_text("text")

    def next_day(self) -> dict[str, Any] | None:
        """Return the first day that is going to take place, if one is announced."""
        day = archive.next_announced(self.days)
        return cards.day_card(day, self.language) if day else None

    def other_coming(self) -> list[dict[str, Any]]:
        """Return the other coming days: later, cancelled, or still a draft."""
        first = archive.next_announced(self.days)
        others = [day for day in archive.coming(self.days) if day is not first]
        return [cards.day_card(day, self.language) for day in others]

    def years(self) -> list[dict[str, Any]]:
        """Return the past days by year, the newest first."""
        return [
            {"year": year, "days": [cards.day_card(d, self.language) for d in days]}
            for year, days in archive.by_year(archive.past(self.days))
        ]


class NetworkDayView(PageView):
    """One day: when and where, its programme, and what it left behind."""

    @cached_property
    def summary(self) -> DaySummary:
        """The day in short."""
        return summary_of_day(self.context, datetime.now(UTC))

    def day(self) -> dict[str, Any]:
        """Return the day as the head of the page shows it."""
        return cards.day_card(self.summary, self.language)

    def mode(self) -> Message:
        """Return how people take part, in words."""
        return dict(MODES)[self.summary.mode]

    def address(self) -> list[str]:
        """Return the lines of the address."""
        return (self.context.venue_address or "").splitlines()

    def access(self) -> list[str]:
        """Return the lines that tell how to get there and in."""
        return (self.context.venue_access or "").splitlines()

    def text(self) -> str:
        """Return what the day is about."""
        return self.rich_text("text")

    def retrospect(self) -> str:
        """Return the look back."""
        return self.rich_text("retrospect")

    def materials(self) -> str:
        """Return what is written about the material."""
        return self.rich_text("materials")

    def programme(self) -> list[dict[str, Any]]:
        """Return the programme by round."""
        parts = programme(self.context)
        return [cards.round_card(part, self.summary, self.language) for part in parts]


class ProgrammeItemView(PageView):
    """One item of the programme: who, when, where, and its report."""

    @cached_property
    def summary(self) -> DaySummary:
        """The day to which the item belongs, in short."""
        return summary_of_day(aq_parent(aq_inner(self.context)), datetime.now(UTC))

    def day(self) -> dict[str, Any]:
        """Return the day to which the item belongs."""
        return cards.day_card(self.summary, self.language)

    def kind(self) -> Message:
        """Return what kind of item it is, in words."""
        return cards.KIND_WORDS[self.context.kind]

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

    def speakers(self) -> list[str]:
        """Return who speaks, each with the organisation if there is one."""
        rows = self.context.speakers or []
        names = [(row["name"], row.get("organisation")) for row in rows]
        return [f"{name} ({house})" if house else name for name, house in names]

    def report(self) -> str:
        """Return the report."""
        return self.rich_text("report")

    def lacks_report(self) -> bool:
        """Tell whether the day is over and nobody wrote a report of the item."""
        return self.summary.ended and not self.report()
