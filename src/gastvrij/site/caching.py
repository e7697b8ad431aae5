"""Until when a page that is kept in memory stays right."""

from datetime import datetime
from plone.app.caching.interfaces import IETagValue
from typing import Any
from zoneinfo import ZoneInfo
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


BRUSSELS = ZoneInfo("Europe/Brussels")


@implementer(IETagValue)
@adapter(Interface, Interface)
class Today:
    """The date in Belgium: at midnight needs end, checks fall due and days are past."""

    def __init__(self, published: Any, request: Any) -> None:
        """Take what is being published; the date does not depend on it."""

    def __call__(self) -> str:
        """Return the date as in ISO 8601."""
        return datetime.now(BRUSSELS).date().isoformat()
