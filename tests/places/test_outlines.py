"""The drawing of Flanders and Brussels has each place within its province."""

from gastvrij.places.outlines import Outline
from gastvrij.places.outlines import outlines
from gastvrij.places.outlines import project
from gastvrij.places.outlines import VIEW_BOX
from gastvrij.places.provinces import BRUSSELS
from gastvrij.places.provinces import PROVINCES
from gastvrij.places.table import all_places
from importlib.resources import files

import pytest
import re


def points_of(outline: Outline) -> list[list[tuple[float, float]]]:
    """Read the rings of a path as a browser does."""
    assert re.fullmatch(r"(M[\d.]+ [\d.]+(L[\d.]+ [\d.]+)+Z)+", outline.path)
    return [
        [tuple(map(float, point.split())) for point in ring.split("L")]
        for ring in outline.path.removeprefix("M").removesuffix("Z").split("ZM")
    ]


def holds(outline: Outline, x: float, y: float) -> bool:
    """Whether a point lies within, by the even-odd rule."""
    inside = False
    for ring in points_of(outline):
        for (x_a, y_a), (x_b, y_b) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y_a > y) != (y_b > y) and x < (x_b - x_a) * (y - y_a) / (
                y_b - y_a
            ) + x_a:
                inside = not inside
    return inside


def test_outlines_are_those_of_the_flemish_provinces_and_brussels() -> None:
    """By the ids of provinces."""
    flemish = [*PROVINCES][:5]
    assert sorted(each.province for each in outlines()) == sorted([*flemish, BRUSSELS])


def test_outlines_fit_in_the_view_and_in_their_own_boxes() -> None:
    """With some room around."""
    left, top, width, height = VIEW_BOX
    for outline in outlines():
        box = outline.box
        for x, y in (point for ring in points_of(outline) for point in ring):
            assert left < x < left + width
            assert top < y < top + height
            assert box[0] < x < box[0] + box[2]
            assert box[1] < y < box[1] + box[3]


def test_outlines_share_the_points_of_their_borders() -> None:
    """Every point of Brussels is one of Flemish Brabant, which has it as a hole."""
    [brussels] = [each for each in outlines() if each.province == BRUSSELS]
    [around] = [each for each in outlines() if each.province == "vlaams-brabant"]
    assert set(points_of(brussels)[0]) == set(points_of(around)[1])


@pytest.mark.parametrize(
    ("province", "lat", "lon"),
    [
        ("oost-vlaanderen", 51.05, 3.7167),  # Gent
        ("antwerpen", 51.2199, 4.4035),  # Antwerpen
        ("limburg", 50.9311, 5.3378),  # Hasselt
        ("west-vlaanderen", 51.2089, 3.2242),  # Brugge
        ("vlaams-brabant", 50.8796, 4.7009),  # Leuven
        (BRUSSELS, 50.8466, 4.3517),  # Brussel
        ("west-vlaanderen", 51.2155, 2.927),  # Oostende
        ("limburg", 50.7505, 5.7832),  # Voeren
    ],
)
def test_project_puts_a_place_in_its_province(
    province: str, lat: float, lon: float
) -> None:
    """And in no other."""
    point = project(lat, lon)
    assert [each.province for each in outlines() if holds(each, *point)] == [province]


def test_nearly_all_places_lie_in_their_province() -> None:
    """Of 1208 at most a handful lie on the wrong side of a straightened border."""
    drawn = {each.province: each for each in outlines()}
    inside = [
        holds(drawn[each.province or BRUSSELS], *project(each.lat, each.lon))
        for each in all_places()
        if each.region != "wallonia"
    ]
    assert inside.count(False) <= 12


def test_outlines_are_small() -> None:
    """The map is drawn into the page."""
    table = files("gastvrij.places").joinpath("data", "outlines.csv")
    assert len(table.read_bytes()) < 40_000
    assert sum(len(each.path) for each in outlines()) < 20_000
