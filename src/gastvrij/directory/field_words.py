"""The value of a field of a group, told in words: in letters, and side by side."""

from collections.abc import Callable
from datetime import date
from gastvrij import _
from gastvrij.directory.language_names import name_in
from gastvrij.directory.states import STATES
from gastvrij.directory.vocabularies import ACTIVITIES
from gastvrij.directory.vocabularies import LEGAL_FORMS
from gastvrij.directory.vocabularies import LOCATION_PRECISIONS
from gastvrij.directory.vocabularies import RECRUITING
from gastvrij.directory.vocabularies import TARGET_GROUPS
from gastvrij.places.municipalities import municipality
from gastvrij.spelling.dates import full_date
from gastvrij.values.plain_text import without_markup
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


EMPTY = _("value_empty", default="(empty)")
PICTURE = _("value_picture", default="a picture")

# not a field: told as one where a group goes online, stops or hides
STATE = "state"

CHOICES = {
    "activities": ACTIVITIES,
    "target_groups": TARGET_GROUPS,
    "recruiting": RECRUITING,
    "legal_form": LEGAL_FORMS,
    "location_precision": LOCATION_PRECISIONS,
    STATE: tuple(STATES.items()),
}


def in_words(name: str, value: Any, language: str) -> str:
    """Tell the value of the field ``name`` in a language, given by its code."""
    if not value:
        return _said(EMPTY, language)
    if name in CHOICES:
        return _chosen(name, value, language)
    tell = TELL.get(name)
    if tell:
        return tell(value, language)
    if isinstance(value, date):
        return full_date(value, language)
    return "\n".join(value) if isinstance(value, list) else str(value)


def _said(message: Message, language: str) -> str:
    return translate(message, target_language=language)


def _chosen(name: str, value: Any, language: str) -> str:
    titles = dict(CHOICES[name])
    values = value if isinstance(value, list) else [value]
    return ", ".join(_said(titles[each], language) for each in values)


def _place(value: str, language: str) -> str:
    return municipality(value).name_nl


def _places(value: list[str], language: str) -> str:
    return ", ".join(municipality(nis).name_nl for nis in value)


def _languages(value: list[str], language: str) -> str:
    return ", ".join(name_in(language, code) for code in value)


def _text(value: Any, language: str) -> str:
    # a value that was written down is HTML already
    return without_markup(getattr(value, "raw", value))


def _picture(value: Any, language: str) -> str:
    return _said(PICTURE, language)


def _needs(value: list[dict[str, Any]], language: str) -> str:
    return "\n".join(_need(row, language) for row in value)


def _need(row: dict[str, Any], language: str) -> str:
    if not row["until"]:
        return row["text"]
    until = _(
        "value_need_until",
        default="${text} (until ${date})",
        mapping={"text": row["text"], "date": full_date(row["until"], language)},
    )
    return _said(until, language)


def _summaries(value: list[dict[str, Any]], language: str) -> str:
    rows = [f"{name_in(language, row['language'])}: {row['text']}" for row in value]
    return "\n".join(rows)


TELL: dict[str, Callable[[Any, str], str]] = {
    "municipality": _place,
    "service_area": _places,
    "languages": _languages,
    "text": _text,
    "image": _picture,
    "needs": _needs,
    "summaries": _summaries,
}
