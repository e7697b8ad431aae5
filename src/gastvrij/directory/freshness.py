"""How fresh a profile is: when the group last said that it is right."""

from datetime import date
from datetime import datetime
from gastvrij import _
from gastvrij.directory.asked import forget_asked
from gastvrij.directory.asked import forget_farewell
from gastvrij.directory.contacts import file_of
from gastvrij.settings.records import settings
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import month_and_year
from gastvrij.values.months import months_after
from plone import api
from typing import Any
from typing import Literal
from zope.i18nmessageid import Message


Standing = Literal["right", "fading", "never"]


def standing(confirmed_on: date | None, today: date, months: int) -> Standing:
    """Tell how a confirmation stands on a day in Belgium.

    It is ``fading`` from ``months`` months after ``confirmed_on``, on the same day of
    the month; ``never`` when the group has confirmed nothing yet.
    """
    if confirmed_on is None:
        return "never"
    return "fading" if today >= months_after(confirmed_on, months) else "right"


def standing_of(group: Any, today: date) -> Standing:
    """Tell how the confirmation of a group stands, by the months of the settings."""
    return standing(group.confirmed_on, today, settings().fading_after_months)


def confirm(group: Any, who: str, now: datetime) -> None:
    """Write down that the profile of a group is right; ``who`` is a user id.

    Nothing else of the group changes: confirming is not editing. Who was asked about
    it need not answer any more, and a wish to stop is over.
    """
    group.confirmed_on = now.astimezone(BELGIUM).date()
    file_of(group).confirmed_by = who
    site = api.portal.get()
    forget_asked(site, group.UID())
    forget_farewell(site, group.UID())
    group.reindexObject(idxs=["fresh_since"])


def in_words(confirmed_on: date | None, now: Standing, language: str) -> Message:
    """Return the sentence that tells a reader of ``language`` how fresh a profile is.

    A confirmation is told by month: the day says nothing about a group.
    """
    if confirmed_on is None:
        return _("not_confirmed_yet", default="Not confirmed by the group yet")
    month = {"month": month_and_year(confirmed_on, language)}
    if now == "fading":
        return _(
            "not_confirmed_since",
            default="Not confirmed since ${month}",
            mapping=month,
        )
    return _(
        "confirmed_by_group",
        default="Confirmed by the group in ${month}",
        mapping=month,
    )
