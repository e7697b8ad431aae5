"""Two parts that became one: the address of the one leads to the other."""

from gastvrij.toolkit.addenda_decisions import addenda_of
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import IN_PREPARATION
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.flags import hand_on
from gastvrij.toolkit.heirs import name_heir
from gastvrij.toolkit.numbering import PUBLISHED
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.publication import WITH_EDITION
from gastvrij.toolkit.section import ToolkitSection
from plone import api
from plone.app.iterate.interfaces import IWorkingCopy
from plone.app.redirector.interfaces import IRedirectionStorage
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.event import notify
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import ObjectModifiedEvent


ASIDE = "samengevoegd"


def can_be_merged(part: ToolkitSection) -> bool:
    """Tell whether a part is one of its edition: published, or in preparation."""
    if IWorkingCopy.providedBy(part):
        return False
    state = api.content.get_state(part)
    return state == PUBLISHED or (state != "archived" and _is_in_preparation(part))


def could_take_up(part: ToolkitSection) -> list[Entry]:
    """Return the other parts of the edition, which may have taken up this one."""
    others = [e for e in contents(edition_of(part)).parts() if e.uid != part.UID()]
    if _is_in_preparation(part):
        return others
    return [entry for entry in others if entry.number]


def merge_into(part: ToolkitSection, other: ToolkitSection) -> ToolkitSection:
    """Put a part in the archive, and let its address lead to another part.

    It gets another name there, so that its address is free; every address that led to
    it leads on. What is in the archive can be restored, under that name. The same part
    in other editions leads to the other as well, by its lineage; its addenda, and what
    readers doubt of it, belong to the other from then on. Raises what moving raises
    while somebody works on it.
    """
    _take_addenda_along(part, other)
    address = "/".join(part.getPhysicalPath())
    if api.content.get_state(part) != PUBLISHED:
        # in an edition in preparation: no reader sees it on the way
        api.content.transition(part, "publish", **{WITH_EDITION: True})
    api.content.transition(part, "archive")
    aside = api.content.rename(part, f"{part.getId()}-{ASIDE}", safe_id=True)
    storage = getUtility(IRedirectionStorage)
    earlier = storage.redirects("/".join(aside.getPhysicalPath()))
    for each in {address, *earlier}:
        storage.add(each, "/".join(other.getPhysicalPath()))
    if part.lineage and other.lineage:
        name_heir(api.portal.get(), part.lineage, other.lineage)
        if not _is_in_preparation(aside):
            hand_on(api.portal.get(), part.lineage, other.lineage)
    return aside


def _take_addenda_along(part: ToolkitSection, other: ToolkitSection) -> None:
    for addendum in addenda_of(edition_of(part)):
        relation = addendum.supplements
        if relation is not None and relation.to_id == getUtility(IIntIds).getId(part):
            addendum.supplements = RelationValue(getUtility(IIntIds).getId(other))
            notify(ObjectModifiedEvent(addendum))


def _is_in_preparation(part: ToolkitSection) -> bool:
    return api.content.get_state(edition_of(part)) == IN_PREPARATION
