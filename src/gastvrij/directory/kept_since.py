"""Since when groups keep something, so that no task wakes groups that keep nothing old.

It holds ids of groups and moments or days, by what is kept, and nobody's name.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from typing import Any


SINCE = "{}.since"


def note_kept(site: Any, what: str, uid: str, moments: Iterable[date]) -> None:
    """Remember the first of the moments, or days; forget a group without."""
    name = SINCE.format(what)
    first, known = min(moments, default=None), shelf(site, name).get(uid)
    if first is None and known is not None:
        del shelf(site, name)[uid]
    elif first is not None and first != known:
        shelf_to_write(site, name)[uid] = first


def all_kept(site: Any, what: str) -> Iterator[tuple[str, Any]]:
    """Return the UIDs of the groups, with the first moment or day."""
    yield from shelf(site, SINCE.format(what)).items()
