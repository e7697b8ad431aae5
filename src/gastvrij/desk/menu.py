"""What somebody who has logged in finds on every page: tasks, groups, the way out."""

from dataclasses import dataclass
from gastvrij import _
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
        url = self.navigation_root_url
        return [
            Way(f"{url}/desk", _("menu_tasks", default="My tasks")),
            Way(f"{url}/logout", _("menu_log_out", default="Log out")),
        ]
