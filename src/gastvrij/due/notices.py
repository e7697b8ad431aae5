"""What the desk says about due tasks, to who may see them."""

from datetime import datetime
from gastvrij import _
from gastvrij.due.history import last_run
from gastvrij.due.interfaces import Notice
from gastvrij.due.notice import NoticeFor
from gastvrij.due.public_address import public_url
from typing import Any
from zope.i18nmessageid import Message


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


def how_it_runs(site: Any, now: datetime) -> Notice | None:
    """Return what is wrong with due tasks; nothing when all is well."""
    text, tone = _trouble(site, now)
    return Notice(text, tone, f"{site.absolute_url()}/due-tasks") if text else None


run_notices = NoticeFor(SEE, how_it_runs)


def _trouble(site: Any, now: datetime) -> tuple[Message | None, str]:
    history = last_run(site)
    if not public_url(site):
        return NO_ADDRESS, "error"
    if history.is_late(now):
        return STANDS_STILL, "error"
    failed = any(report.error for report in history.latest.values())
    return (FAILED, "attention") if failed else (None, "")
