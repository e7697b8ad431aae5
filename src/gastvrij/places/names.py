"""Every name that a place can be asked by, and those that a misspelt one is near to."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from gastvrij.places.municipalities import all_municipalities
from gastvrij.places.municipalities import former_municipalities
from gastvrij.places.table import all_places
from gastvrij.places.wording import key


LETTERS = "abcdefghijklmnopqrstuvwxyz"

SHORTEST_BEGINNING = 4  # letters of a name that is not written out
MOST_COMPLETIONS = 40
SHORTEST_MISSPELT = 6
LONGEST_MISSPELT = 40


def names_of(words: str) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """Find the places that go by a key: their positions in the table of places.

    Those that bear the name; those in the municipality of that name; those in the
    municipality that one of that name became part of.
    """
    none = frozenset[int]()
    return (
        _by_name().get(words, none),
        _by_municipality().get(words, none),
        _by_former_municipality().get(words, none),
    )


def meant(words: str) -> frozenset[int]:
    """Guess the places for a key that is nobody's: its beginning, or one slip of a key.

    At most some two thousand looks in a dictionary, whatever the key.
    """
    names = list(_beginning_with(words)) or list(_one_slip_from(words))
    return frozenset[int]().union(
        *(next(filter(None, names_of(each))) for each in names)
    )


def _beginning_with(words: str) -> Iterator[str]:
    if len(words) < SHORTEST_BEGINNING:
        return
    names = _sorted_names()
    start = bisect_left(names, words)
    found = [
        each
        for each in names[start : start + MOST_COMPLETIONS]
        if each.startswith(words)
    ]
    if len(found) < MOST_COMPLETIONS:
        yield from found


def _one_slip_from(words: str) -> Iterator[str]:
    if not SHORTEST_MISSPELT <= len(words) <= LONGEST_MISSPELT:
        return
    for place in range(len(words) + 1):
        before, after = words[:place], words[place:]
        slips = [before + after[1:], before + after[1:2] + after[:1] + after[2:]]
        slips += [before + letter + after[1:] for letter in LETTERS]
        slips += [before + letter + after for letter in LETTERS]
        yield from (each for each in slips if each in _by_name())


@cache
def _by_name() -> dict[str, frozenset[int]]:
    found = defaultdict(set)
    for position, place in enumerate(all_places()):
        for name in (place.name, *place.other_names):
            found[key(name)].add(position)
    return {name: frozenset(places) for name, places in found.items()}


@cache
def _by_municipality() -> dict[str, frozenset[int]]:
    return {
        key(name): _inside()[each.nis]
        for each in all_municipalities()
        for name in (each.name_nl, each.name_fr)
    }


@cache
def _by_former_municipality() -> dict[str, frozenset[int]]:
    return {key(name): _inside()[nis] for name, nis in former_municipalities()}


@cache
def _inside() -> dict[str, frozenset[int]]:
    found = defaultdict(set)
    for position, place in enumerate(all_places()):
        found[place.nis].add(position)
    return {nis: frozenset(places) for nis, places in found.items()}


@cache
def _sorted_names() -> list[str]:
    return sorted({*_by_name(), *_by_municipality(), *_by_former_municipality()})
