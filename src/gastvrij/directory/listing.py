"""The list of groups: what it tells of each, by province, page by page."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from gastvrij.directory.freshness import Standing
from gastvrij.directory.freshness import standing
from gastvrij.directory.known_group import KnownGroup
from gastvrij.directory.known_groups import public_groups
from gastvrij.directory.member_directory import MemberDirectory
from gastvrij.directory.validity import recruiting_on
from gastvrij.places.municipalities import municipality
from gastvrij.places.provinces import PLACES
from gastvrij.settings.records import settings
from plone import api
from plone.batching.batch import Batch
from typing import Any
from zope.i18nmessageid import Message


PAGE_SIZE = 24
PICTURE_SCALES = ("preview", "mini", "thumb")


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """What the list tells of one group.

    ``nis`` is the code of its municipality, ``province`` an id of the vocabulary
    ``gastvrij.Provinces``; ``recruiting`` is what holds on the day of the list;
    ``picture`` is an address, empty without one. Activities, target groups and
    languages are codes, ``summaries`` the languages in which it tells of itself;
    ``standing`` is how its confirmation stands on that day.
    """

    uid: str
    url: str
    title: str
    description: str
    nis: str
    province: str
    activities: tuple[str, ...]
    target_groups: tuple[str, ...]
    languages: tuple[str, ...]
    summaries: tuple[str, ...]
    recruiting: str
    state: str
    picture: str
    confirmed_on: date | None
    standing: Standing

    @property
    def municipality(self) -> str:
        """The name of the municipality."""
        return municipality(self.nis).name_nl

    @property
    def province_name(self) -> Message:
        """The name of the province, or of Brussels."""
        return PLACES[self.province]


@dataclass(frozen=True, slots=True)
class ProvinceCount:
    """How many groups a province has, and how many come before them in the list."""

    province: str
    name: Message
    groups: int
    before: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many groups are online, in how many municipalities."""

    groups: int
    municipalities: int


def listed(groups: Iterable[KnownGroup], today: date) -> list[ListedGroup]:
    """Tell of some groups what the list shows on a day; no object is woken.

    The groups are those of a snapshot that this user may see, of this transaction: the
    catalogue's rows of them are read by their number, without another query.
    """
    months = settings().fading_after_months
    rows = api.portal.get_tool("portal_catalog")._catalog
    return [_listed(rows[group.rid], today, months) for group in groups]


def count_by_province(groups: Iterable[KnownGroup]) -> list[ProvinceCount]:
    """Count the groups of every province that has any, in the list's order."""
    numbers = Counter(group.province for group in groups)
    counts: list[ProvinceCount] = []
    before = 0
    for province, name in PLACES.items():
        if numbers[province]:
            counts.append(ProvinceCount(province, name, numbers[province], before))
        before += numbers[province]
    return counts


def count_online(directory: MemberDirectory) -> Numbers:
    """Count the groups that every visitor may see and that have not ended."""
    groups = public_groups(directory)
    return Numbers(len(groups.standing), len(groups.by_municipality))


def page_at(groups: Sequence[Any], start: int) -> Batch:
    """Return the page of the list on which a group stands, counted from 0.

    For a number that no group has it is the nearest page.
    """
    nearest = max(0, min(start, len(groups) - 1))
    return Batch.fromPagenumber(groups, PAGE_SIZE, nearest // PAGE_SIZE + 1)


def start_of(number: int) -> int:
    """Return at which group a page begins; pages count from 1, groups from 0."""
    return (number - 1) * PAGE_SIZE


def page_of(count: ProvinceCount) -> int:
    """Return on which page of the list the groups of a province begin."""
    return count.before // PAGE_SIZE + 1


def province_url(directory_url: str, count: ProvinceCount) -> str:
    """Return where in the whole list the groups of a province begin."""
    start = start_of(page_of(count))
    page = f"{directory_url}?b_start={start}" if start else directory_url
    return f"{page}#{count.province}"


def _listed(brain: Any, today: date, months: int) -> ListedGroup:
    url = brain.getURL()
    facts = brain.group_facts
    return ListedGroup(
        uid=brain.UID,
        url=url,
        title=brain.Title,
        description=brain.Description,
        nis=brain.municipality,
        province=brain.province,
        activities=tuple(brain.activities),
        target_groups=tuple(facts["target_groups"]),
        languages=tuple(facts["languages"]),
        summaries=tuple(facts["summaries"]),
        recruiting=recruiting_on(brain.recruiting, brain.recruiting_until, today),
        state=brain.review_state,
        picture=_picture(url, brain.image_scales),
        confirmed_on=brain.confirmed_on,
        standing=standing(brain.confirmed_on, today, months),
    )


def _picture(url: str, scales: Any) -> str:
    """Return the address of the picture at the size of a card, or as it was sent."""
    if not scales or not scales.get("image"):
        return ""
    picture = scales["image"][0]
    sizes = picture["scales"]
    fitting = next((sizes[name] for name in PICTURE_SCALES if name in sizes), picture)
    return f"{url}/{fitting['download']}"
