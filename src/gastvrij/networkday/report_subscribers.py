"""What happens to notes when their item goes, and to a plan when its day goes."""

from Acquisition import aq_chain
from gastvrij.links.ledger import void
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.networkday.report_records import drop_notes
from gastvrij.networkday.report_records import drop_plan
from gastvrij.networkday.report_records import notes_of
from gastvrij.networkday.reporting import PURPOSE
from plone.base.interfaces import IPloneSiteRoot
from plone.uuid.interfaces import IUUID
from typing import Any


def forget_notes_when_item_goes(item: IProgrammeItem, event: Any) -> None:
    """Nobody is asked any more for the notes of what is gone."""
    for site in filter(IPloneSiteRoot.providedBy, aq_chain(item)):
        if notes_of(site, IUUID(item)).reporters:
            void(site, purpose=PURPOSE, thing=IUUID(item))
        drop_notes(site, IUUID(item))


def forget_plan_when_day_goes(day: INetworkDay, event: Any) -> None:
    """A day that is gone has no report book."""
    for site in filter(IPloneSiteRoot.providedBy, aq_chain(day)):
        drop_plan(site, IUUID(day))
