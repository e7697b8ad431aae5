"""Where letters to people with an account lead, whether they are logged in or not."""

from gastvrij.accounts.way_back import CAME_FROM
from gastvrij.privacy.redirects import is_out_of_sight
from plone import api
from plone.app.uuid.utils import uuidToObject
from Products.CMFPlone.Portal import PloneSite
from Products.Five.browser import BrowserView
from urllib.parse import urlencode
from zExceptions import NotFound

import re


UUID = re.compile(r"[0-9a-f]{32}")
PAGE = re.compile(r"[a-z][a-z0-9-]{0,60}")


def open_url(site: PloneSite, uuid: str, page: str = "") -> str:
    """Return the address for a letter that leads to a thing, or to a page of it."""
    return f"{site.absolute_url()}/open?{_query(uuid, page)}"


class OpenView(BrowserView):
    """``/open?id=<uuid>&page=<name>``: the thing, or that page of it.

    Who is logged out is asked to log in first, whatever the id is. Who may not view the
    thing is told the same as for an id that nothing bears.
    """

    def __call__(self) -> str:
        """Lead on; raises ``NotFound``."""
        self.request.response.setHeader("Cache-Control", "no-store")
        leads_to = self._door() if api.user.is_anonymous() else self._thing()
        self.request.response.redirect(leads_to)
        return ""

    def _door(self) -> str:
        site_url = self.context.absolute_url()
        query = _query(self._asked("id", UUID), self._asked("page", PAGE))
        came_from = urlencode({CAME_FROM: f"{site_url}/open?{query}"})
        return f"{site_url}/login?{came_from}"

    def _thing(self) -> str:
        uuid, page = self._asked("id", UUID), self._asked("page", PAGE)
        content = uuidToObject(uuid, unrestricted=True) if uuid else None
        if content is None or is_out_of_sight(content, self.request):
            raise NotFound("open")
        if not api.user.has_permission("View", obj=content):
            raise NotFound("open")
        return f"{content.absolute_url()}/{page}" if page else content.absolute_url()

    def _asked(self, name: str, form: re.Pattern[str]) -> str:
        asked = self.request.form.get(name, "")
        return asked if isinstance(asked, str) and form.fullmatch(asked) else ""


def _query(uuid: str, page: str) -> str:
    return urlencode({"id": uuid} | ({"page": page} if page else {}))
