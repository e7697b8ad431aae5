"""Dutch words in their other forms, as far as a small rule knows them."""

from collections.abc import Iterator
from dataclasses import dataclass

import re


# from how many letters on a word may be the beginning of a longer one: "gas" is not
# the beginning of "gastvrij", and "huur" is that of "huurwaarborg"
SHORTEST_BEGINNING = 4
# how much of a word has to be left without its ending
SHORTEST_STEM = 3

VOICED = {"f": "v", "s": "z"}
VOICELESS = {"v": "f", "z": "s"}
SHORT_SYLLABLE = re.compile(r"(?:.*[^aeiou])?[aeiou][bdfgklmnprst]")
LONG_SYLLABLE = re.compile(r".*(aa|ee|oo|uu)[bcdfgklmnprstvz]")
OPEN_SYLLABLE = re.compile(r"(?:.*[^aeiou])?[aeou][bcdfgklmnprstvz]")


@dataclass(frozen=True, slots=True)
class WordForms:
    """A word with its other forms, and of what words it may be the beginning."""

    word: str
    forms: frozenset[str]
    beginnings: tuple[str, ...]

    def fits(self, other: str) -> bool:
        """Tell whether a word of a text is meant; in small letters without accents."""
        return other in self.forms or other.startswith(self.beginnings)


def forms_of(word: str, may_begin: int = SHORTEST_BEGINNING) -> WordForms:
    """Return the singular and plural forms that a word may have.

    ``word`` is in small letters without accents. A form that is no word finds nothing,
    so the rule rather gives one too many. A word of at least ``may_begin`` letters is
    also taken as a beginning.
    """
    forms = {word, *_plurals(word), *_singulars(word)}
    beginnings = [word] if len(word) >= may_begin else []
    stem = word.removesuffix("en").removesuffix("s")
    if beginnings and stem != word and len(stem) > SHORTEST_BEGINNING:
        beginnings.append(stem)
    return WordForms(word, frozenset(forms), tuple(beginnings))


def _plurals(word: str) -> Iterator[str]:
    """Return "huizen" for "huis", "scholen" for "school", "gassen" for "gas"."""
    if len(word) < SHORTEST_STEM or word.isdecimal():
        return
    yield from (f"{word}s", f"{word}en", f"{word}eren")
    last = word[-1]
    stem = f"{word[:-1]}{VOICED.get(last, last)}"
    yield f"{stem}en"
    if SHORT_SYLLABLE.fullmatch(word):
        yield f"{word}{last}en"
    if LONG_SYLLABLE.fullmatch(word):
        yield f"{stem[:-2]}{stem[-1]}en"


def _singulars(word: str) -> Iterator[str]:
    """Return "huis" for "huizen", "school" for "scholen", "kind" for "kinderen"."""
    for ending in ("eren", "en", "s"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM:
            yield from _without_ending(stem) if ending == "en" else (stem,)


def _without_ending(stem: str) -> Iterator[str]:
    last = stem[-1]
    voiceless = f"{stem[:-1]}{VOICELESS.get(last, last)}"
    yield from (stem, voiceless)
    if stem[-2] == last:
        yield stem[:-1]
    if OPEN_SYLLABLE.fullmatch(stem):
        yield f"{voiceless[:-1]}{voiceless[-2]}{voiceless[-1]}"
