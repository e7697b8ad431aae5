"""Groups on a drawing of Flanders and Brussels: a dot for each municipality."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from gastvrij import _
from gastvrij.places.lookup import centre
from gastvrij.places.lookup import spots
from gastvrij.places.municipalities import Municipality
from gastvrij.places.municipalities import municipality
from gastvrij.places.municipalities import sort_key
from gastvrij.places.outlines import Box
from gastvrij.places.outlines import Outline
from gastvrij.places.outlines import outlines
from gastvrij.places.outlines import project
from gastvrij.places.outlines import VIEW_BOX
from gastvrij.places.provinces import BRUSSELS
from gastvrij.places.provinces import PLACES
from math import dist
from math import sqrt
from zope.i18nmessageid import Message


# of the width of the drawing: a dot for one group, the largest dot, and what a finger
# finds on a phone of 360 pixels
ONE = 0.013
LARGEST = 0.045
TOUCH = 0.037


@dataclass(frozen=True, slots=True)
class Dot:
    """A municipality on the drawing; its area tells how many groups it has.

    ``x``, ``y``, its radius ``size``, and ``touch``, that of the circle which a finger
    finds, are in the units of the drawing. ``query`` is what to ask for its groups.
    """

    name: str
    province: str
    groups: int
    query: str
    x: float
    y: float
    size: float
    touch: float

    @property
    def words(self) -> Message:
        """The name with the number of groups."""
        mapping = {"place": self.name, "count": self.groups}
        if self.groups == 1:
            return _("place_one_group", default="${place}: 1 group", mapping=mapping)
        return _("place_groups", default="${place}: ${count} groups", mapping=mapping)


@dataclass(frozen=True, slots=True)
class Area:
    """A province, or Brussels, with its dots by name."""

    id: str
    name: Message
    path: str
    dots: tuple[Dot, ...]

    @property
    def groups(self) -> int:
        """How many groups are in it."""
        return sum(dot.groups for dot in self.dots)


@dataclass(frozen=True, slots=True)
class Drawing:
    """The areas of the drawing, and all dots, the largest first.

    ``chosen`` is the area that it is of; None for the whole.
    """

    view_box: str
    areas: tuple[Area, ...]
    dots: tuple[Dot, ...]
    chosen: Area | None


def draw(groups: Mapping[str, int], province: str = "") -> Drawing:
    """Draw numbers of groups by municipality (its code), of all or of one province.

    Municipalities outside Flanders and Brussels are not on it; for a province that is
    not, it is the whole.
    """
    shown = {each.province: each for each in outlines()}
    box = shown[province].box if province in shown else VIEW_BOX
    found = _dots(groups, box)
    areas = tuple(_area(shown[name], found) for name in PLACES if name in shown)
    chosen = next((area for area in areas if area.id == province), None)
    dots = sorted(found, key=lambda dot: -dot.groups)
    return Drawing(" ".join(map(str, box)), areas, tuple(dots), chosen)


def _area(outline: Outline, dots: Iterable[Dot]) -> Area:
    name = outline.province
    here = tuple(dot for dot in dots if dot.province == name)
    return Area(name, PLACES[name], outline.path, here)


def _dots(groups: Mapping[str, int], box: Box) -> list[Dot]:
    """Return the dots by name, each a circle of its own where there is room for it."""
    _left, _top, width, _height = box
    most = max(groups.values(), default=1)
    one = min(ONE, LARGEST / sqrt(most)) * width
    places = [municipality(nis) for nis in groups]
    shown = [each for each in places if each.region in ("flanders", BRUSSELS)]
    shown.sort(key=lambda each: sort_key(each.name_nl))
    points = [project(*centre(each.nis)) for each in shown]
    return [
        _dot(place, groups[place.nis], point, one, _room(point, points, TOUCH * width))
        for place, point in zip(shown, points, strict=True)
    ]


def _dot(
    place: Municipality,
    groups: int,
    point: tuple[float, float],
    one: float,
    room: float,
) -> Dot:
    size = one * sqrt(groups)
    return Dot(
        name=place.name_nl,
        province=place.province or BRUSSELS,
        groups=groups,
        query=query_for(place.nis),
        x=round(point[0], 1),
        y=round(point[1], 1),
        size=round(size, 2),
        touch=round(max(size, room), 2),
    )


def _room(
    point: tuple[float, float], points: Iterable[tuple[float, float]], most: float
) -> float:
    """Return how large a circle can be without touching the nearest other, at most."""
    apart = (dist(point, other) / 2 for other in points if other != point)
    return min(most, min(apart, default=most))


@cache
def query_for(nis: str) -> str:
    """Return what to ask to mean a municipality, and not another of that name."""
    name = municipality(nis).name_nl
    meant = (spot.query for spot in spots(name) if spot.nis == nis)
    return next(meant, name)
