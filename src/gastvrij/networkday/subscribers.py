"""What happens when a day or a programme item is saved."""

from Acquisition import aq_base
from gastvrij.networkday.moments import BRUSSELS
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.programme_item import IProgrammeItem
from zope.interface.interfaces import IObjectEvent


MOMENTS = (
    "start",
    "end",
    "registration_opens",
    "registration_closes",
    "kept_until",
)


def keep_belgian_time_when_saved(
    content: INetworkDay | IProgrammeItem, event: IObjectEvent
) -> None:
    """Store every moment on the Belgian clock, whichever clock it was sent in.

    plone.restapi stores UTC where there was no value yet, and Plone's form shows the
    hour as it is stored.
    """
    for name in MOMENTS:
        moment = getattr(aq_base(content), name, None)
        zone = getattr(moment, "tzinfo", None)
        if moment is not None and getattr(zone, "zone", None) != BRUSSELS.zone:
            setattr(content, name, in_brussels(moment))
