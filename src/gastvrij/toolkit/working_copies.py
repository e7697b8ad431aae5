"""A draft beside what is published: what it takes along, and what it brings back."""

from datetime import date
from gastvrij.toolkit.addendum import IToolkitAddendum
from gastvrij.toolkit.checking import note_check_of
from plone import api
from plone.app.iterate.browser.control import Control
from plone.app.iterate.dexterity.copier import ContentCopier
from plone.app.iterate.interfaces import ICheckoutEvent
from plone.locking.interfaces import ILockable
from typing import Any
from zope.annotation.interfaces import IAnnotations


OURS = "gastvrij."


class PartCopier(ContentCopier):
    """Copies a part or an addendum to work on, and puts the work in its place.

    What was noted beside the part in the meantime (who checked it, what readers asked)
    stays with the part: it neither goes along nor is it overwritten. Of two days on
    which it was checked the later one counts. Name and lineage do not change. How often
    it must be checked is what the working copy says: nobody can change that of the part
    while somebody works on a copy.
    """

    def copyTo(self, container: Any) -> tuple[Any, Any]:
        """Make a working copy, which has no note on what changed yet."""
        copy, relation = super().copyTo(container)
        _drop_notes(copy)
        copy.change_note = None
        copy.lineage = self.context.lineage
        return copy, relation

    def _replaceBaseline(self, baseline: Any) -> Any:
        """Put the working copy in the place of the part."""
        copy = self.context
        _drop_notes(copy)
        copy.lineage = baseline.lineage
        copy.checked_on = _later(copy.checked_on, baseline.checked_on)
        if copy.checked_on != baseline.checked_on:
            note_check_of(baseline, copy.checked_on)
        copy.change_note = copy.change_note or baseline.change_note
        if IToolkitAddendum.providedBy(copy):
            copy.destination = baseline.destination
        return super()._replaceBaseline(baseline)


class CopyControl(Control):
    """What plone.app.iterate allows, to who left the form of a copy half-way as well.

    Plone's form locks what it edits, and forgets to open it again when somebody goes
    on by another way. One's own lock is no reason to find no way on.
    """

    def _can_lock(self) -> bool:
        who = api.user.get_current().getId()
        locks = ILockable(self.context).lock_info()
        return all(lock["creator"] == who for lock in locks)


def mark_in_catalogue(event: ICheckoutEvent) -> None:
    """Let the catalogue know that this is a working copy, before anybody asks it."""
    event.working_copy.reindexObject(idxs=["object_provides"])


def _drop_notes(copy: Any) -> None:
    notes = IAnnotations(copy)
    for name in [name for name in notes if name.startswith(OURS)]:
        del notes[name]


def _later(first: date | None, second: date | None) -> date | None:
    return max((day for day in (first, second) if day), default=None)
