"""A new edition begins as a copy of the one in force, in preparation.

Readers keep the edition in force until the new one is published. Its addenda are not
copied: what becomes of each is decided one by one.
"""

from Acquisition import aq_inner
from Acquisition import aq_parent
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import EditionEntry
from gastvrij.toolkit.contents import editions
from gastvrij.toolkit.contents import IN_PREPARATION
from gastvrij.toolkit.copying import lead_links
from gastvrij.toolkit.copying import take_along
from gastvrij.toolkit.copying import values_of
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.library import ToolkitLibrary
from plone.dexterity.utils import createContentInContainer
from typing import Any
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.intid.interfaces import IIntIds


def edition_in_preparation(library: ToolkitLibrary) -> EditionEntry | None:
    """Return the newest edition that is in preparation, if the visitor may see one."""
    found = editions(library)
    return next((each for each in found if each.state == IN_PREPARATION), None)


def next_number(library: ToolkitLibrary, number: int) -> int:
    """Return the first number after ``number`` that no edition has."""
    taken = {getattr(each, "number", None) for each in library.objectValues()}
    free = number + 1
    while free in taken:
        free += 1
    return free


def start_edition(
    old: ToolkitEdition, title: str, year: int | None = None
) -> ToolkitEdition:
    """Return a new edition in preparation, with what stands in the old one as drafts.

    Texts, files, sources, lineage and the days of checks come along; what is in the
    archive, working copies, the whole file and the addenda do not. Raises
    ``Unauthorized`` for who may not add one.
    """
    library = aq_parent(aq_inner(old))
    number = next_number(library, old.number)
    values = values_of(old) | {
        "id": str(number),
        "title": title,
        "number": number,
        "year": year,
        "previous_edition": RelationValue(getUtility(IIntIds).getId(old)),
    }
    new = createContentInContainer(library, old.portal_type, **values)
    new.manage_delLocalRoles([user for user, roles in new.get_local_roles()])
    new.reindexObjectSecurity()
    copies = {old.UID(): new} | _copied(old, new)
    uids = {uid: copy.UID() for uid, copy in copies.items()}
    for copy in copies.values():
        lead_links(copy, uids)
    return new


def _copied(old: ToolkitEdition, new: ToolkitEdition) -> dict[str, Any]:
    """Copy chapters and parts in reading order; return the copies by the old UID."""
    copies = {}
    for chapter in contents(old).chapters:
        copy = take_along(old[chapter.id], new)
        copies[chapter.uid] = copy
        for part in chapter.parts:
            copies[part.uid] = take_along(old[chapter.id][part.id], copy)
    return copies
