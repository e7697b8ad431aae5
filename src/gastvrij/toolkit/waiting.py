"""What waits for who keeps the toolkit, as its modules make it from a rule."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from gastvrij.due.may import may
from gastvrij.toolkit.editors import KEEP
from gastvrij.toolkit.library import library_of
from gastvrij.toolkit.library import ToolkitLibrary
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


Rule = Callable[[ToolkitLibrary, str, datetime], Iterable[WaitingThing]]


@implementer(IWaitingThings)
@dataclass(frozen=True, eq=False)
class WaitingForEditors:
    """A rule that finds what waits in the toolkit for a user who may keep it."""

    kinds: Mapping[str, Message]
    rule: Rule

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable[WaitingThing]:
        """Return what the rule finds; nothing for who may not keep the toolkit."""
        library = library_of(site)
        if library is None or not may(site, KEEP, roles):
            return ()
        return self.rule(library, user_id, now)
