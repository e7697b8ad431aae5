"""What is kept of speakers who were asked, and how long.

Who did not agree is forgotten with the forms that were never confirmed, counted from
the day; who agreed with the registrations. A name that somebody agreed to stays in the
programme until they take it away, by themselves or through the secretariat.
"""

from datetime import datetime
from gastvrij import _
from gastvrij.due.task import DueTask
from gastvrij.networkday.speaker_records import AGREED
from gastvrij.networkday.speaker_records import all_speakers
from gastvrij.networkday.speaker_records import item_of
from gastvrij.networkday.speaker_records import Speaker
from gastvrij.networkday.speakers import forget
from gastvrij.networkday.speakers import forget_asking
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.privacy.retention import is_over
from gastvrij.values.mail_address import same_address
from plone.restapi.serializer.converters import json_compatible
from typing import Any
from zope.interface import implementer


@implementer(IPersonalData)
class SpeakersData:
    """Finds speakers by the address to which they were asked."""

    title = _("data_speakers", default="Speakers of network days")

    def find(self, site: Any, email: str) -> list[Found]:
        """Return at what somebody speaks."""
        return [Found(self.title, _told(each), _url(each)) for each in _of(site, email)]

    def export(self, site: Any, email: str) -> list[dict[str, Any]]:
        """Return all of it."""
        return [
            {"at": _told(each), **json_compatible(vars(each))}
            for each in _of(site, email)
        ]

    def erase(self, site: Any, email: str, now: datetime) -> int:
        """Forget that they were asked; their name leaves the programme."""
        found = _of(site, email)
        for speaker in found:
            forget(site, speaker)
        return len(found)


def forget_what_is_over(site: Any, now: datetime) -> int:
    """Forget who was asked for days that are long over; return how many."""
    over = [each for each in all_speakers(site) if _is_over(each, now)]
    for speaker in over:
        forget_asking(site, speaker)
    return len(over)


def _is_over(speaker: Speaker, now: datetime) -> bool:
    item = item_of(speaker)
    if item is None:
        return True
    kind = "registrations" if speaker.answer == AGREED else "unconfirmed"
    return is_over(kind, item.aq_parent.end, now)


def _of(site: Any, email: str) -> list[Speaker]:
    return [each for each in all_speakers(site) if same_address(each.email, email)]


def _told(speaker: Speaker) -> str:
    item = item_of(speaker)
    words = (speaker.name, item.title if item is not None else "")
    return " – ".join(filter(None, words))


def _url(speaker: Speaker) -> str:
    item = item_of(speaker)
    return f"{item.aq_parent.absolute_url()}/speakers" if item is not None else ""


FORGET = DueTask(
    _("due_forget_speakers", default="Forget who was asked as a speaker long ago"),
    forget_what_is_over,
)
