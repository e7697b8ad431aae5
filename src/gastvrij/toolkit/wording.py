"""Days, sizes and reading times as a reader is used to see them."""

from datetime import date
from gastvrij.directory.dates import month_and_year
from math import ceil
from zope.i18n.locales import locales


KILO = 1000
MEGA = 1_000_000
WORDS_A_MINUTE = 200


def day_in_words(day: date | None, language: str) -> str | None:
    """Write a day out: "3 mei 2026"."""
    return f"{day.day} {month_and_year(day, language)}" if day else None


def size_in_words(octets: int, language: str) -> str:
    """Write the size of a file: "120 kB", "1,2 MB"; the smallest is 1 kB."""
    if octets < MEGA:
        return f"{max(1, round(octets / KILO))} kB"
    number = locales.getLocale(language, None, None).numbers.getFormatter("decimal")
    return f"{number.format(round(octets / MEGA, 1))} MB"


def minutes_to_read(words: int) -> int:
    """Return how long an unhurried reader needs; at least a minute."""
    return max(1, ceil(words / WORDS_A_MINUTE))
