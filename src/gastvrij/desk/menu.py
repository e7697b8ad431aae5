"""What somebody who has logged in finds on every page: tasks, groups, the way out."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.directory.contacts import organisations_of
from gastvrij.directory.own_groups import address_of
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from zope.i18nmessageid import Message


@dataclass(frozen=True, slots=True)
class Way:
    """A link in the header."""

    url: str
    title: Message


class MemberMenu(ViewletBase):
    """The ways of whoever has logged in; a visitor has none."""

    @property
    def ways(self) -> list[Way]:
        """The links, in their order."""
        if api.user.is_anonymous():
            return []
        url = api.portal.get().absolute_url()
        return [
            Way(f"{url}/desk", _("menu_tasks", default="My tasks")),
            *self._own_groups,
            Way(f"{url}/logout", _("menu_log_out", default="Log out")),
        ]

    @property
    def _own_groups(self) -> list[Way]:
        user_id = api.user.get_current().getId()
        groups = organisations_of(api.portal.get(), user_id)
        if not groups:
            return []
        url = address_of(api.portal.get(), groups)
        title = _("menu_own_group", default="My group")
        if len(groups) > 1:
            title = _("menu_own_groups", default="My groups")
        return [Way(url, title)]
