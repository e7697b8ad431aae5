"""Reading the groups of a directory from the catalogue; no object is woken."""

from collections.abc import Iterable
from collections.abc import Iterator
from gastvrij.directory.kept import Kept
from gastvrij.directory.known_group import KnownGroup
from gastvrij.directory.member_directory import MemberDirectory
from gastvrij.directory.snapshot import Snapshot
from gastvrij.directory.states import ONLINE
from gastvrij.directory.states import UNSEEN
from gastvrij.places.lookup import centre
from gastvrij.places.lookup import centre_of_code
from plone import api
from typing import Any


# Zope's word for every visitor, in the index of who may see what
EVERYBODY = "Anonymous"

_KEPT: Kept[Snapshot] = Kept(most=16)


def public_groups(directory: MemberDirectory) -> Snapshot:
    """Return the groups that every visitor sees, those that have ended as well.

    Read once for each state of the catalogue.
    """
    return _KEPT.get(directory, lambda: Snapshot(_public(directory)))


def visible_groups(directory: MemberDirectory) -> Snapshot:
    """Return the groups that the user sees: also those not online, if any may be.

    Nobody who has not logged in sees one that is not.
    """
    if api.user.is_anonymous():
        return public_groups(directory)
    catalog = api.portal.get_tool("portal_catalog")
    unseen = catalog(review_state=UNSEEN, **_inside(directory))
    public = public_groups(directory)
    return public.joined_by(_known(catalog, unseen)) if unseen else public


def _public(directory: MemberDirectory) -> Iterator[KnownGroup]:
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        review_state=(*ONLINE, "ended"),
        allowedRolesAndUsers=[EVERYBODY],
        **_inside(directory),
    )
    return _known(catalog, brains)


def _inside(directory: MemberDirectory) -> dict[str, Any]:
    path = {"query": "/".join(directory.getPhysicalPath()), "depth": 1}
    return {"portal_type": "MemberOrganisation", "path": path}


def _known(catalog: Any, brains: Iterable[Any]) -> Iterator[KnownGroup]:
    order = catalog._catalog.getIndex("directory_order").getEntryForObject
    return (_group(brain, order(brain.getRID())) for brain in brains)


def _group(brain: Any, order: str) -> KnownGroup:
    facts = brain.group_facts
    return KnownGroup(
        rid=brain.getRID(),
        uid=brain.UID,
        id=brain.id,
        title=brain.Title,
        state=brain.review_state,
        nis=brain.municipality,
        province=brain.province,
        point=centre_of_code(facts["postal_code"]) or centre(brain.municipality),
        service_area=frozenset(facts["service_area"]),
        activities=tuple(brain.activities),
        target_groups=tuple(facts["target_groups"]),
        languages=tuple(facts["languages"]),
        recruiting=brain.recruiting,
        recruiting_until=brain.recruiting_until,
        order=order,
        sort_name=order.rpartition("\t")[2],
    )
