"""What changed for readers, as whoever asks may see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from gastvrij import _
from gastvrij.spelling.dates import BELGIUM
from gastvrij.toolkit.change_record import Change
from gastvrij.toolkit.change_record import CHANGED
from gastvrij.toolkit.change_record import EDITION
from gastvrij.toolkit.change_record import NEW
from gastvrij.toolkit.change_record import recorded
from gastvrij.toolkit.change_record import SMALL
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.contents import EditionEntry
from gastvrij.toolkit.contents import editions
from gastvrij.toolkit.contents import PREVIOUS
from gastvrij.toolkit.library import ToolkitLibrary
from gastvrij.toolkit.numbering import labelled
from gastvrij.toolkit.numbering import PUBLISHED
from gastvrij.toolkit.outline import Entry
from zope.i18nmessageid import Message


INSTEAD_OF_NOTE = {
    CHANGED: _("change_again", default="Published again, with changes."),
    NEW: _("change_new", default="New in the toolkit."),
    EDITION: _("change_edition", default="This edition has been published."),
}


@dataclass(frozen=True)
class ReaderChange:
    """A change, with title, number and address of what changed as they are today."""

    id: str
    title: str
    number: str | None
    url: str
    edition: str
    when: datetime
    note: str | Message

    @property
    def day(self) -> date:
        """The day in Belgium."""
        return self.when.astimezone(BELGIUM).date()

    @property
    def label(self) -> str:
        """Number and title as one line."""
        return labelled(self.number, self.title)


def changes(library: ToolkitLibrary) -> list[ReaderChange]:
    """Return what changed for readers, newest first.

    Only of what readers may see now: not of what is in preparation, in the archive or
    withdrawn, and never who changed it.
    """
    shown = {e.uid: e for e in editions(library) if e.state in (CURRENT, PREVIOUS)}
    things: dict[str, dict[str, Entry]] = {}
    found = []
    for change in recorded(library):
        edition = shown.get(change.edition)
        if edition is None or change.kind == SMALL:
            continue
        if edition.uid not in things:
            things[edition.uid] = _things(library, edition)
        entry = things[edition.uid].get(change.thing)
        if entry is not None:
            found.append(_told(change, entry, edition))
    return found


def _things(library: ToolkitLibrary, edition: EditionEntry) -> dict[str, Entry]:
    """Return the edition itself and what readers see in it, by UID."""
    itself = Entry(edition.uid, edition.title, edition.url, PUBLISHED)
    return {itself.uid: itself} | {
        entry.uid: entry for entry in _published(library, edition)
    }


def _published(library: ToolkitLibrary, edition: EditionEntry) -> Iterator[Entry]:
    outline = contents(library[edition.id])
    yield from (part for part in outline.parts() if part.number)
    yield from (each for each in outline.addenda if each.state == PUBLISHED)


def _told(change: Change, entry: Entry, edition: EditionEntry) -> ReaderChange:
    return ReaderChange(
        id=change.id,
        title=entry.title,
        number=entry.number,
        url=entry.url,
        edition=edition.title,
        when=change.when,
        note=change.note or INSTEAD_OF_NOTE.get(change.kind, ""),
    )
