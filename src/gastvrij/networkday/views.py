"""The pages of network days: the archive, and a day."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij.networkday import archive
from gastvrij.networkday import cards
from gastvrij.networkday.availability import Availability
from gastvrij.networkday.calling_off import reason_of
from gastvrij.networkday.day_standing import free_in_items
from gastvrij.networkday.day_standing import in_a_word
from gastvrij.networkday.day_standing import standing_card
from gastvrij.networkday.day_standing import standing_now
from gastvrij.networkday.files import files_in
from gastvrij.networkday.own_groups import own_groups
from gastvrij.networkday.programme import programme
from gastvrij.networkday.summary import DaySummary
from gastvrij.networkday.summary import summary_of_day
from gastvrij.networkday.vocabularies import MODE_WORDS
from gastvrij.values.html import safe_html
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from zope.component import queryMultiAdapter
from zope.i18nmessageid import Message


PLAN = "Modify portal content"


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
        return archive.days(self.context, self.now)

    @cached_property
    def now(self) -> datetime:
        """The moment at which the page is read."""
        return datetime.now(UTC)

    def text(self) -> str:
        """Return what is written above the days."""
        return self.rich_text("text")

    def next_day(self) -> dict[str, Any] | None:
        """Return the first day that is going to take place, if one is announced."""
        day = archive.next_announced(self.days)
        return self._coming_day(day) if day else None

    def other_coming(self) -> list[dict[str, Any]]:
        """Return the other coming days: later, cancelled, or still a draft."""
        first = archive.next_announced(self.days)
        others = [day for day in archive.coming(self.days) if day is not first]
        return [self._coming_day(day) for day in others]

    def years(self) -> list[dict[str, Any]]:
        """Return the past days by year, the newest first, with their themes."""
        themes = archive.themes(self.context)
        return [
            {"year": year, "days": [self._past_day(day, themes) for day in days]}
            for year, days in archive.by_year(archive.past(self.days))
        ]

    def _coming_day(self, day: DaySummary) -> dict[str, Any]:
        """Return a card that says whether people can register; there are few days."""
        card = cards.day_card(day, self.language)
        there = standing_now(self.context[day.url.rpartition("/")[2]], day, self.now)
        return card | in_a_word(there) if there else card

    def _past_day(
        self, day: DaySummary, themes: dict[str, list[str]]
    ) -> dict[str, Any]:
        card = cards.day_card(day, self.language)
        return card | {"themes": themes.get(day.url, [])}


class NetworkDayView(PageView):
    """One day: when and where, its programme, and what it left behind."""

    @cached_property
    def now(self) -> datetime:
        """The moment at which the page is read."""
        return datetime.now(UTC)

    @cached_property
    def summary(self) -> DaySummary:
        """The day in short."""
        return summary_of_day(self.context, self.now)

    def day(self) -> dict[str, Any]:
        """Return the day as the head of the page shows it."""
        return cards.day_card(self.summary, self.language)

    def parts(self) -> list[dict[str, Any]]:
        """Return the parts of the series, when there are others beside this one."""
        series = self.summary.series
        if series is None:
            return []
        days = archive.days(aq_parent(aq_inner(self.context)), self.now)
        found = archive.parts_of(series, days)
        here = self.summary.url
        parts = [cards.part_card(day, here, self.language) for day in found]
        return parts if len(parts) > 1 else []

    @cached_property
    def there(self) -> Availability | None:
        """How the day stands for who wants to come; None for a draft or a past one."""
        return standing_now(self.context, self.summary, self.now)

    def standing(self) -> dict[str, Any] | None:
        """Return the same in words, and what the button says that leads to the form."""
        if self.there is None:
            return None
        form = queryMultiAdapter((self.context, self.request), name="register")
        button = {} if form is not None else {"button": None}
        return standing_card(self.there, self.language) | button

    def called_off_because(self) -> list[str]:
        """Return the lines that tell why the day does not take place."""
        return reason_of(self.context).splitlines()

    def is_contact(self) -> bool:
        """Tell whether the reader can see and register people of the own group."""
        return self.there is not None and bool(own_groups())

    def can_plan(self) -> bool:
        """Tell whether the reader plans the day."""
        return api.user.has_permission(PLAN, obj=self.context)

    def has_place(self) -> bool:
        """Tell whether there is more to say of the place than that it is online."""
        return self.summary.mode != "online" or bool(self.summary.place)

    def mode(self) -> Message:
        """Return how people take part, in words."""
        return MODE_WORDS[self.summary.mode]

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
        free = free_in_items(self.there) if self.there else {}
        return [
            cards.round_card(part, self.summary, self.language, free) for part in parts
        ]
