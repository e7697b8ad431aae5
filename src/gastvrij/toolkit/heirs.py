"""Which part took up another: known by lineage, so that it holds in every edition."""

from collections.abc import Iterator
from gastvrij.links.shelf import place_of
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from typing import Any


HEIRS = "gastvrij.toolkit.heirs"


def name_heir(site: Any, lineage: str, heir: str) -> None:
    """Remember that the part with one lineage was taken up by that with another."""
    shelf_to_write(site, HEIRS)[place_of(lineage)] = heir


def line_of(site: Any, lineage: str) -> Iterator[str]:
    """Yield a lineage, that of the part which took it up, and so on; each once."""
    heirs, seen = shelf(site, HEIRS), set()
    following: str | None = lineage
    while following and following not in seen:
        yield following
        seen.add(following)
        following = heirs.get(place_of(following))
