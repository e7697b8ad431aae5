"""The postal codes of a country as GeoNames gives them, and what is wrong with a file.

https://download.geonames.org/export/zip/readme.txt tells: tab separated, UTF-8, one
place a line: country code, postal code, place name, three times an administrative name
and code, latitude, longitude, accuracy.
"""

from collections.abc import Iterable
from dataclasses import dataclass


COUNTRY = "BE"
CELLS = (11, 12)  # accuracy may be left out
LONGEST_NAME = 100

# Belgium with some room around it: south, north, west, east
AROUND = (49.4, 51.6, 2.4, 6.5)


@dataclass(frozen=True, slots=True)
class PostalLine:
    """One place: `number` is the line in the file, from 1; degrees of WGS 84."""

    number: int
    postal_code: str
    name: str
    lat: float
    lon: float


class WrongLine(ValueError):
    """A line that cannot be used; says why in a sentence."""


def read(lines: Iterable[str]) -> tuple[list[PostalLine], list[str]]:
    """Read the Belgian lines; what is wrong comes beside them, a sentence a line.

    Lines of other countries and empty ones are passed over; of lines that say the same
    code and name the first counts.
    """
    found: dict[tuple[str, str], PostalLine] = {}
    wrong = []
    for number, text in enumerate(lines, 1):
        cells = text.rstrip("\r\n").split("\t")
        if cells == [""] or (len(cells) in CELLS and cells[0] != COUNTRY):
            continue
        try:
            line = _line(number, cells)
        except WrongLine as sentence:
            wrong.append(f"Line {number}: {sentence}")
        else:
            found.setdefault((line.postal_code, line.name), line)
    return list(found.values()), wrong


def _line(number: int, cells: list[str]) -> PostalLine:
    if len(cells) not in CELLS:
        raise WrongLine(f"{len(cells)} cells with tabs between them, expected 12.")
    code, name = cells[1].strip(), cells[2].strip()
    if not (len(code) == 4 and code.isascii() and code.isdigit()):
        raise WrongLine(f"{code!r} is no Belgian postal code of four digits.")
    if not name or len(name) > LONGEST_NAME or not name.isprintable() or ";" in name:
        raise WrongLine(f"{name[:LONGEST_NAME]!r} is no name of a place.")
    return PostalLine(number, code, name, *_position(cells[9], cells[10]))


def _position(lat: str, lon: str) -> tuple[float, float]:
    try:
        north, east = float(lat), float(lon)
    except ValueError:
        raise WrongLine(f"{lat!r}, {lon!r} is no latitude and longitude.") from None
    if not (AROUND[0] <= north <= AROUND[1] and AROUND[2] <= east <= AROUND[3]):
        raise WrongLine(f"{lat}, {lon} is not in Belgium.")
    return north, east
