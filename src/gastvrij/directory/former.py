"""Which groups keep people who speak for them no longer: so that no task wakes others.

It holds ids of groups and days, and nobody's name.
"""

from collections.abc import Iterator
from datetime import date
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from typing import Any


FORMER = "gastvrij.directory.former"


def note_former(site: Any, uid: str, ended: list[date]) -> None:
    """Remember the first day on which somebody stopped; forget a group without."""
    if ended:
        shelf_to_write(site, FORMER)[uid] = min(ended)
    else:
        forget_group(site, uid)


def forget_group(site: Any, uid: str) -> None:
    """Remember nothing of a group any more."""
    former = shelf(site, FORMER)
    if uid in former:
        del former[uid]


def all_former(site: Any) -> Iterator[tuple[str, date]]:
    """Return the UIDs of the groups, with the first day on which somebody stopped."""
    yield from shelf(site, FORMER).items()
