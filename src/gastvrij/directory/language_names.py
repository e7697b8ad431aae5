"""Languages by name: in the reader's language, and in their own."""

from collections.abc import Mapping
from functools import cache
from plone.i18n.locales.languages import _languagelist
from types import MappingProxyType
from zope.i18n.locales import locales


RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@cache
def language_names(site_language: str) -> Mapping[str, str]:
    """Return ISO 639-1 code -> name, written in ``site_language`` (a code as well).

    The names are those of Unicode's locale data; a code that it does not name is left
    out.
    """
    names = locales.getLocale(site_language, None, None).displayNames.languages
    return MappingProxyType(
        {code: names[code] for code in _languagelist if names.get(code, code) != code}
    )


def name_in(site_language: str, code: str) -> str:
    """Return the name of a language in ``site_language``, else its own name."""
    return language_names(site_language).get(code) or own_name(code)


def own_name(code: str) -> str:
    """Return what its speakers call a language; an unknown code as it is."""
    return _languagelist.get(code, {}).get("native", code)


def direction(code: str) -> str:
    """Return which way a language is written, in HTML's words: ``ltr`` or ``rtl``."""
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"
