"""The table of places: every Belgian postal code with the places that bear it.

It is `data/places.csv`; `data/README.md` tells where it comes from.
"""

from csv import DictReader
from dataclasses import dataclass
from functools import cache
from gastvrij.places.municipalities import municipality
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Place:
    """A place with a postal code of its own, or one of several that share a code.

    `name` is Dutch where there is a Dutch name; `other_names` are the French, English
    and everyday ones. `municipality` is today's, by its Dutch name, and `nis` its code.
    `province` is empty in Brussels. Degrees of WGS 84, good to a few hundred metres.
    """

    postal_code: str
    name: str
    municipality: str
    nis: str
    province: str
    region: str
    lat: float
    lon: float
    other_names: tuple[str, ...] = ()


@cache
def all_places() -> tuple[Place, ...]:
    """List every place by postal code; the one that names its municipality first."""
    table = files("gastvrij.places").joinpath("data", "places.csv")
    return tuple(map(_place, DictReader(table.read_text("utf-8").splitlines())))


def _place(row: dict[str, str]) -> Place:
    home = municipality(row["nis"])
    return Place(
        postal_code=row["postal_code"],
        name=row["name"],
        municipality=home.name_nl,
        nis=home.nis,
        province=home.province,
        region=home.region,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        other_names=tuple(filter(None, row["other_names"].split(";"))),
    )
