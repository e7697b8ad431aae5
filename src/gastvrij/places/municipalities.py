"""The municipalities of Belgium as they are since 1 January 2025.

A municipality is known by its NIS code (five digits, the REFNIS of Statbel). The
table is `data/municipalities.csv`; `data/README.md` tells where it comes from.
"""

from csv import DictReader
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from unicodedata import normalize


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality, with the province and region it lies in.

    `province` and `region` are ids of `gastvrij.places.provinces`; `province` is
    empty in Brussels. Where a municipality has no name of its own in a language,
    the name there is that of the other language.
    """

    nis: str
    name_nl: str
    name_fr: str
    province: str
    region: str


@cache
def all_municipalities() -> tuple[Municipality, ...]:
    """List every municipality of today, by Dutch name, accents aside."""
    found = (
        Municipality(
            nis=row["nis"],
            name_nl=row["name_nl"],
            name_fr=row["name_fr"],
            province=row["province"],
            region=row["region"],
        )
        for row in _rows()
    )
    return tuple(sorted(found, key=lambda each: sort_key(each.name_nl)))


def municipality(nis: str) -> Municipality:
    """Find the municipality of today that has this code, or had it since 2018.

    A former code leads to the municipality that took its place. Raises KeyError for a
    code that `successor` does not know.
    """
    return _by_nis()[successor(nis)]


def successor(nis: str) -> str:
    """Give today's code for one that was in use on 31 December 2018 or later.

    A code of today stands for itself. Raises KeyError for a code that is neither.
    """
    return _successors()[nis]


def former_municipalities() -> tuple[tuple[str, str], ...]:
    """List the names of municipalities that are no more, each with today's code."""
    return tuple(
        (former.partition(":")[2], row["nis"])
        for row in _rows()
        for former in filter(None, row["successor_of"].split(";"))
    )


def sort_key(name: str) -> str:
    """Return what a name is sorted by: its letters, accents and capitals aside."""
    letters = normalize("NFKD", name.casefold())
    return "".join(each for each in letters if each.isalnum() or each in " -")


@cache
def _rows() -> tuple[dict[str, str], ...]:
    table = files("gastvrij.places").joinpath("data", "municipalities.csv")
    return tuple(DictReader(table.read_text("utf-8").splitlines()))


@cache
def _by_nis() -> dict[str, Municipality]:
    return {each.nis: each for each in all_municipalities()}


@cache
def _successors() -> dict[str, str]:
    successors = {row["nis"]: row["nis"] for row in _rows()}
    for row in _rows():
        for former in filter(None, row["successor_of"].split(";")):
            successors[former.partition(":")[0]] = row["nis"]
    return successors
