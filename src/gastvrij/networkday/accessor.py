"""How Plone's event listings and calendars read a network day."""

from gastvrij.networkday.network_day import INetworkDay
from plone.app.event.dx.behaviors import EventAccessor
from plone.event.interfaces import IEventAccessor
from zope.component import adapter
from zope.interface import implementer


@implementer(IEventAccessor)
@adapter(INetworkDay)
class NetworkDayAccessor(EventAccessor):
    """Plone's own accessor, with the place of the day."""

    @property
    def location(self) -> str:
        """The name of the place; empty when it is not known."""
        return self.context.venue_name or ""
