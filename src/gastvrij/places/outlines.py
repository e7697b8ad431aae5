"""Flanders and Brussels as a drawing: outlines of provinces, and where a place is.

The plane is measured in kilometres, east and south of its north-western corner. It is
`data/outlines.csv`; `data/README.md` tells where it comes from.
"""

from csv import DictReader
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos
from math import radians


Box = tuple[float, float, float, float]

NORTH, WEST = 51.54, 2.51
KILOMETRES_A_DEGREE = 111.2
KILOMETRES_A_DEGREE_EAST = KILOMETRES_A_DEGREE * cos(radians(51))

# left, top, width, height
VIEW_BOX: Box = (0, 0, 239, 96)

MARGIN = 3


@dataclass(frozen=True, slots=True)
class Outline:
    """One province, or Brussels, as the data of an SVG path and the box to see it in.

    `province` is an id of `gastvrij.places.provinces.PLACES`. Brussels is a hole in
    Flemish Brabant (by either fill rule); neighbours share the points of their border.
    """

    province: str
    path: str
    box: Box


def project(lat: float, lon: float) -> tuple[float, float]:
    """Give the point of a place, in degrees of WGS 84, on the plane of `VIEW_BOX`."""
    return (lon - WEST) * KILOMETRES_A_DEGREE_EAST, (NORTH - lat) * KILOMETRES_A_DEGREE


@cache
def outlines() -> tuple[Outline, ...]:
    """List the five provinces of Flanders, and Brussels."""
    rings: dict[str, list[list[tuple[float, float]]]] = {}
    table = files("gastvrij.places").joinpath("data", "outlines.csv")
    for row in DictReader(table.read_text("utf-8").splitlines()):
        points = (point.split() for point in row["points"].split(","))
        ring = [project(float(lat), float(lon)) for lon, lat in points]
        rings.setdefault(row["province"], []).append(ring)
    return tuple(
        Outline(province, "".join(map(_path, found)), _box(found))
        for province, found in rings.items()
    )


def _path(ring: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring[:-1]) + "Z"


def _box(rings: list[list[tuple[float, float]]]) -> Box:
    across = [x for ring in rings for x, _y in ring]
    down = [y for ring in rings for _x, y in ring]
    left, top = min(across) - MARGIN, min(down) - MARGIN
    width, height = max(across) + MARGIN - left, max(down) + MARGIN - top
    return round(left, 1), round(top, 1), round(width, 1), round(height, 1)
