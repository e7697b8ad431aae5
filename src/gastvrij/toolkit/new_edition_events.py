"""What others hear of a new edition."""

from typing import Any
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class ITakenAlong(IObjectEvent):
    """Something of one edition was copied into another; ``original`` is what."""


@implementer(ITakenAlong)
class TakenAlong(ObjectEvent):
    """Tells who keeps something about the original, outside its fields."""

    def __init__(self, copy: Any, original: Any) -> None:
        """Take the copy, which is what the event is about, and its original."""
        super().__init__(copy)
        self.original = original
