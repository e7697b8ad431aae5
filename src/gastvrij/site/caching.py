"""Until when a page that is kept in memory stays right."""

from gastvrij.spelling.dates import today_in_belgium
from plone.app.caching.interfaces import IETagValue
from typing import Any
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(IETagValue)
@adapter(Interface, Interface)
class Today:
    """The date in Belgium: at midnight needs end, checks fall due and days are past."""

    def __init__(self, published: Any, request: Any) -> None:
        """Take what is being published; the date does not depend on it."""

    def __call__(self) -> str:
        """Return the date as in ISO 8601."""
        return today_in_belgium().isoformat()
