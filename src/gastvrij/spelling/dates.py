"""Dates as a visitor reads them."""

from datetime import date
from datetime import datetime
from functools import lru_cache
from gastvrij import _
from typing import Any
from zoneinfo import ZoneInfo
from zope.i18n import translate
from zope.i18n.locales import locales
from zope.i18nmessageid import Message


BELGIUM = ZoneInfo("Europe/Brussels")


def today_in_belgium() -> date:
    """Return the date that a visitor in Belgium sees on the calendar."""
    return datetime.now(BELGIUM).date()


@lru_cache(maxsize=1000)
def full_date(day: date, language: str) -> str:
    """Write a date out: "dinsdag 30 juni 2026"."""
    weekday = _calendar(language).getDayNames()[day.weekday()]
    return f"{weekday} {day.day} {month_and_year(day, language)}"


def month_and_year(day: date, language: str) -> str:
    """Write out what of a date is told when the day does not matter: "maart 2026"."""
    return f"{month_name(day.month, language)} {day.year}"


def month_name(number: int, language: str) -> str:
    """Write the name of a month, of which January is 1."""
    return _calendar(language).getMonthNames()[number - 1]


def day_in_words(day: date | None, language: str) -> str | None:
    """Write a day out without its name: "3 mei 2026"."""
    return f"{day.day} {month_and_year(day, language)}" if day else None


def day_and_month(day: date, language: str) -> str:
    """Write a day of this year out without its name: "3 mei"."""
    return f"{day.day} {_calendar(language).getMonthNames()[day.month - 1]}"


def month_in_short(day: date, language: str) -> str:
    """Write the month in three letters or so: "okt"."""
    return _calendar(language).months[day.month][1]


def days_in_words(days: int) -> Message:
    """Say how many days: "1 dag", "8 dagen"."""
    if days == 1:
        return _("one_day", default="1 day")
    return _("many_days", default="${days} days", mapping={"days": days})


def moment_in_words(moment: datetime, language: str) -> str:
    """Write out when in Belgium: "dinsdag 5 november 2026, 18.05 uur".

    ``moment`` is aware.
    """
    there = moment.astimezone(BELGIUM)
    minutes = f".{there.minute:02}" if there.minute else ""
    mapping = {
        "day": full_date(there.date(), language),
        "hour": f"{there.hour}{minutes}",
    }
    message = _("day_and_hour", default="${day}, ${hour}", mapping=mapping)
    return translate(message, target_language=language)


def _calendar(language: str) -> Any:
    return locales.getLocale(language, None, None).dates.calendars["gregorian"]
