"""The home page."""

from datetime import datetime
from functools import cached_property
from gastvrij.directory.known_groups import public_groups
from gastvrij.directory.listing import count_by_province
from gastvrij.directory.listing import count_online
from gastvrij.directory.listing import Numbers
from gastvrij.directory.listing import province_url
from gastvrij.directory.listing import ProvinceCount
from gastvrij.directory.map_views import SmallMap
from gastvrij.networkday.archive import days
from gastvrij.networkday.archive import next_announced
from gastvrij.networkday.archive import past
from gastvrij.networkday.moments import BRUSSELS
from gastvrij.networkday.summary import DaySummary
from gastvrij.site.doors import door
from gastvrij.spelling.dates import month_in_short
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import current_edition
from gastvrij.toolkit.contents import EditionEntry
from gastvrij.toolkit.outline import Entry
from plone import api
from Products.Five.browser import BrowserView


class HomeView(SmallMap, BrowserView):
    """What the network is, and the three doors to what it does."""

    def door(self, name: str) -> str:
        """Return the address behind a door."""
        return door(self.context, name)

    @cached_property
    def numbers(self) -> Numbers | None:
        """How many groups there are, in how many municipalities."""
        directory = self.context.get("groepen")
        return None if directory is None else count_online(directory)

    @cached_property
    def provinces(self) -> list[ProvinceCount]:
        """The provinces, and Brussels, that have groups."""
        directory = self.context.get("groepen")
        if directory is None:
            return []
        return count_by_province(public_groups(directory).standing)

    @property
    def map_picture(self) -> str:
        """The map of the groups, as HTML; empty without a directory."""
        directory = self.context.get("groepen")
        return "" if directory is None else self.small_map(directory)

    def province_url(self, count: ProvinceCount) -> str:
        """Return where in the list of groups a province begins."""
        return province_url(f"{self.context.absolute_url()}/groepen", count)

    @cached_property
    def edition(self) -> EditionEntry | None:
        """The current edition of the toolkit."""
        library = self.context.get("toolkit")
        return None if library is None else current_edition(library)

    @cached_property
    def chapters(self) -> tuple[Entry, ...]:
        """The published chapters of the current edition."""
        if self.edition is None:
            return ()
        outline = contents(self.context["toolkit"][self.edition.id])
        return tuple(chapter for chapter in outline.chapters if chapter.number)

    @property
    def parts(self) -> int:
        """How many parts a reader finds in the current edition."""
        return sum(len(chapter.parts) for chapter in self.chapters)

    @cached_property
    def day(self) -> DaySummary | None:
        """The next network day, or else the last one."""
        container = self.context.get("netwerkdagen")
        found = [] if container is None else days(container, datetime.now(BRUSSELS))
        shown = [day for day in past(found) if day.status != "draft"]
        return next_announced(found) or next(iter(shown), None)

    @property
    def day_month(self) -> str:
        """The month of that day in short, in the reader's language."""
        language = api.portal.get_current_language()
        return month_in_short(self.day.start, language) if self.day else ""
