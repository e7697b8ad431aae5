"""What somebody typed to name a place: its postal codes and its names.

People write `9050`, `B-9050 Ledeberg`, `Gent (Ledeberg)`, `st. niklaas`; accents,
capitals, apostrophes, hyphens and spaces do not matter.
"""

from dataclasses import dataclass
from unicodedata import category
from unicodedata import decimal
from unicodedata import normalize

import re


MOST = 100  # characters: no place needs more

_SEPARATOR = re.compile(r"[(),;/|\n\r\t]")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_COUNTRY = ("b", "be")
_SPELLED_OUT = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o"})


@dataclass(frozen=True, slots=True)
class Asked:
    """The postal codes in a text and its names, each as the words that it has."""

    codes: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]


def asked(text: str) -> Asked:
    """Read a text; one of more than `MOST` characters asks for nothing."""
    codes: list[str] = []
    names: list[tuple[str, ...]] = []
    parts = _SEPARATOR.split(_plain(text)) if len(text) <= MOST else ()
    for tokens in map(_TOKEN.findall, parts):
        found = [each for each in tokens if len(each) == 4 and each.isdigit()]
        words = tuple(each for each in tokens if not each.isdigit())
        codes += found
        if words and not (found and words[0] in _COUNTRY and len(words) == 1):
            names.append(words[1:] if found and words[0] in _COUNTRY else words)
    return Asked(tuple(dict.fromkeys(codes)), tuple(dict.fromkeys(names)))


def key(name: str) -> str:
    """Return what all spellings of a name share.

    Only its letters, without accents, and one way to write Saint, Sint, Sankt and St.
    """
    letters = "".join(each for each in _plain(name) if each.isalpha())
    if letters.startswith("olv"):
        letters = "onzelievevrouw" + letters.removeprefix("olv")
    for holy in ("saint", "sankt", "sint"):
        letters = letters.replace(holy, "st")
    return letters


def _plain(text: str) -> str:
    """Return small letters without accents, any script's digits as 0 to 9."""
    decomposed = normalize("NFKD", text.casefold()).translate(_SPELLED_OUT)
    return "".join(
        str(decimal(each, each))
        for each in decomposed
        if category(each) not in ("Mn", "Cf")  # accents, zero-width characters
    )
