"""What is overdue or doubted in the toolkit, for who is responsible or for all."""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from gastvrij import _
from gastvrij.due.interfaces import WaitingThing
from gastvrij.spelling.dates import BELGIUM
from gastvrij.toolkit.checks import OVERDUE
from gastvrij.toolkit.library import ToolkitLibrary
from gastvrij.toolkit.queue_address import address
from gastvrij.toolkit.to_check import to_check
from gastvrij.toolkit.to_check import ToCheck
from gastvrij.toolkit.waiting import WaitingForEditors


KIND = "toolkit.checks"
CHECK = _("action_check_part", default="Check")


def pressing_checks(
    library: ToolkitLibrary, user_id: str, now: datetime
) -> Iterator[WaitingThing]:
    """Return what is overdue or doubted by readers, and theirs, or nobody's.

    It wakes no part or addendum.
    """
    for item in to_check(library, now.astimezone(BELGIUM).date()):
        since = _since(item)
        if since is not None and item.concerns(user_id):
            url = address(library.absolute_url(), [], item.uid)
            yield WaitingThing(KIND, item.label, url, since, CHECK)


checks_waiting = WaitingForEditors(
    {KIND: _("waiting_checks", default="Parts of the toolkit to check")},
    pressing_checks,
)


def _since(item: ToCheck) -> datetime | None:
    """Return since when somebody has to read something; nothing where nobody has to."""
    over = item.due_on if item.standing == OVERDUE else None
    moments = (None if over is None else _over(over), item.doubted)
    return min(filter(None, moments), default=None)


def _over(due: date) -> datetime:
    return datetime.combine(due + timedelta(days=1), time(), BELGIUM)
