"""The list of groups: who stands in it, in which order, and how many there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from gastvrij.directory.member_directory import MemberDirectory
from gastvrij.directory.states import ONLINE
from gastvrij.directory.states import STANDING
from gastvrij.directory.validity import recruiting_on
from gastvrij.directory.vocabularies import ACTIVITIES
from gastvrij.places.municipalities import municipality
from gastvrij.places.provinces import PLACES
from plone import api
from plone.batching.batch import Batch
from typing import Any
from zope.i18nmessageid import Message


PAGE_SIZE = 60
ACTIVITY_TITLES = dict(ACTIVITIES)
PICTURE_SCALES = ("preview", "mini", "thumb")


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """What the list tells of one group.

    ``province`` is an id of the vocabulary ``gastvrij.Provinces``; ``recruiting`` is
    what holds on the day of the list; ``picture`` is an address, empty without one.
    """

    url: str
    title: str
    description: str
    municipality: str
    province: str
    activities: tuple[Message, ...]
    recruiting: str
    state: str
    picture: str

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


def standing_groups(directory: MemberDirectory) -> Any:
    """Find the groups that have not ended, as far as the user may see them.

    Returns catalogue brains, lazily, by province, municipality and name.
    """
    return _search(directory, review_state=STANDING, sort_on="directory_order")


def ended_groups(directory: MemberDirectory) -> Any:
    """Find the groups that have ended, in the same order as the others."""
    return _search(directory, review_state="ended", sort_on="directory_order")


def listed(brains: Iterable[Any], today: date) -> list[ListedGroup]:
    """Tell of each brain what the list shows on a day; no object is woken."""
    return [_listed(brain, today) for brain in brains]


def count_by_province(directory: MemberDirectory) -> list[ProvinceCount]:
    """Count the standing groups of every province that has any, in the list's order."""
    counts: list[ProvinceCount] = []
    before = 0
    for province, name in PLACES.items():
        groups = len(_search(directory, review_state=STANDING, province=province))
        if groups:
            counts.append(ProvinceCount(province, name, groups, before))
        before += groups
    return counts


def page_at(groups: Any, start: int) -> Batch:
    """Return the page of the list on which a group stands, counted from 0.

    For a number that no group has it is the nearest page.
    """
    nearest = max(0, min(start, len(groups) - 1))
    return Batch.fromPagenumber(groups, PAGE_SIZE, nearest // PAGE_SIZE + 1)


def page_url(directory_url: str, number: int) -> str:
    """Return the address of a page of the list; ``number`` counts from 1."""
    start = (number - 1) * PAGE_SIZE
    return f"{directory_url}?b_start={start}" if start else directory_url


def province_url(directory_url: str, count: ProvinceCount) -> str:
    """Return where in the list the groups of a province begin: its page and place."""
    page = page_url(directory_url, count.before // PAGE_SIZE + 1)
    return f"{page}#{count.province}"


def count_online(directory: MemberDirectory) -> Numbers:
    """Count the groups that every visitor may see and that have not ended."""
    brains = _search(directory, review_state=ONLINE)
    return Numbers(len(brains), len({brain.municipality for brain in brains}))


def _search(directory: MemberDirectory, **query: Any) -> Any:
    path = {"query": "/".join(directory.getPhysicalPath()), "depth": 1}
    catalog = api.portal.get_tool("portal_catalog")
    return catalog(portal_type="MemberOrganisation", path=path, **query)


def _listed(brain: Any, today: date) -> ListedGroup:
    place = municipality(brain.municipality)
    url = brain.getURL()
    return ListedGroup(
        url=url,
        title=brain.Title,
        description=brain.Description,
        municipality=place.name_nl,
        province=brain.province,
        activities=tuple(ACTIVITY_TITLES[each] for each in brain.activities),
        recruiting=recruiting_on(brain.recruiting, brain.recruiting_until, today),
        state=brain.review_state,
        picture=_picture(url, brain.image_scales),
    )


def _picture(url: str, scales: Any) -> str:
    """Return the address of the picture at the size of a card, or as it was sent."""
    if not scales or not scales.get("image"):
        return ""
    picture = scales["image"][0]
    sizes = picture["scales"]
    fitting = next((sizes[name] for name in PICTURE_SCALES if name in sizes), picture)
    return f"{url}/{fitting['download']}"
