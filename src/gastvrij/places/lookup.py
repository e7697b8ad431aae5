"""Which places, and which municipalities, a text means."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from functools import lru_cache
from gastvrij.places.municipalities import successor
from gastvrij.places.names import meant
from gastvrij.places.names import names_of
from gastvrij.places.table import all_places
from gastvrij.places.table import Place
from gastvrij.places.wording import asked
from gastvrij.places.wording import key
from statistics import fmean


# the places of a text are not always those of the words for them; twice is enough
MOST_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """One municipality that a text can mean, and where in it.

    `label` is what a person reads, "9050 Ledeberg (Gent)"; asking for `query` means
    exactly this spot.
    """

    nis: str
    label: str
    query: str
    lat: float
    lon: float
    region: str


def places(text: str) -> list[Place]:
    """List every place that a text fits, best first; none for what is no place.

    A code and names have to fit together ("9050 Ledeberg", "Gent (Ledeberg)"); where
    they contradict each other, the places of each are listed, those of the code first.
    A name that nobody bears is passed over beside a code that exists; alone it is
    completed, or one slip in it is forgiven. Takes time in proportion to the text, of
    which more than a hundred characters mean nothing.
    """
    table = all_places()
    return [table[position] for position in _fitting(text)]


@lru_cache(maxsize=1024)
def spots(text: str) -> tuple[Spot, ...]:
    """List the municipalities that a text can mean, best first; none when none fits."""
    found: dict[str, list[Place]] = {}
    for place in places(text):
        found.setdefault(place.nis, []).append(place)
    return tuple(_spot(nis, group) for nis, group in found.items())


def centre(nis: str) -> tuple[float, float]:
    """Give latitude and longitude of a municipality: its main place, or amid them all.

    A former code leads to the municipality of today. Raises KeyError for any other.
    """
    return _centres()[successor(nis)]


def centre_of_code(postal_code: str) -> tuple[float, float] | None:
    """Give latitude and longitude of a postal code; None when there is no such code."""
    found = _by_code().get(postal_code)
    return _amid([all_places()[position] for position in found]) if found else None


def _fitting(text: str) -> list[int]:
    """Find the places in the table, best first."""
    wanted = asked(text)
    codes = frozenset[int]().union(*(_by_code().get(each, ()) for each in wanted.codes))
    names = [each for each in map(_named, wanted.names) if each]
    if not names:
        guessed = frozenset[int]().union(*map(_guessed, wanted.names))
        return sorted(codes & guessed or codes or guessed, key=_rank)
    for width in zip(*names, strict=True):
        if both := frozenset.intersection(*width, *([codes] if codes else [])):
            return sorted(both, key=_rank)
    others = frozenset[int]().union(*(each[0] for each in names)) - codes
    return sorted(codes, key=_rank) + sorted(others, key=_rank)


def _named(words: tuple[str, ...]) -> tuple[frozenset[int], ...]:
    """Find the places of a name, ever wider; nothing for words that are no name.

    First those that bear it; then all in a municipality of that name too; then all in
    the municipality of which one of that name became part. Words that are no name
    together may be two: "Ledeberg Gent".
    """
    own, inside, formerly = names_of(key("".join(words)))
    if own or inside or formerly:
        return own or inside or formerly, own | inside, own | inside | formerly
    for cut in range(1, len(words)):
        one, other = (
            names_of(key("".join(each))) for each in (words[:cut], words[cut:])
        )
        if both := (one[0] & other[1]) | (one[1] & other[0]):
            return both, both, both
    return ()


def _guessed(words: tuple[str, ...]) -> frozenset[int]:
    return meant(key("".join(words)))


def _rank(position: int) -> tuple[bool, int]:
    place = all_places()[position]
    return place.name != place.municipality, position


def _spot(nis: str, group: list[Place]) -> Spot:
    """Describe a municipality by words that mean these places and no others."""
    for _again in range(MOST_ROUNDS):
        query = _query(group)
        group = [each for each in places(query) if each.nis == nis] or group
    lat, lon = _amid(group)
    return Spot(nis, query, query, lat, lon, group[0].region)


def _query(group: list[Place]) -> str:
    code, name = (
        _common(each.postal_code for each in group),
        _common(each.name for each in group),
    )
    home = group[0].municipality
    words = f"{name} ({home})" if name and name != home else home
    return f"{code} {words}".strip()


def _common(values: Iterable[str]) -> str:
    found = set(values)
    return found.pop() if len(found) == 1 else ""


def _amid(group: list[Place]) -> tuple[float, float]:
    """Give the position of the place that names its municipality, or amid all."""
    main = [each for each in group if each.name == each.municipality][:1] or group
    if _common(each.name for each in main):
        main = main[:1]
    return round(fmean(each.lat for each in main), 4), round(
        fmean(each.lon for each in main), 4
    )


@cache
def _by_code() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for position, place in enumerate(all_places()):
        found.setdefault(place.postal_code, set()).add(position)
    return {code: frozenset(positions) for code, positions in found.items()}


@cache
def _centres() -> dict[str, tuple[float, float]]:
    found: dict[str, list[Place]] = {}
    for place in all_places():
        found.setdefault(place.nis, []).append(place)
    return {nis: _amid(group) for nis, group in found.items()}
