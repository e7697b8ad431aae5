"""Which groups are nearest to a place, and why each of them is an answer.

First those that say they work in the municipality of the place, then those that are in
it, then the others by distance. Distances are whole kilometres between the centres of
municipalities or postal codes, so that no answer is more precise than its groups.
"""

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from gastvrij.directory.known_group import KnownGroup
from gastvrij.directory.known_group import Point
from gastvrij.places.distance import kilometres
from itertools import chain
from itertools import groupby
from math import cos
from math import radians
from operator import attrgetter
from operator import itemgetter
from typing import NamedTuple


SERVICE_AREA = "service_area"
SAME_MUNICIPALITY = "same_municipality"
DISTANCE = "distance"

AT_LEAST = 3
KM_IN_A_DEGREE = 111

Wanted = Callable[[KnownGroup], bool]
# the code of a municipality, and a point in it where groups are
Place = tuple[str, Point]
# a group behind its number in the order of names: sorting numbers is quick
Ranked = tuple[int, KnownGroup]
Ring = tuple[int, list[Ranked]]


class Hit(NamedTuple):
    """A group that answers a question after a place.

    ``match`` is one of ``service_area``, ``same_municipality`` and ``distance``; ``km``
    the distance in whole kilometres. Whoever works in the municipality, or is in it, is
    within reach however far its centre lies.
    """

    group: KnownGroup
    match: str
    km: int
    within_radius: bool


class Atlas:
    """Groups by the places where they are and work; made once, asked often."""

    def __init__(self, groups: Iterable[KnownGroup]) -> None:
        self._working_in: defaultdict[str, list[KnownGroup]] = defaultdict(list)
        self._at: defaultdict[Place, list[Ranked]] = defaultdict(list)
        for ranked in enumerate(sorted(groups, key=attrgetter("sort_name"))):
            group = ranked[1]
            self._at[group.nis, group.point].append(ranked)
            for nis in group.service_area:
                self._working_in[nis].append(group)

    def nearest(self, nis: str, point: Point, radius: int, wanted: Wanted) -> list[Hit]:
        """Return the wanted groups nearest to a point in a municipality.

        ``nis`` is the code of the municipality, ``radius`` in kilometres. Groups beyond
        it fill the answer up, until it holds three that are active.
        """
        found = [
            *self._workers(nis, point, wanted),
            *self._neighbours(nis, point, wanted),
            *self._within(nis, point, radius, wanted),
        ]
        missing = AT_LEAST - sum(near.group.state == "active" for near in found)
        if missing > 0:
            found += _until(missing, self._beyond(nis, point, radius, wanted))
        return found

    def _workers(self, nis: str, point: Point, wanted: Wanted) -> list[Hit]:
        found = (
            Hit(group, SERVICE_AREA, _km(point, group.point), True)
            for group in self._working_in.get(nis, ())
            if wanted(group)
        )
        return sorted(found, key=attrgetter("km"))

    def _neighbours(self, nis: str, point: Point, wanted: Wanted) -> Iterator[Hit]:
        here = [place for place in self._at if place[0] == nis]
        for km, ring in self._rings(point, here):
            for _rank, group in ring:
                if nis not in group.service_area and wanted(group):
                    yield Hit(group, SAME_MUNICIPALITY, km, True)

    def _within(
        self, nis: str, point: Point, radius: int, wanted: Wanted
    ) -> Iterator[Hit]:
        south, north, west, east = _box(point, radius)
        around = [
            place
            for place in self._at
            if south < place[1][0] < north and west < place[1][1] < east
        ]
        for km, ring in self._rings(point, around):
            if km <= radius:
                yield from _elsewhere(ring, nis, km, True, wanted)

    def _beyond(
        self, nis: str, point: Point, radius: int, wanted: Wanted
    ) -> Iterator[Hit]:
        for km, ring in self._rings(point, self._at):
            if km > radius:
                yield from _elsewhere(ring, nis, km, False, wanted)

    def _rings(self, point: Point, places: Iterable[Place]) -> Iterator[Ring]:
        """Yield the groups of some places by distance, those of one ring by name."""
        by_km = sorted((_km(point, place[1]), place) for place in places)
        for km, ring in groupby(by_km, key=itemgetter(0)):
            groups = chain.from_iterable(self._at[place] for _, place in ring)
            yield km, sorted(groups)


def _elsewhere(
    ring: list[Ranked], nis: str, km: int, within: bool, wanted: Wanted
) -> Iterator[Hit]:
    for _rank, group in ring:
        if nis != group.nis and nis not in group.service_area and wanted(group):
            yield Hit(group, DISTANCE, km, within)


def _until(active: int, found: Iterator[Hit]) -> Iterator[Hit]:
    """Yield what is found until so many active groups have come by."""
    for near in found:
        yield near
        active -= near.group.state == "active"
        if not active:
            return


def _box(point: Point, radius: int) -> tuple[float, float, float, float]:
    """Return south, north, west and east of all that rounds to the radius, in degrees.

    A little too large, and good at the latitude of Belgium.
    """
    high = (radius + 1) / KM_IN_A_DEGREE
    wide = high / cos(radians(abs(point[0]) + high))
    return point[0] - high, point[0] + high, point[1] - wide, point[1] + wide


def _km(here: Point, there: Point) -> int:
    return round(kilometres(*here, *there))
