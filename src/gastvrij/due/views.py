"""The pages about due tasks: what ran when, and the door for the console script."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.due.everywhere import run_everywhere
from gastvrij.due.history import History
from gastvrij.due.history import last_run
from gastvrij.due.history import Report
from gastvrij.due.interfaces import INotices
from gastvrij.due.interfaces import Notice
from gastvrij.due.public_address import public_url
from gastvrij.due.runner import tasks
from gastvrij.due.secret import is_secret
from gastvrij.interfaces import ITitledPage
from gastvrij.spelling.dates import moment_in_words
from ipaddress import ip_address
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from zExceptions import NotFound
from zope.component import getUtilitiesFor
from zope.i18nmessageid import Message
from zope.interface import implementer

import json


# the name of what this page says itself, at length
OWN = "due"
TOLD = "HTTP_X_GASTVRIJ_SECRET"


@dataclass(frozen=True, slots=True)
class TaskRow:
    """What the secretariat reads of one task; empty where nothing is known yet."""

    title: Message | str
    ran: str
    done: int
    did_something: str
    error: str


@implementer(ITitledPage)
class DueTasks(BrowserView):
    """When each due task ran last, and what came of it."""

    tab_title = _("heading_due_tasks", default="What happens by itself")

    @cached_property
    def history(self) -> History:
        """The last runs."""
        return last_run(self.context)

    @property
    def has_run(self) -> bool:
        """Whether there was a run at all."""
        return self.history.moment is not None

    @property
    def is_late(self) -> bool:
        """Whether somebody should look why there was no run lately."""
        return self.history.is_late(datetime.now(UTC))

    @property
    def has_no_address(self) -> bool:
        """Whether nothing is done, since letters could not say where the site is."""
        return not public_url(self.context)

    @property
    def last_moment(self) -> str:
        """When the last run was, in words."""
        return self._in_words(self.history.moment)

    @property
    def rows(self) -> list[TaskRow]:
        """The tasks of all rooms, those that failed first."""
        rows = [self._row(name, task) for name, task in tasks()]
        return sorted(rows, key=lambda row: not row.error)

    @property
    def failed(self) -> list[TaskRow]:
        """The tasks that failed the last time."""
        return [row for row in self.rows if row.error]

    @property
    def concerns(self) -> list[Notice]:
        """What the rooms say that belongs on this page."""
        here = f"{self.context.absolute_url()}/{self.__name__}"
        roles = frozenset(api.user.get_roles())
        now = datetime.now(UTC)
        return [
            notice
            for name, room in getUtilitiesFor(INotices)
            if name != OWN
            for notice in room.for_user(self.context, "", roles, now)
            if notice.url == here
        ]

    def _row(self, name: str, task: Any) -> TaskRow:
        latest = self.history.latest.get(name)
        fruitful = self.history.fruitful.get(name)
        return TaskRow(
            title=getattr(task, "title", name),
            ran=self._in_words(_moment(latest)),
            done=fruitful.done if fruitful else 0,
            did_something=self._in_words(_moment(fruitful)),
            error=latest.error if latest else "",
        )

    def _in_words(self, moment: datetime | None) -> str:
        if moment is None:
            return ""
        language = api.portal.get_current_language()
        return moment_in_words(moment, language)


def _moment(report: Report | None) -> datetime | None:
    return report.moment if report else None


class RunNow(BrowserView):
    """``POST /gastvrij-due``: what the console script asks of a running instance.

    It is not found for who does not know the secret, or asks from another machine.
    """

    def __call__(self) -> str:
        """Run what is due on all sites, in a thread that has its own transactions."""
        if not self._may_ask():
            raise NotFound("gastvrij-due")
        db = self.context._p_jar.db()
        with ThreadPoolExecutor(1, "gastvrij-due-asked") as pool:
            runs = pool.submit(run_everywhere, db, datetime.now(UTC)).result()
        self.request.response.setHeader("Content-Type", "application/json")
        return json.dumps([asdict(each) for each in runs], default=str)

    def _may_ask(self) -> bool:
        told = self.request.environ.get(TOLD, "")
        here = _is_this_machine(self.request.environ.get("REMOTE_ADDR", ""))
        return self.request.method == "POST" and here and is_secret(told)


def _is_this_machine(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
