"""Sizes of files as a reader is used to see them."""

from zope.i18n.locales import locales


KILO = 1000
MEGA = 1_000_000


def size_in_words(octets: int, language: str) -> str:
    """Write the size of a file: "120 kB", "1,2 MB"; the smallest is 1 kB."""
    if octets < MEGA:
        return f"{max(1, round(octets / KILO))} kB"
    number = locales.getLocale(language, None, None).numbers.getFormatter("decimal")
    return f"{number.format(round(octets / MEGA, 1))} MB"
