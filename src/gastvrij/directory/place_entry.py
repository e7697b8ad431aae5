"""Municipalities on a page that needs no script: by name or postal code, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij import _
from gastvrij.places.lookup import Spot
from gastvrij.places.lookup import spots
from gastvrij.places.municipalities import municipality
from gastvrij.values.choice_entries import in_same_order
from gastvrij.values.entries import Area
from gastvrij.values.entries import Entry
from gastvrij.values.refusal import Refused
from typing import Any

import re


MOST_LINES = 100


@dataclass(frozen=True)
class PlaceName(Entry):
    """Asks for one municipality."""

    def shown(self, value: str | None) -> str:
        """Return its name."""
        return municipality(value).name_nl if value else ""

    def value(self, typed: str, content: Any) -> str | None:
        """Return its code; raises ``Refused`` for none, or for several."""
        words = typed.strip()
        return code_of(words) if words else None


@dataclass(frozen=True)
class PlaceNames(Area):
    """Asks for municipalities, one on each line."""

    def shown(self, value: Iterable[str] | None) -> str:
        """Return their names."""
        return "\n".join(municipality(nis).name_nl for nis in value or [])

    def value(self, typed: str, content: Any) -> list[str]:
        """Return their codes; raises ``Refused`` for the first that is not clear."""
        lines = [line.strip() for line in re.split(r"[\n;]", typed)]
        codes = [code_of(line) for line in list(filter(None, lines))[:MOST_LINES]]
        stored = [
            municipality(nis).nis for nis in getattr(content, self.name, None) or []
        ]
        return in_same_order(codes, stored)


def code_of(words: str) -> str:
    """Return the code of the municipality that words mean.

    Raises ``Refused`` where they mean none, or several: it names those.
    """
    found = spots(words)
    if not found:
        raise Refused(
            _(
                "error_place_unknown",
                default="We do not know ${place}. Write a postal code or the name of a"
                " municipality.",
                mapping={"place": words[:60]},
            )
        )
    return _meant(words, found).nis


def _meant(words: str, found: tuple[Spot, ...]) -> Spot:
    exact = [spot for spot in found if _is_name_of(words, spot)]
    if len(found) == 1 or len(exact) == 1:
        return (exact or found)[0]
    raise Refused(
        _(
            "error_place_ambiguous",
            default="${place} can be several places: ${choices}. Write the one you"
            " mean.",
            mapping={
                "place": words[:60],
                "choices": "; ".join(spot.label for spot in found[:6]),
            },
        )
    )


def _is_name_of(words: str, spot: Spot) -> bool:
    place = municipality(spot.nis)
    names = {place.name_nl.casefold(), place.name_fr.casefold()}
    return words.casefold() in names or words == spot.label
