"""What is forgotten of people who speak for a group no longer, and when.

The first two follow the period of what is closed: who stopped is forgotten that long
after the day, and the wish to stop of a group that has ended, or is gone, after it was
told.
What was changed in a profile, and what was asked and decided on, stays for a year.
"""

from datetime import date
from datetime import datetime
from datetime import time
from gastvrij import _
from gastvrij.directory.asked import all_farewells
from gastvrij.directory.asked import forget_farewell
from gastvrij.directory.change_requests import forget_requests_until
from gastvrij.directory.change_requests import REQUESTS
from gastvrij.directory.changes import CHANGES
from gastvrij.directory.changes import forget_changes_until
from gastvrij.directory.changes import KEPT_FOR
from gastvrij.directory.contacts import forget_former
from gastvrij.directory.contacts import FORMER
from gastvrij.directory.kept_since import all_kept
from gastvrij.directory.kept_since import note_kept
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.due.task import DueTask
from gastvrij.privacy.retention import is_over
from gastvrij.spelling.dates import BELGIUM
from plone import api
from plone.app.uuid.utils import uuidToObject
from typing import Any


KIND = "closed"
FORGET_UNTIL = {CHANGES: forget_changes_until, REQUESTS: forget_requests_until}


def forget_what_is_over(site: Any, now: datetime) -> int:
    """Forget former contact persons, wishes to stop, and changes; return how many."""
    kept = sum(_forget_kept(site, what, now) for what in FORGET_UNTIL)
    return _forget_people(site, now) + _forget_wishes(site, now) + kept


def _forget_people(site: Any, now: datetime) -> int:
    def is_long_ago(day: date | None) -> bool:
        moment = datetime.combine(day, time(), BELGIUM) if day else now
        return is_over(KIND, moment, now)

    count = 0
    for uid in [uid for uid, day in all_kept(site, FORMER) if is_long_ago(day)]:
        group = _group(uid)
        if group is None:
            note_kept(site, FORMER, uid, ())
        else:
            count += forget_former(group, lambda each: is_long_ago(each.until))
    return count


def _forget_wishes(site: Any, now: datetime) -> int:
    told = [uid for uid, f in all_farewells(site) if is_over(KIND, f.told, now)]
    over = [uid for uid in told if _has_ended(_group(uid))]
    for uid in over:
        forget_farewell(site, uid)
    return len(over)


def _forget_kept(site: Any, what: str, now: datetime) -> int:
    """Forget what groups keep for a year; wakes no group that keeps nothing old."""
    until, count = now - KEPT_FOR, 0
    for uid in [uid for uid, since in all_kept(site, what) if since <= until]:
        group = _group(uid)
        if group is None:
            note_kept(site, what, uid, ())
        else:
            count += FORGET_UNTIL[what](group, until)
    return count


def _has_ended(group: MemberOrganisation | None) -> bool:
    return group is None or api.content.get_state(group) == "ended"


def _group(uid: str) -> MemberOrganisation | None:
    return uuidToObject(uid, unrestricted=True)


FORGET = DueTask(
    _(
        "due_forget_former",
        default="Forget contact persons who stopped, and wishes to stop, long ago",
    ),
    forget_what_is_over,
)
