"""A sentence about how the site is doing, as the rooms make one from a rule."""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from gastvrij.due.interfaces import INotices
from gastvrij.due.interfaces import Notice
from gastvrij.due.may import may
from typing import Any
from zope.interface import implementer


@implementer(INotices)
@dataclass(frozen=True)
class NoticeFor:
    """A rule that has something to say or not, to who has a permission on the site."""

    permission: str
    rule: Callable[[Any, datetime], Notice | None]

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterator[Notice]:
        """Return the sentence of the rule; others are told nothing."""
        said = self.rule(site, now) if may(site, self.permission, roles) else None
        if said is not None:
            yield said
