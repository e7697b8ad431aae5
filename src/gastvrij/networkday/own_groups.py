"""The groups for which whoever reads a page speaks."""

from gastvrij.directory.contacts import organisations_of
from gastvrij.directory.organisation import MemberOrganisation
from plone import api


def own_groups() -> list[MemberOrganisation]:
    """Return the groups of which the reader is a contact person; none logged out."""
    user_id = api.user.get_current().getId()
    return organisations_of(api.portal.get(), user_id) if user_id else []
