"""The link with which people take part online: not content, and given to few.

It lies on a shelf that has no address, by the UID of its day. Whoever has a seat gets
it from 24 hours before the day begins until the day is over. Then it is forgotten.
"""

from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.due.task import DueTask
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from gastvrij.networkday.door import door
from gastvrij.networkday.door import end_of
from gastvrij.networkday.door import NOT_OPEN
from gastvrij.networkday.door import PAST
from gastvrij.networkday.door import start_of
from gastvrij.networkday.moments import is_over
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Person
from plone import api
from plone.app.uuid.utils import uuidToObject
from typing import Any


JOIN_LINKS = "gastvrij.networkday.join_links"
BEFORE = timedelta(hours=24)
ONLINE = ("online", "both")


def join_link_of(day: NetworkDay) -> str:
    """Return the link of a day, for who organises it; empty without one."""
    return shelf(api.portal.get(), JOIN_LINKS).get(day.UID(), "")


def keep_join_link(day: NetworkDay, url: str) -> None:
    """Keep the link of a day, or forget it when it is empty; it was checked."""
    if url:
        shelf_to_write(api.portal.get(), JOIN_LINKS)[day.UID()] = url
    else:
        shelf(api.portal.get(), JOIN_LINKS).pop(day.UID(), None)


def is_given(day: NetworkDay, now: datetime) -> bool:
    """Tell whether those who have a seat get the link at this moment."""
    is_near = now >= start_of(day) - BEFORE
    takes_place = door(day, now) not in (PAST, "cancelled", NOT_OPEN)
    return day.mode in ONLINE and is_near and takes_place


def join_link_for(day: NetworkDay, person: Person, now: datetime) -> str:
    """Return the link for one person; empty for who may not have it (yet)."""
    return join_link_of(day) if person.is_there and is_given(day, now) else ""


def forget_join_links(site: Any, now: datetime) -> int:
    """Forget the links of days that are over, or gone; return how many."""
    links = shelf(site, JOIN_LINKS)
    days = {uid: uuidToObject(uid, unrestricted=True) for uid in links}
    over = [uid for uid, day in days.items() if not day or is_over(end_of(day), now)]
    for uid in over:
        del links[uid]
    return len(over)


FORGET = DueTask(
    _(
        "due_forget_join_links",
        default="Forget the link with which people took part online",
    ),
    forget_join_links,
)
