"""The profile of a group as plain text, for a letter."""

from collections.abc import Iterator
from datetime import date
from gastvrij import _
from gastvrij.directory.editing import CONTACT_FIELDS
from gastvrij.directory.field_words import in_words
from gastvrij.directory.profile import Profile
from gastvrij.directory.profile_form import label_of_field
from gastvrij.directory.validity import standing_needs
from typing import Any
from zope.i18n import translate


WHERE = _("label_where", default="Where")


def profile_in_words(group: Any, today: date, language: str) -> list[str]:
    """Return what a visitor reads of a group on a day, a paragraph for each field.

    What is empty, or has passed, is left out.
    """
    where = ", ".join(Profile(group, today, language).location)
    return [
        _paragraph(translate(label, target_language=language), words)
        for label, words in [(WHERE, where), *_fields(group, today, language)]
    ]


def _fields(group: Any, today: date, language: str) -> Iterator[tuple[Any, str]]:
    standing = {
        "needs": standing_needs(group.needs or [], today),
        "recruiting": Profile(group, today, language).recruiting,
    }
    for name in CONTACT_FIELDS:
        value = standing.get(name, getattr(group, name))
        if value and not _is_past(value, today):
            yield label_of_field(name), in_words(name, value, language)


def _is_past(value: Any, today: date) -> bool:
    return isinstance(value, date) and value < today


def _paragraph(label: str, words: str) -> str:
    between = "\n" if "\n" in words else " "
    mark = "" if label.endswith(("?", ":")) else ":"
    return f"{label}{mark}{between}{words}"
