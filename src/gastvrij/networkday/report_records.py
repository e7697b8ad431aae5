"""What is kept of a report book while it is being made, for coordinators only.

The notes of an item and the plan of a day's book stand on the site itself, not on the
public item or day. Reading makes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.programme_item import ProgrammeItem
from gastvrij.values.pictures import KeptPicture
from plone.app.uuid.utils import uuidToObject
from typing import Any


NOTES = "gastvrij.networkday.report_notes"
PLANS = "gastvrij.networkday.report_plans"


# no slots: what was kept before a field was added has that field's default
@dataclass(frozen=True)
class Reporter:
    """Somebody who was asked for the notes of an item.

    ``asked_by`` is a user id; ``reminded`` counts the letters that went out by
    themselves. ``shown`` is the name in the book: only who wrote it there is named.
    """

    id: str
    name: str
    email: str
    asked_by: str
    asked_on: datetime
    reminded: int = 0
    shown: str = ""


@dataclass(frozen=True)
class NotePicture:
    """A picture with the notes; everybody in it agreed, says who sent it.

    ``small`` is the same picture for forms; ``alt`` tells what can be seen.
    """

    id: str
    image: KeptPicture
    small: KeptPicture
    alt: str


@dataclass(frozen=True)
class Notes:
    """What an item left behind, and who was asked to write it down.

    ``item`` is its UID. ``changed_by`` is the id of a reporter, or of the user who
    changed it last.
    """

    item: str
    reporters: tuple[Reporter, ...] = ()
    insights: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    signal: str = ""
    pictures: tuple[NotePicture, ...] = ()
    changed_on: datetime | None = None
    changed_by: str = ""

    @property
    def is_in(self) -> bool:
        """Whether there is something to print."""
        return bool(self.insights or self.tips or self.signal)

    @property
    def stamp(self) -> str:
        """What changes whenever the notes change."""
        return self.changed_on.isoformat() if self.changed_on else ""

    @property
    def names(self) -> tuple[str, ...]:
        """Who is named in the book, each once."""
        return tuple(dict.fromkeys(r.shown for r in self.reporters if r.shown))

    def reporter(self, reporter_id: str) -> Reporter | None:
        """Return one of the reporters."""
        return next((r for r in self.reporters if r.id == reporter_id), None)


@dataclass(frozen=True)
class Plan:
    """What a coordinator decided about the book of a day; ``day`` is its UID.

    ``order`` and ``left_out`` hold UIDs of items. ``contents`` is the seal of what the
    book was made from that stands with the day, and ``book`` that of the file;
    ``may_replace`` is the seal of an uploaded file whose place a made one may take.
    """

    day: str
    order: tuple[str, ...] = ()
    left_out: frozenset[str] = field(default_factory=frozenset)
    foreword: str = ""
    published_on: datetime | None = None
    published_by: str = ""
    contents: str = ""
    book: str = ""
    may_replace: str = ""

    @property
    def is_published(self) -> bool:
        """Whether the book is out; then the notes are closed."""
        return self.published_on is not None


def notes_of(site: Any, item_uid: str) -> Notes:
    """Return the notes of an item; blank ones where there are none."""
    return shelf(site, NOTES).get(item_uid) or Notes(item_uid)


def plan_of(site: Any, day_uid: str) -> Plan:
    """Return the plan of a day's book; a blank one where there is none."""
    return shelf(site, PLANS).get(day_uid) or Plan(day_uid)


def all_notes(site: Any) -> Iterator[Notes]:
    """Return all notes that are kept, in no order."""
    yield from list(shelf(site, NOTES).values())


def all_plans(site: Any) -> Iterator[Plan]:
    """Return all plans that are kept, in no order."""
    yield from list(shelf(site, PLANS).values())


def keep_notes(site: Any, notes: Notes) -> None:
    """Keep the notes as they are now."""
    shelf_to_write(site, NOTES)[notes.item] = notes


def keep_plan(site: Any, plan: Plan) -> None:
    """Keep a plan as it is now."""
    shelf_to_write(site, PLANS)[plan.day] = plan


def drop_notes(site: Any, item_uid: str) -> None:
    """Forget the notes of an item, if there are any."""
    shelf(site, NOTES).pop(item_uid, None)


def drop_plan(site: Any, day_uid: str) -> None:
    """Forget the plan of a day's book, if there is one."""
    shelf(site, PLANS).pop(day_uid, None)


def item_of(notes: Notes) -> ProgrammeItem | None:
    """Return the item, whoever asks; None when it is gone."""
    return uuidToObject(notes.item, unrestricted=True)


def day_of(plan: Plan) -> NetworkDay | None:
    """Return the day, whoever asks; None when it is gone."""
    return uuidToObject(plan.day, unrestricted=True)
