"""The public pages of the directory: the list of groups, and one group."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij.directory.freshness import FADING_AFTER_MONTHS
from gastvrij.directory.freshness import in_words
from gastvrij.directory.freshness import standing
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
from gastvrij.directory.profile import Profile
from gastvrij.directory.states import UNSEEN
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.values.html import safe_html
from itertools import groupby
from operator import attrgetter
from plone import api
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


class OrganisationView(BrowserView):
    """The profile of one group."""

    def __call__(self) -> str:
        """Show the profile as it is today."""
        language = api.portal.get_current_language()
        self.profile = Profile(self.context, today_in_belgium(), language)
        self.state = api.content.get_state(self.context)
        self.label = label_of(self.state, self.profile.recruiting)
        day = self.context.confirmed_on
        self.standing = standing(day, self.profile.today, FADING_AFTER_MONTHS)
        self.freshness = in_words(day, self.standing, language)
        return self.index()

    @property
    def is_unseen(self) -> bool:
        """Whether visitors do not see the group."""
        return self.state in UNSEEN

    @property
    def may_edit(self) -> bool:
        """Whether the user keeps this profile up to date."""
        return api.user.has_permission("Modify portal content", obj=self.context)

    @property
    def picture(self) -> str:
        """The picture as an HTML element; empty without one."""
        if not self.context.image:
            return ""
        images = self.context.restrictedTraverse("@@images")
        return images.tag("image", scale="large", alt=self.context.image_alt)

    @property
    def text(self) -> str:
        """What the group does, as safe HTML."""
        return safe_html(self.context, "text")

    @property
    def has_headings(self) -> bool:
        """Whether the group has put headings of its own into its text."""
        return "<h2" in self.text

    @property
    def directory_url(self) -> str:
        """Where the other groups are."""
        return aq_parent(aq_inner(self.context)).absolute_url()

    @property
    def write_url(self) -> str:
        """Where to write to a group that is active; empty without an address."""
        email = self.context.public_email
        return f"mailto:{email}" if email and self.state == "active" else ""
