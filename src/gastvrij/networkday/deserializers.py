"""How hours that are sent over REST are read, and how wrong ones are answered."""

from collections.abc import Iterator
from dateutil.parser import parse
from gastvrij.interfaces import IGastvrijLayer
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.values.deserializers import NamingDeserializer
from plone.app.event.dx.behaviors import StartBeforeEnd
from plone.restapi.deserializer.dxfields import DatetimeFieldDeserializer
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from zope.component import adapter
from zope.interface import implementer
from zope.interface.interface import InterfaceClass
from zope.schema.interfaces import IDatetime


@implementer(IDeserializeFromJson)
@adapter(INetworkDay, IGastvrijLayer)
class NetworkDayDeserializer(NamingDeserializer):
    """Names the end where Plone says only that a day ends before it begins."""

    def _broken_invariants(
        self, schema: InterfaceClass, values: dict[str, Any]
    ) -> Iterator[dict[str, Any]]:
        for broken in super()._broken_invariants(schema, values):
            is_stock = isinstance(broken["error"], StartBeforeEnd)
            yield broken | ({"field": "end"} if is_stock else {})


@implementer(IFieldDeserializer)
class MomentDeserializer(DatetimeFieldDeserializer):
    """plone.restapi's own, but an hour without a zone is what a Belgian clock shows.

    plone.restapi takes such an hour for UTC.
    """

    def __call__(self, value: str) -> Any:
        """Return the moment; raises ``ValueError`` for what is no date."""
        moment = parse(value)
        if moment.tzinfo is None:
            value = in_brussels(moment).isoformat()
        return super().__call__(value)


@adapter(IDatetime, INetworkDay, IGastvrijLayer)
class DayMomentDeserializer(MomentDeserializer):
    """Reads the moments of a day."""


@adapter(IDatetime, IProgrammeItem, IGastvrijLayer)
class ItemMomentDeserializer(MomentDeserializer):
    """Reads the moments of a programme item."""
