"""How the desk says since when something waits."""

from datetime import datetime
from gastvrij import _
from gastvrij.desk.tasks import days_waited
from gastvrij.due.interfaces import WaitingThing
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import day_and_month
from gastvrij.spelling.dates import day_in_words
from zope.i18nmessageid import Message


def since_in_words(thing: WaitingThing, now: datetime, language: str) -> Message:
    """Say since when something waits: "sinds 12 maart, 8 dagen"."""
    days = days_waited(thing, now)
    if days == 0:
        return _("desk_since_today", default="since today")
    if days == 1:
        return _("desk_since_yesterday", default="since yesterday")
    day = thing.since.astimezone(BELGIUM).date()
    same_year = day.year == now.astimezone(BELGIUM).year
    written = day_and_month(day, language) if same_year else day_in_words(day, language)
    return _(
        "desk_since",
        default="since ${day}, ${days} days",
        mapping={"day": written, "days": days},
    )
