"""The public page of the directory: the list of groups."""

from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij.directory.labels import Label
from gastvrij.directory.labels import label_of
from gastvrij.directory.listing import count_by_province
from gastvrij.directory.listing import count_online
from gastvrij.directory.listing import ended_groups
from gastvrij.directory.listing import listed
from gastvrij.directory.listing import ListedGroup
from gastvrij.directory.listing import Numbers
from gastvrij.directory.listing import page_at
from gastvrij.directory.listing import page_url
from gastvrij.directory.listing import province_url
from gastvrij.directory.listing import ProvinceCount
from gastvrij.directory.listing import standing_groups
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.values.html import safe_html
from itertools import groupby
from operator import attrgetter
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message


MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Card:
    """One group in the list, with the label that goes on it."""

    group: ListedGroup
    label: Label | None


@dataclass(frozen=True, slots=True)
class Section:
    """The groups of one province on this page of the list."""

    id: str
    name: Message
    cards: list[Card]


@dataclass(frozen=True, slots=True)
class Jump:
    """A link to where a province begins in the list."""

    url: str
    name: Message
    groups: int


@dataclass(frozen=True, slots=True)
class Page:
    """A link of the pager."""

    number: int
    url: str
    is_current: bool


class DirectoryView(BrowserView):
    """All groups by province, those that have ended at the end."""

    def __call__(self) -> str:
        """Show one page of the list."""
        standing = standing_groups(self.context)
        brains = standing + ended_groups(self.context)
        self.batch = page_at(brains, self._start())
        groups = listed(self.batch, today_in_belgium())
        self.standing = [group for group in groups if group.state != "ended"]
        self.ended = [group for group in groups if group.state == "ended"]
        return self.index()

    @property
    def numbers(self) -> Numbers:
        """How many groups there are, in how many municipalities."""
        return count_online(self.context)

    @property
    def sections(self) -> list[Section]:
        """The standing groups on this page, by province."""
        by_province = groupby(self.standing, attrgetter("province", "province_name"))
        return [Section(*province, _cards(groups)) for province, groups in by_province]

    @property
    def jumps(self) -> list[Jump]:
        """Links to the provinces, also to those on another page."""
        return [
            Jump(self._jump_url(count), count.name, count.groups)
            for count in count_by_province(self.context)
        ]

    @property
    def pages(self) -> list[Page]:
        """The links of the pager."""
        current = self.batch.pagenumber
        return [
            Page(number, self._page_url(number), number == current)
            for number in self.batch.navlist
        ]

    @property
    def previous_url(self) -> str:
        """Where the page before this one is; empty on the first."""
        batch = self.batch
        return self._page_url(batch.previouspage) if batch.has_previous else ""

    @property
    def next_url(self) -> str:
        """Where the page after this one is; empty on the last."""
        batch = self.batch
        return self._page_url(batch.nextpage) if batch.has_next else ""

    @property
    def text(self) -> str:
        """What the secretariat says below the list, as safe HTML."""
        return safe_html(self.context, "text")

    def _start(self) -> int:
        """Return which group is asked for; the first for odd requests."""
        asked = self.request.form.get("b_start", "")
        is_number = isinstance(asked, str) and asked.isdecimal()
        return int(asked[:MOST_DIGITS]) if is_number else 0

    def _page_url(self, number: int) -> str:
        return page_url(self.context.absolute_url(), number)

    def _jump_url(self, count: ProvinceCount) -> str:
        url = province_url(self.context.absolute_url(), count)
        here = self._page_url(self.batch.pagenumber)
        return url.removeprefix(here) if url.startswith(f"{here}#") else url


def _cards(groups: Iterable[ListedGroup]) -> list[Card]:
    return [Card(group, label_of(group.state, group.recruiting)) for group in groups]
