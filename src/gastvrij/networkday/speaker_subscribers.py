"""What happens to the speakers of an item that is copied, or goes."""

from Acquisition import aq_chain
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.networkday.speaker_records import speakers_of
from gastvrij.networkday.speakers import forget_asking
from plone.base.interfaces import IPloneSiteRoot
from plone.uuid.interfaces import IUUID
from typing import Any


def forget_speakers_when_item_goes(item: IProgrammeItem, event: Any) -> None:
    """Nobody is asked any more to speak at what is gone."""
    for site in filter(IPloneSiteRoot.providedBy, aq_chain(item)):
        for speaker in speakers_of(site, [IUUID(item)]):
            forget_asking(site, speaker)


def name_nobody_when_copied(item: Any, event: Any) -> None:
    """Who agreed to be named for one day did not agree for another."""
    item.speakers = []
    item.reindexObject(idxs=["getId"])
