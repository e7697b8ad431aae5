"""What an action on an application is: who may, from which states, and how."""

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from gastvrij.membership.application import MembershipApplication
from gastvrij.values.entries import Entry
from plone import api
from typing import Any
from zope.i18nmessageid import Message


Values = dict[str, Any]
Do = Callable[[MembershipApplication, Values, datetime], Any]


@dataclass(frozen=True)
class Action:
    """Something to do with an application: who may, from which states, and how.

    ``title`` is the button; ``entries`` are what it asks first, and ``entries_for``
    what it asks of one application; ``fits`` tells of what else it depends.
    """

    id: str
    title: Message
    permission: str
    states: tuple[str, ...]
    do: Do
    entries: Callable[[], Iterable[Entry]] = tuple
    fits: Callable[[MembershipApplication], bool] = lambda application: True
    entries_for: Callable[[MembershipApplication], Iterable[Entry]] | None = None

    def asked_of(self, application: MembershipApplication) -> Iterable[Entry]:
        """Return what it asks before it is done."""
        return self.entries_for(application) if self.entries_for else self.entries()

    def is_open(self, application: MembershipApplication, state: str) -> bool:
        """Tell whether the user can do this now."""
        may = api.user.has_permission(self.permission, obj=application)
        return bool(may) and state in self.states and self.fits(application)
