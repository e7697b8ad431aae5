"""Dates as a visitor reads them."""

from datetime import date
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo
from zope.i18n.locales import locales


BELGIUM = ZoneInfo("Europe/Brussels")


def today_in_belgium() -> date:
    """Return the date that a visitor in Belgium sees on the calendar."""
    return datetime.now(BELGIUM).date()


def full_date(day: date, language: str) -> str:
    """Write a date out: "dinsdag 30 juni 2026"."""
    weekday = _calendar(language).getDayNames()[day.weekday()]
    return f"{weekday} {day.day} {month_and_year(day, language)}"


def month_and_year(day: date, language: str) -> str:
    """Write out what of a date is told when the day does not matter: "maart 2026"."""
    month = _calendar(language).getMonthNames()[day.month - 1]
    return f"{month} {day.year}"


def _calendar(language: str) -> Any:
    return locales.getLocale(language, None, None).dates.calendars["gregorian"]
