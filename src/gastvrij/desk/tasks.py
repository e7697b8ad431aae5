"""What waits for somebody, collected from every room, the oldest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from gastvrij.due.interfaces import INotices
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import Notice
from gastvrij.due.interfaces import WaitingThing
from gastvrij.spelling.dates import BELGIUM
from operator import attrgetter
from Products.CMFPlone.Portal import PloneSite
from zope.component import getAllUtilitiesRegisteredFor
from zope.i18nmessageid import Message


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has logged in, with the roles that hold everywhere on the site."""

    user_id: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kind:
    """The things of one kind that wait, the oldest first."""

    name: str
    title: Message
    things: tuple[WaitingThing, ...]


def tasks_of(site: PloneSite, person: Person, now: datetime) -> list[WaitingThing]:
    """Return what waits for somebody, the oldest first."""
    waiting: list[WaitingThing] = []
    for room in getAllUtilitiesRegisteredFor(IWaitingThings):
        waiting.extend(room.for_user(site, person.user_id, person.roles, now))
    return sorted(waiting, key=attrgetter("since"))


def by_kind(tasks: Iterable[WaitingThing]) -> list[Kind]:
    """Put tasks of one kind together; the kind that waits longest comes first."""
    kinds: dict[str, list[WaitingThing]] = {}
    for task in tasks:
        kinds.setdefault(task.kind, []).append(task)
    titles = _titles()
    return [
        Kind(name, titles.get(name, things[0].action), tuple(things))
        for name, things in kinds.items()
    ]


def days_waited(thing: WaitingThing, now: datetime) -> int:
    """Return how many midnights in Belgium have passed since something began to wait.

    None for something that waits since a moment that is yet to come.
    """
    days = now.astimezone(BELGIUM).date() - thing.since.astimezone(BELGIUM).date()
    return max(0, days.days)


def notices_for(site: PloneSite, person: Person, now: datetime) -> list[Notice]:
    """Return how the site is doing, as far as somebody may know; the worst first."""
    notices: list[Notice] = []
    for part in getAllUtilitiesRegisteredFor(INotices):
        notices.extend(part.for_user(site, person.user_id, person.roles, now))
    order = ("error", "attention", "info")
    return sorted(notices, key=lambda notice: order.index(notice.tone))


def _titles() -> dict[str, Message]:
    titles: dict[str, Message] = {}
    for room in getAllUtilitiesRegisteredFor(IWaitingThings):
        titles |= room.kinds
    return titles
