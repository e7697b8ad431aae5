"""What changed in the edition in force after the next was copied from it.

An editor reads each of these, and says when the new edition has what it needs of it.
"""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from gastvrij.spelling.dates import BELGIUM
from gastvrij.toolkit.addenda_decisions import previous_of
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.numbering import PUBLISHED
from gastvrij.toolkit.outline import Entry
from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations


TAKEN_OVER = "gastvrij.toolkit.taken_over"


@dataclass(frozen=True)
class Overtaken:
    """A part that changed since; ``copy`` is it in the new edition, if it is there."""

    part: Entry
    copy: Entry | None

    @property
    def day(self) -> date:
        """The day in Belgium on which it changed last."""
        return datetime.fromtimestamp(self.part.modified, BELGIUM).date()


def overtaken(edition: ToolkitEdition) -> list[Overtaken]:
    """Return what changed for readers since the edition was started, in their order.

    What an editor took over is left out, until it changes once more.
    """
    previous = previous_of(edition)
    if previous is None:
        return []
    copies = {part.lineage: part for part in contents(edition).parts() if part.lineage}
    return [
        Overtaken(part, copies.get(part.lineage or ""))
        for part in contents(previous).parts()
        if part.state == PUBLISHED and part.modified > _known(edition, part)
    ]


def take_over(edition: ToolkitEdition, uid: str) -> bool:
    """Note that the edition has what it needs of a part; tell whether it was asked."""
    found = next((each for each in overtaken(edition) if each.part.uid == uid), None)
    if found is None:
        return False
    kept = IAnnotations(edition)
    if TAKEN_OVER not in kept:
        kept[TAKEN_OVER] = PersistentMapping()
    kept[TAKEN_OVER][uid] = found.part.modified
    return True


def _known(edition: ToolkitEdition, part: Entry) -> float:
    """Return up to when the changes of a part are in the new edition."""
    taken = IAnnotations(edition).get(TAKEN_OVER, {})
    return max(float(edition.created()), taken.get(part.uid, 0.0))
