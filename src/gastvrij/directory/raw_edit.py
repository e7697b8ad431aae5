"""Plone's own edit form of a group: for whoever keeps the site, and nobody else."""

from gastvrij.directory.contacts import MANAGE
from gastvrij.directory.organisation import IMemberOrganisation
from plone import api
from plone.dexterity.browser.edit import DefaultEditView
from plone.dexterity.interfaces import IDexterityEditForm
from zope.interface import implementer


@implementer(IDexterityEditForm)
class RawEditPage(DefaultEditView):
    """``/edit``: every field as Plone asks it; a keeper of the group is led to ours."""

    def __call__(self) -> str:
        """Show the form, or lead to the page on which the same is asked."""
        if api.user.has_permission("gastvrij: Change Settings", obj=self.context):
            return super().__call__()
        page = own_page_for_user(self.context)
        self.request.response.redirect(f"{self.context.absolute_url()}/{page}")
        return ""


def own_page_for_user(group: IMemberOrganisation) -> str:
    """Return the page on which whoever is logged in changes a group.

    The secretariat comes for the name and the place: the profile is the group's, and
    ``/update`` is open to the secretariat too.
    """
    is_kept = api.user.has_permission(MANAGE, obj=group)
    return "name-and-place" if is_kept else "update"
