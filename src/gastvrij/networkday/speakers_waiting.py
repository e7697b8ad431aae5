"""Speakers who have not answered yet, for the tasks of coordinators."""

from collections.abc import Iterable
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from gastvrij.due.may import may
from gastvrij.networkday.moments import is_over
from gastvrij.networkday.speaker_records import all_speakers
from gastvrij.networkday.speaker_records import ASKED
from gastvrij.networkday.speaker_records import item_of
from gastvrij.networkday.speaker_records import Speaker
from plone import api
from typing import Any
from zope.interface import implementer


KIND = "networkday.speakers"
KINDS = {KIND: _("waiting_speakers", default="Speakers who have not answered")}
PLAN = "gastvrij: Announce Network Day"
PATIENCE = timedelta(days=7)


@implementer(IWaitingThings)
class SpeakersWaiting:
    """Who was asked a week ago or longer, of days that are not over."""

    kinds = KINDS

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable[WaitingThing]:
        """Return the speakers, for who plans days; wakes only the items concerned."""
        if not may(site, PLAN, roles):
            return
        for speaker in all_speakers(site):
            if speaker.answer == ASKED and now - speaker.asked_on >= PATIENCE:
                yield from _things(speaker, now)


def _things(speaker: Speaker, now: datetime) -> Iterable[WaitingThing]:
    item = item_of(speaker)
    day = item.aq_parent if item is not None else None
    if day is None or is_over(day.end, now) or _is_cancelled(day):
        return
    yield WaitingThing(
        kind=KIND,
        title=f"{speaker.name} – {day.title}",
        url=f"{day.absolute_url()}/speakers",
        since=speaker.asked_on,
        action=_("waiting_speakers_action", default="Ask again, or take out"),
    )


def _is_cancelled(day: Any) -> bool:
    return api.content.get_state(day) == "cancelled"
