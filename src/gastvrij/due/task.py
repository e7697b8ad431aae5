"""A due task as the rooms make one from a rule."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from gastvrij.due.interfaces import IDueTask
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IDueTask)
@dataclass(frozen=True)
class DueTask:
    """A rule that does what is due, with what the secretariat calls it."""

    title: Message
    rule: Callable[[Any, datetime], int]

    def __call__(self, site: Any, now: datetime) -> int:
        """Do what is due and not yet done; return how many things were done."""
        return self.rule(site, now)
