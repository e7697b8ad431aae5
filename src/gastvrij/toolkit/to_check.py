"""What of the edition in force has to be read again, and by whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from functools import cache
from gastvrij.toolkit.checks import due_on
from gastvrij.toolkit.checks import FRESH
from gastvrij.toolkit.checks import need
from gastvrij.toolkit.checks import Standing
from gastvrij.toolkit.checks import standing
from gastvrij.toolkit.checks import TIMELESS
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import current_edition
from gastvrij.toolkit.editors import editor_called
from gastvrij.toolkit.flags import counted
from gastvrij.toolkit.flags import doubted_since
from gastvrij.toolkit.keepers import keepers_of
from gastvrij.toolkit.library import ToolkitLibrary
from gastvrij.toolkit.outline import Entry
from plone import api


@dataclass(frozen=True)
class ToCheck:
    """A part or addendum with how its check stands, and the day it falls due.

    ``responsible`` is the user id of an editor, empty where nobody is; ``flags`` how
    many readers doubt it, and ``doubted`` the moment of the first that waits.
    """

    uid: str
    label: str
    url: str
    standing: Standing
    checked_on: date | None
    due_on: date | None
    responsible: str
    flags: int = 0
    doubted: datetime | None = None

    def concerns(self, user_id: str) -> bool:
        """Tell whether an editor looks after it: it is theirs, or nobody's."""
        return self.responsible in ("", user_id)


def to_check(library: ToolkitLibrary, today: date) -> list[ToCheck]:
    """Return what somebody has to read: what needs it most first, else in order.

    Only what visitors see of the edition in force; wakes no part.
    """
    found = [item for item in all_items(library, today) if _asks(item)]
    return sorted(found, key=lambda item: _need(item, today))


def all_items(library: ToolkitLibrary, today: date) -> Iterator[ToCheck]:
    """Return everything that is published in the edition in force."""
    current = current_edition(library)
    if current is None:
        return
    site, is_editor = api.portal.get(), cache(_is_editor)
    flags, doubted = counted(site), doubted_since(site)
    parts = contents(library[current.id]).parts()
    # only what visitors see has a number
    for part in (part for part in parts if part.number):
        for entry in (part, *part.addenda):
            if entry.state == "published":
                thread = entry.thread
                responsible = keepers_of(site, thread).responsible
                keeper = responsible if is_editor(responsible) else ""
                doubts = flags[thread], doubted.get(thread)
                yield _item(entry, today, keeper, *doubts)


def _item(
    entry: Entry, today: date, keeper: str, flags: int, doubted: datetime | None
) -> ToCheck:
    day, interval = entry.checked_on, entry.check_interval
    return ToCheck(
        uid=entry.uid,
        label=entry.label,
        url=entry.url,
        standing=standing(day, interval, today),
        checked_on=day,
        due_on=due_on(day, interval),
        responsible=keeper,
        flags=flags,
        doubted=doubted,
    )


def _is_editor(user_id: str) -> bool:
    return bool(user_id) and editor_called(user_id) is not None


def _asks(item: ToCheck) -> bool:
    return item.flags > 0 or item.standing not in (FRESH, TIMELESS)


def _need(item: ToCheck, today: date) -> tuple[int, int]:
    return need(item.standing, item.checked_on, item.flags, today)
