"""What becomes of the addenda of an edition in the next: decided one by one.

An addendum is taken into the text of its part (``merged``), is no longer needed
(``dropped``), or stands in the next edition as well (``carried``). The first two are
kept by the addendum itself; the third is seen from its copy, which has its lineage.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from gastvrij.toolkit.addendum import IToolkitAddendum
from gastvrij.toolkit.addendum import ToolkitAddendum
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import part_with
from gastvrij.toolkit.copying import lead_links
from gastvrij.toolkit.copying import take_along
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.outline import Entry
from plone import api
from plone.app.iterate.interfaces import IWorkingCopy
from plone.app.uuid.utils import uuidToObject
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.intid.interfaces import IIntIds


OPEN = "open"
MERGED = "merged"
DROPPED = "dropped"
CARRIED = "carried"


class NoPartError(Exception):
    """The part that an addendum supplements is not in the next edition."""


@dataclass(frozen=True)
class Decision:
    """What becomes of one addendum; ``copy`` is the one in the next edition."""

    addendum: ToolkitAddendum
    outcome: str
    copy: ToolkitAddendum | None = None


def previous_of(edition: ToolkitEdition) -> ToolkitEdition | None:
    """Return the edition that this one follows, when that is still there."""
    relation = edition.previous_edition
    return relation.to_object if relation is not None else None


def addenda_of(edition: ToolkitEdition) -> Iterator[ToolkitAddendum]:
    """Yield the addenda of an edition, whoever asks; not those in the archive."""
    for thing in edition.objectValues():
        if not IToolkitAddendum.providedBy(thing) or IWorkingCopy.providedBy(thing):
            continue
        if api.content.get_state(thing) != "archived":
            yield thing


def decisions(edition: ToolkitEdition) -> list[Decision]:
    """Return what becomes in an edition of each addendum of the previous one."""
    previous = previous_of(edition)
    if previous is None:
        return []
    copies = {each.lineage: each for each in addenda_of(edition) if each.lineage}
    return [
        _decision(addendum, copies.get(lineage_of(addendum)))
        for addendum in addenda_of(previous)
    ]


def undecided(edition: ToolkitEdition) -> list[ToolkitAddendum]:
    """Return the addenda of the previous edition about which nothing is decided."""
    return [each.addendum for each in decisions(edition) if each.outcome == OPEN]


def decide(edition: ToolkitEdition, uid: str, outcome: str) -> ToolkitAddendum | None:
    """Decide about one addendum of the previous edition; return it.

    The second time that it is carried over does nothing; what was carried over is
    decided otherwise by removing the copy. Raises ``NoPartError`` where it cannot be
    carried over. An addendum that is not there is nobody's.
    """
    found = next((e for e in decisions(edition) if e.addendum.UID() == uid), None)
    if found is None or found.outcome == CARRIED:
        return found.addendum if found else None
    if outcome == CARRIED:
        _carry_over(found.addendum, edition)
        outcome = OPEN
    found.addendum.destination = outcome
    # pages that are kept in memory are told by the catalogue's counter
    found.addendum.reindexObject(idxs=["UID"])
    return found.addendum


def part_for(addendum: ToolkitAddendum, edition: ToolkitEdition) -> Entry | None:
    """Return the part that an addendum supplements, as it stands in an edition.

    Where that was taken up by another, it is the other.
    """
    relation = addendum.supplements
    section = relation.to_object if relation is not None else None
    lineage = section.lineage if section is not None else None
    return part_with(lineage, contents(edition)) if lineage else None


def lineage_of(addendum: ToolkitAddendum) -> str:
    """Return what an addendum and its copies in later editions have in common."""
    return addendum.lineage or addendum.UID()


def _decision(addendum: ToolkitAddendum, copy: ToolkitAddendum | None) -> Decision:
    return Decision(addendum, CARRIED if copy else addendum.destination, copy)


def _carry_over(addendum: ToolkitAddendum, edition: ToolkitEdition) -> None:
    part = part_for(addendum, edition)
    if part is None:
        raise NoPartError(addendum.Title())
    section = uuidToObject(part.uid, unrestricted=True)
    relation = RelationValue(getUtility(IIntIds).getId(section))
    lineage = lineage_of(addendum)
    copy = take_along(addendum, edition, supplements=relation, lineage=lineage)
    lead_links(copy, _parts_that_went_on(edition_of(addendum), edition))
    for entry in contents(edition).entries():
        text = uuidToObject(entry.uid, unrestricted=True)
        lead_links(text, {addendum.UID(): copy.UID()})


def _parts_that_went_on(old: ToolkitEdition, new: ToolkitEdition) -> dict[str, str]:
    """Return the UIDs of parts in an edition, by those in an earlier one."""
    uids = {part.lineage: part.uid for part in contents(new).parts() if part.lineage}
    return {
        part.uid: uids[part.lineage]
        for part in contents(old).parts()
        if part.lineage in uids
    }
