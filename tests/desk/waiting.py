"""Things that wait, people for whom they wait, and the site on which they do."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij import _
from gastvrij.due.interfaces import INotices
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from lxml import html
from Products.CMFPlone.Portal import PloneSite
from typing import Any
from zope.component import getGlobalSiteManager
from zope.interface import implementer

import requests
import transaction


PASSWORD = "een lang geheim woord"
CONFIRM = _("test_confirm", default="Confirm")
CALL = _("test_call", default="Call")
SILENT = _("test_silent", default="Silent groups")

# who: the group that makes them so
PEOPLE = {
    "member": None,
    "secretariat": "secretariat",
    "board": "board",
    "editor": "toolkit-editors",
    "coordinator": "networkday-coordinators",
    "site_admin": "Site Administrators",
}


def thing(title: str, days: int, kind: str = "test.silent", **others: Any):
    """Return something that waits for a number of days."""
    since = datetime.now(UTC) - timedelta(days=days)
    values = {"action": CONFIRM, "place": "Gent", "url": f"https://{kind}/{title}"}
    return WaitingThing(kind=kind, title=title, since=since, **values | others)


@implementer(IWaitingThings)
class Room:
    """A room in which things wait for whoever has a role."""

    kinds = {"test.silent": SILENT}  # noqa: RUF012, as the rooms write it

    def __init__(self, role: str, *things: WaitingThing) -> None:
        self.role = role
        self.things = things

    def for_user(self, site, user_id, roles, now):
        """Return the things, for who has the role or the id."""
        return self.things if self.role in {*roles, user_id} else ()


@implementer(INotices)
class Board:
    """A part of the site that tells how it is doing."""

    def __init__(self, role: str, *notices: Any) -> None:
        self.role = role
        self.notices = notices

    def for_user(self, site, user_id, roles, now):
        """Return the notices, for who has the role."""
        return self.notices if self.role in roles else ()


class Rooms:
    """Rooms that are open as long as a test runs; the real ones are closed."""

    def __init__(self) -> None:
        self.registry = getGlobalSiteManager()
        self.opened: list[tuple[Any, Any, str]] = []
        self.closed = [
            (utility, provided, name)
            for provided in (IWaitingThings, INotices)
            for name, utility in self.registry.getUtilitiesFor(provided)
        ]
        for utility, provided, name in self.closed:
            self.registry.unregisterUtility(utility, provided, name)

    def open(self, room: Any) -> None:
        """Open a room."""
        provided = INotices if isinstance(room, Board) else IWaitingThings
        self.opened.append((room, provided, f"test.{len(self.opened)}"))
        self.registry.registerUtility(*self.opened[-1])

    def close(self) -> None:
        """Close what was opened, and open what was closed."""
        for utility, provided, name in self.opened:
            self.registry.unregisterUtility(utility, provided, name)
        for utility, provided, name in self.closed:
            self.registry.registerUtility(utility, provided, name)


@dataclass
class DeskSite:
    """The running site, asked as one person or another."""

    url: str
    portal: PloneSite

    def ask(self, who: str, path: str, **headers: str) -> requests.Response:
        """Open an address; a visitor has no account."""
        auth = None if who == "visitor" else (f"{who}@example.org", PASSWORD)
        answer = requests.get(
            f"{self.url}/{path}",
            auth=auth,
            headers=headers,
            allow_redirects=False,
            timeout=30,
        )
        transaction.begin()
        return answer

    def page(self, who: str, path: str = "desk") -> Any:
        """Return a page as a tree of elements."""
        answer = self.ask(who, path)
        assert answer.status_code == 200, (path, answer.status_code)
        return html.fromstring(answer.text)

    def rest(self, who: str, path: str = "@desk") -> Any:
        """Return the answer of a service."""
        return self.ask(who, path, Accept="application/json").json()

    def user_id(self, who: str) -> str:
        """Return somebody's user id."""
        return self.portal.acl_users.getUser(f"{who}@example.org").getId()


def words_of(element: Any) -> str:
    """Return the words of an element, with single spaces between them."""
    return " ".join(element.text_content().split())
