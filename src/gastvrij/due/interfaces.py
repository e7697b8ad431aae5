"""What the rooms offer: things to do in time, and things that wait for somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import Attribute
from zope.interface import Interface


class IDueTask(Interface):
    """Something that has to be done in time, by nobody.

    It is registered as a utility with a name such as ``directory.confirm``, and is
    usually a ``gastvrij.due.task.DueTask``.
    """

    title = Attribute("What is done, as a message that the secretariat reads.")

    def __call__(site: Any, now: datetime) -> int:
        """Do what is due and not yet done; return how many things were done.

        ``now`` is aware. Called again with the same ``now`` it does nothing: it looks
        for what is due and not yet done, never for what is due today. It runs in a
        transaction of its own, which is thrown away when it raises anything; it never
        commits.
        """


class IWaitingThings(Interface):
    """What in one room waits for somebody; registered as a named utility."""

    def for_user(
        site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable["WaitingThing"]:
        """Return what waits for a user with these roles on the site, in any order.

        It wakes no object where nothing waits.
        """


@dataclass(frozen=True, slots=True)
class WaitingThing:
    """Something that waits for somebody, and what they can do about it.

    ``kind`` is the name of the utility, or begins with it; ``action`` is a verb, for a
    button; ``place`` is a municipality, empty where the thing has none.
    """

    kind: str
    title: str
    url: str
    since: datetime
    action: Message
    place: str = ""
