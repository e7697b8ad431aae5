"""What is forgotten of people who speak for a group no longer, and when.

Both follow the period of what is closed: who stopped is forgotten that long after the
day, and the wish to stop of a group that has ended, or is gone, after it was told.
"""

from datetime import date
from datetime import datetime
from datetime import time
from gastvrij import _
from gastvrij.directory.asked import all_farewells
from gastvrij.directory.asked import forget_farewell
from gastvrij.directory.contacts import forget_former
from gastvrij.directory.former import all_former
from gastvrij.directory.former import forget_group
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.due.task import DueTask
from gastvrij.privacy.retention import is_over
from gastvrij.spelling.dates import BELGIUM
from plone import api
from plone.app.uuid.utils import uuidToObject
from typing import Any


KIND = "closed"


def forget_what_is_over(site: Any, now: datetime) -> int:
    """Forget former contact persons and wishes to stop; return how many."""
    return _forget_people(site, now) + _forget_wishes(site, now)


def _forget_people(site: Any, now: datetime) -> int:
    def is_long_ago(day: date | None) -> bool:
        moment = datetime.combine(day, time(), BELGIUM) if day else now
        return is_over(KIND, moment, now)

    count = 0
    for uid in [uid for uid, day in all_former(site) if is_long_ago(day)]:
        group = _group(uid)
        if group is None:
            forget_group(site, uid)
        else:
            count += forget_former(group, lambda each: is_long_ago(each.until))
    return count


def _forget_wishes(site: Any, now: datetime) -> int:
    told = [uid for uid, f in all_farewells(site) if is_over(KIND, f.told, now)]
    over = [uid for uid in told if _has_ended(_group(uid))]
    for uid in over:
        forget_farewell(site, uid)
    return len(over)


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
