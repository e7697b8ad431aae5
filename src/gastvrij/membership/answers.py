"""What was filled in, in words: for a last look, and for whoever handles it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from gastvrij import _
from gastvrij.membership.application import IMembershipApplication
from gastvrij.membership.form_kinds import BLANK
from gastvrij.membership.form_pages import Page
from gastvrij.membership.form_pages import pages
from gastvrij.places.municipalities import municipality
from gastvrij.spelling.dates import full_date
from gastvrij.values.entries import Entry
from typing import Any
from zope.component import getUtility
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import Invalid
from zope.schema import getFields
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IList
from zope.schema.interfaces import IVocabularyFactory


YES = _("answer_yes", default="Yes")
NO = _("answer_no", default="No")


@dataclass(frozen=True)
class Answer:
    """One thing that was asked, and the answer in words; empty for none."""

    name: str
    label: Message
    text: str
    sentence: Message | None = None


def answers_of(
    page: Page, typed: Mapping[str, Any], wrong: Mapping[str, Message], language: str
) -> list[Answer]:
    """Return the answers of a page of the form, from what was typed."""
    return [
        Answer(
            entry.name,
            entry.label or "",
            _said(entry, typed.get(entry.name, ""), language),
            wrong.get(entry.name),
        )
        for entry in page.entries
    ]


def answers_in(application: Any, language: str) -> list[tuple[Message, list[Answer]]]:
    """Return the answers that an application holds, by page of the form."""
    return [
        (
            page.title,
            [
                Answer(
                    entry.name,
                    entry.label or "",
                    in_words(entry.name, _value(application, entry.name), language),
                )
                for entry in page.entries
            ],
        )
        for page in pages()
    ]


def in_words(name: str, value: Any, language: str) -> str:
    """Return the value of a field as people read it; empty for none."""
    field = getFields(IMembershipApplication)[name]
    if IBool.providedBy(field):
        return translate(YES if value else NO, target_language=language)
    if value in (None, "", []):
        return ""
    if isinstance(value, date):
        return full_date(value, language)
    if IList.providedBy(field):
        words = (_word(field.value_type, each, language) for each in value)
        return ", ".join(words)
    return _word(field, value, language)


def _said(entry: Entry, typed: Any, language: str) -> str:
    try:
        value = entry.value(typed, BLANK)
    except Invalid:
        return typed if isinstance(typed, str) else ", ".join(typed)
    return in_words(entry.name, value, language)


def _value(application: Any, name: str) -> Any:
    value = getattr(application, name, None)
    if name == "postal_code" and value:
        return f"{value} {municipality(application.municipality).name_nl}"
    return value


def _word(field: Any, value: Any, language: str) -> str:
    if not IChoice.providedBy(field):
        return str(value)
    if field.vocabularyName == "gastvrij.Municipalities":
        return municipality(value).name_nl
    terms = getUtility(IVocabularyFactory, field.vocabularyName)(None)
    try:
        title = terms.getTerm(value).title
    except LookupError:
        return str(value)
    return translate(title, target_language=language)
