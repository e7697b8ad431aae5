"""A newer table of places, made of ours and of what GeoNames has now.

What we know better stays: names, other names, municipalities, positions, and the places
that only we have. A file adds places, and takes away those that it no longer has.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from gastvrij.places.distance import kilometres
from gastvrij.places.geonames import PostalLine
from gastvrij.places.municipalities import municipality
from gastvrij.places.table import Row
from gastvrij.places.wording import key


OWN = "gastvrij"

FAR = 2  # kilometres between our position and theirs, from which it is told

# GeoNames has this village of Tienen a second time, under a code of Kortenaken
NO_PLACES = {("3470", "stmargrietehoutem")}


@dataclass
class Refreshed:
    """The new table, and what is different in it; a sentence a thing."""

    rows: list[Row]
    new: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    lost_codes: list[str] = field(default_factory=list)


def refreshed(ours: list[Row], lines: Iterable[PostalLine]) -> Refreshed:
    """Put our table and the lines of a file together.

    `lost_codes` are those in Flanders and Brussels that the file does not have. A new
    place lies in the municipality of its code, or else in that of the nearest place.
    """
    result = Refreshed([])
    by_name = {(row["postal_code"], name): row for row in ours for name in _names(row)}
    kept: dict[int, Row] = {id(row): row for row in ours if row["source"] == OWN}
    for line in lines:
        found = (line.postal_code, key(line.name))
        if found in NO_PLACES:
            continue
        row = by_name.get(found)
        if row is None:
            row = _new_row(ours, line)
            by_name[found] = row
            result.new.append(_told(row, f", line {line.number}"))
        elif (apart := _apart(row, line)) > FAR:
            where = f": {apart:.0f} km from where line {line.number} has it"
            result.elsewhere.append(_told(row, where))
        kept[id(row)] = row
    lost = [row for row in ours if id(row) not in kept]
    result.gone = [_told(row) for row in lost]
    codes = {row["postal_code"] for row in kept.values()}
    result.lost_codes = sorted(
        {each["postal_code"] for each in lost if _ours(each)} - codes
    )
    order = {id(row): position for position, row in enumerate(ours)}
    result.rows = sorted(
        kept.values(),
        key=lambda row: (
            row["postal_code"],
            order.get(id(row), len(ours)),
            row["name"],
        ),
    )
    return result


def _names(row: Row) -> set[str]:
    return {key(name) for name in (row["name"], *row["other_names"].split(";")) if name}


def _new_row(ours: list[Row], line: PostalLine) -> Row:
    beside = [row for row in ours if row["postal_code"] == line.postal_code]
    nearest = min(beside or ours, key=lambda row: _apart(row, line))
    return {
        "postal_code": line.postal_code,
        "name": line.name,
        "other_names": "",
        "nis": nearest["nis"],
        "lat": f"{line.lat:.4f}",
        "lon": f"{line.lon:.4f}",
        "source": "geonames",
    }


def _apart(row: Row, line: PostalLine) -> float:
    return kilometres(float(row["lat"]), float(row["lon"]), line.lat, line.lon)


def _told(row: Row, more: str = "") -> str:
    home = municipality(row["nis"]).name_nl
    return f"{row['postal_code']} {row['name']} ({home}){more}"


def _ours(row: Row) -> bool:
    return municipality(row["nis"]).region != "wallonia"
