"""What the desk says about due tasks, to who may see them."""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.due.history import last_run
from gastvrij.due.interfaces import INotices
from gastvrij.due.interfaces import Notice
from gastvrij.due.may import may
from gastvrij.due.public_address import public_url
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


SEE = "gastvrij: See Due Tasks"

NO_ADDRESS = _(
    "due_notice_no_address",
    default="No letters go out: the site does not know its own address.",
)
STANDS_STILL = _(
    "due_notice_stands_still",
    default="No letters go out: what happens by itself has stood still for an hour.",
)
FAILED = _(
    "due_notice_failed",
    default="Something of what happens by itself went wrong the last time.",
)


@implementer(INotices)
class RunNotices:
    """One sentence while something is wrong with due tasks; nothing otherwise."""

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterator[Notice]:
        """Return the sentence for who may see the due tasks."""
        if not may(site, SEE, roles):
            return
        text, tone = _trouble(site, now)
        if text:
            yield Notice(text, tone, f"{site.absolute_url()}/due-tasks")


run_notices = RunNotices()


def _trouble(site: Any, now: datetime) -> tuple[Message | None, str]:
    history = last_run(site)
    if not public_url(site):
        return NO_ADDRESS, "error"
    if history.is_late(now):
        return STANDS_STILL, "error"
    failed = any(report.error for report in history.latest.values())
    return (FAILED, "attention") if failed else (None, "")
