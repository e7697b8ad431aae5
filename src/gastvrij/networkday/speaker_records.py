"""Who was asked to be named as a speaker, kept where only coordinators look.

A record a speaker on the site itself, not on the public item. Reading makes nothing.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from gastvrij.networkday.programme_item import IProgrammeItem
from plone.app.uuid.utils import uuidToObject
from typing import Any


SPEAKERS = "gastvrij.networkday.speakers"
ASKED, AGREED, REFUSED = "asked", "agreed", "refused"


# no slots: what was kept before a field was added has that field's default
@dataclass(frozen=True)
class Speaker:
    """Somebody who speaks at an item of a day; for coordinators only.

    ``item`` is its UID, ``asked_by`` a user id. ``name`` is what a coordinator calls
    them. ``shown`` and ``shown_of``, the organisation, are in the programme while the
    answer is ``agreed``. ``witness`` is the user id of the coordinator whom they told
    so; empty when they answered themselves.
    """

    id: str
    item: str
    name: str
    organisation: str
    email: str
    asked_by: str
    asked_on: datetime
    answer: str = ASKED
    answered_on: datetime | None = None
    shown: str = ""
    shown_of: str = ""
    witness: str = ""

    @property
    def row(self) -> dict[str, Any]:
        """The row of the public item."""
        return {"name": self.shown, "organisation": self.shown_of or None}


def speaker_called(site: Any, speaker_id: str) -> Speaker | None:
    """Return a speaker by id."""
    return shelf(site, SPEAKERS).get(speaker_id)


def all_speakers(site: Any) -> Iterator[Speaker]:
    """Return all that are kept, in no order."""
    yield from list(shelf(site, SPEAKERS).values())


def speakers_of(site: Any, items: Iterable[str]) -> list[Speaker]:
    """Return those of some items, by UID, in the order in which they were asked."""
    uids = set(items)
    found = [each for each in all_speakers(site) if each.item in uids]
    return sorted(found, key=lambda each: (each.asked_on, each.id))


def item_of(speaker: Speaker) -> IProgrammeItem | None:
    """Return the item at which somebody speaks, whoever asks; None when it is gone."""
    return uuidToObject(speaker.item, unrestricted=True)


def is_in_programme(speaker: Speaker) -> bool:
    """Tell whether the name stands on the public item."""
    item = item_of(speaker) if speaker.answer == AGREED else None
    return item is not None and speaker.row in (item.speakers or [])


def keep(site: Any, speaker: Speaker) -> None:
    """Keep what is known of a speaker now."""
    shelf_to_write(site, SPEAKERS)[speaker.id] = speaker
    _tell_pages(speaker)


def drop(site: Any, speaker: Speaker) -> None:
    """Forget a speaker; what is in the programme stays there."""
    del shelf_to_write(site, SPEAKERS)[speaker.id]
    _tell_pages(speaker)


def _tell_pages(speaker: Speaker) -> None:
    """Have the pages made anew that a coordinator reads; the index stays the same."""
    item = item_of(speaker)
    if item is not None:
        item.reindexObject(idxs=["getId"])
