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

    kinds = Attribute(
        "A mapping of each kind of things that this utility returns to its heading, as"
        " a message: 'Groups without a contact person'."
    )

    def for_user(
        site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable["WaitingThing"]:
        """Return what waits for a user with these roles on the site, in any order.

        It wakes no object where nothing waits.
        """


@dataclass(frozen=True, slots=True)
class WaitingThing:
    """Something that waits for somebody, and what they can do about it.

    ``kind`` is the name of the utility, or begins with it; ``title`` names the group;
    ``action`` is a verb, for a button; ``place`` is a municipality, empty where the
    thing has none.
    """

    kind: str
    title: str
    url: str
    since: datetime
    action: Message
    place: str = ""


class INotices(Interface):
    """How one part of the site is doing, for whoever looks after it; a named utility.

    The desk shows it beside the tasks: when due tasks last ran, letters that do not go
    out, an export that was made.
    """

    def for_user(
        site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable["Notice"]:
        """Return what a user with these roles on the site may know; writes nothing."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence about how the site is doing, and where to read more.

    ``tone`` is ``info``, ``attention`` or ``error``; ``url`` may be empty.
    """

    text: Message
    tone: str = "info"
    url: str = ""
