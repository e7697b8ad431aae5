"""Who checked a part, and who is responsible for it: for editors only.

It stands outside the parts, so that no field, copy or export of a part has it. A part
keeps its people in the next edition, where it has the same lineage.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from gastvrij.links.shelf import place_of
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from typing import Any


KEEPERS = "gastvrij.toolkit.keepers"


@dataclass(frozen=True)
class Keepers:
    """User ids of who checked a part, on which day, and of who is responsible.

    Each is empty where it is not known.
    """

    checked_by: str = ""
    checked_on: date | None = None
    responsible: str = ""


def thread_of(part: Any) -> str:
    """Return by what a part is known in every edition; an addendum has its own."""
    return getattr(part, "lineage", None) or part.UID()


def keepers_of(site: Any, thread: str) -> Keepers:
    """Return who keeps a part right; writes nothing."""
    return shelf(site, KEEPERS).get(place_of(thread), Keepers())


def note_check(site: Any, thread: str, who: str, day: date | None) -> None:
    """Remember who found a part right, and when; nobody, when it was taken back."""
    known = keepers_of(site, thread)
    _keep(site, place_of(thread), replace(known, checked_by=who, checked_on=day))


def make_responsible(site: Any, thread: str, who: str) -> None:
    """Let a user be the one who keeps a part right; empty for nobody."""
    known = keepers_of(site, thread)
    _keep(site, place_of(thread), replace(known, responsible=who))


def places_of(site: Any, user_id: str) -> Iterator[tuple[str, Keepers]]:
    """Return what a user checked or is responsible for, by where it stands."""
    for place, kept in shelf(site, KEEPERS).items():
        if user_id and user_id in (kept.checked_by, kept.responsible):
            yield place, kept


def forget_keeper(site: Any, user_id: str) -> int:
    """Forget that a user checked, or is responsible for, anything; return how often."""
    found = list(places_of(site, user_id))
    for place, kept in found:
        if kept.checked_by == user_id:
            kept = replace(kept, checked_by="", checked_on=None)
        if kept.responsible == user_id:
            kept = replace(kept, responsible="")
        _keep(site, place, kept)
    return len(found)


def _keep(site: Any, place: str, kept: Keepers) -> None:
    shelf_to_write(site, KEEPERS)[place] = kept
