"""The names of groups as every visitor knows them today."""

from collections.abc import Collection
from gastvrij.directory.known_groups import EVERYBODY
from plone import api


def public_names(uids: Collection[str]) -> dict[str, str]:
    """Return the present names of those of these groups that every visitor sees.

    ``uids`` and the keys are UIDs. A group that is not online, hidden or gone has no
    name. Asks the catalogue, and wakes no group.
    """
    if not uids:
        return {}
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        UID=list(uids),
        portal_type="MemberOrganisation",
        allowedRolesAndUsers=[EVERYBODY],
    )
    return {brain.UID: brain.Title for brain in brains}
