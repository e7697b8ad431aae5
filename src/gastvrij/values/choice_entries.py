"""What there is to choose, on a page that needs no script."""

from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij.values.entries import Entry
from gastvrij.values.entries import Form
from gastvrij.values.entries import many
from typing import Any
from typing import ClassVar
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


@dataclass(frozen=True)
class Option:
    """Something to choose: a value, its words, and more words beneath them."""

    value: str
    title: Any
    explain: Any = None


@dataclass(frozen=True)
class Pick(Entry):
    """Asks to choose one."""

    macro: ClassVar[str] = "pick"

    def options(self, content: Any) -> list[Option]:
        """Return what can be chosen."""
        return options_of(self.field, content)

    def chosen(self, typed: Any) -> list[str]:
        """Return which values are chosen."""
        return [typed]


@dataclass(frozen=True)
class Selection(Pick):
    """Asks to choose one of many, from a list that folds."""

    macro: ClassVar[str] = "selection"


@dataclass(frozen=True)
class Ticks(Pick):
    """Asks to tick what holds."""

    macro: ClassVar[str] = "ticks"
    grid: ClassVar[str] = "gv-choice-grid"

    def options(self, content: Any) -> list[Option]:
        """Return what can be ticked."""
        return options_of(self.field.value_type, content)

    def chosen(self, typed: list[str]) -> list[str]:
        """Return what is ticked."""
        return typed

    def typed(self, form: Form) -> list[str]:
        """Return what was ticked."""
        return many(form, self.name)

    def shown(self, value: Iterable[str] | None) -> list[str]:
        """Return what is ticked."""
        return list(value or [])

    def value(self, typed: list[str], content: Any) -> list[str]:
        """Return each once, in the order in which they stand there or were ticked."""
        return in_same_order(typed, getattr(content, self.name, None))


def in_same_order(values: Iterable[str], stored: Iterable[str] | None) -> list[str]:
    """Return each value once; those that are stored first, in their order."""
    once = dict.fromkeys(values)
    kept = [value for value in stored or [] if value in once]
    return kept + [value for value in once if value not in kept]


def options_of(choice: Any, content: Any) -> list[Option]:
    """Return the values of a choice with their words."""
    factory = getUtility(IVocabularyFactory, choice.vocabularyName)
    return [Option(term.value, term.title or term.value) for term in factory(content)]
