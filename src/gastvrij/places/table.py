"""The table of places: every Belgian postal code with the places that bear it.

It is `data/places.csv`, or the table that an operator refreshed with the command
`gastvrij-places`; `data/README.md` tells where ours comes from.
"""

from collections.abc import Iterable
from csv import DictReader
from dataclasses import dataclass
from functools import cache
from gastvrij.places.municipalities import municipality
from gastvrij.places.own_table import own_table
from importlib.resources import files

import logging


logger = logging.getLogger("gastvrij.places")

COLUMNS = ("postal_code", "name", "other_names", "nis", "lat", "lon", "source")

Row = dict[str, str]


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
    """List every place by postal code; the one that names its municipality first.

    The operator's own table is read once, when the instance needs it first. One that
    cannot be read is told in the log, and ours is used.
    """
    own = own_table()
    if own is not None and own.exists():
        try:
            return made_of(rows_of(own.read_text("utf-8")))
        except (OSError, ValueError, KeyError):
            logger.exception("Cannot use %s; using the table of the add-on.", own)
    return made_of(shipped_rows())


def shipped_rows() -> list[Row]:
    """Read the lines of the table that comes with the add-on."""
    table = files("gastvrij.places").joinpath("data", "places.csv")
    return rows_of(table.read_text("utf-8"))


def rows_of(text: str) -> list[Row]:
    """Read the lines of a table; ValueError when it is no table of places."""
    reader = DictReader(text.splitlines())
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise ValueError(f"The columns are not {', '.join(COLUMNS)}.")
    return list(reader)


def made_of(rows: Iterable[Row]) -> tuple[Place, ...]:
    """Make places of lines.

    Raises KeyError for a code of no municipality and ValueError for what is no number.
    """
    return tuple(map(_place, rows))


def _place(row: Row) -> Place:
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
