"""Languages on a page that needs no script: the usual ones to tick, others by name."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.directory.language_names import language_names
from gastvrij.directory.language_names import name_in
from gastvrij.directory.language_names import own_name
from gastvrij.values.choice_entries import in_same_order
from gastvrij.values.choice_entries import Option
from gastvrij.values.entries import Entry
from gastvrij.values.entries import Form
from gastvrij.values.entries import many
from gastvrij.values.entries import one
from gastvrij.values.refusal import Refused
from gastvrij.values.sent import check_strings
from typing import Any
from typing import ClassVar
from zope.globalrequest import getRequest
from zope.i18n import negotiate
from zope.i18nmessageid import Message

import re


# what groups and the people they welcome speak most
USUAL = (
    *("nl", "fr", "en", "de", "ar", "fa", "ps", "ti", "so", "tr", "ku", "uk", "ru"),
    *("es", "pt", "sq"),
)

OTHERS = _("label_other_languages", default="Other languages, with commas between them")
FARSI = _("language_fa", default="Persian: Farsi, Dari")

# as people call a language that has another name in Unicode's data
ALSO_CALLED = {
    "dari": "fa",
    "farsi": "fa",
    "perzisch": "fa",
    "pasjtoe": "ps",
    "pashtu": "ps",
    "tigrinya": "ti",
    "koerdisch": "ku",
    "kurmanji": "ku",
    "sorani": "ku",
    "vlaams": "nl",
    "flemish": "nl",
    "amharisch": "am",
    "bengaals": "bn",
    "fulfulde": "ff",
    "kirundi": "rn",
    "nepali": "ne",
    "peul": "ff",
    "servo-kroatisch": "sh",
}


@dataclass(frozen=True)
class TypedLanguages:
    """What was ticked, and the others as they were typed."""

    ticked: list[str]
    others: str = ""


@dataclass(frozen=True)
class Languages(Entry):
    """Asks to tick the usual languages, and to write the others."""

    others: Message = OTHERS
    macro: ClassVar[str] = "languages"
    grid: ClassVar[str] = "gv-choice-grid gv-choice-grid--narrow"

    def typed(self, form: Form) -> TypedLanguages:
        """Return what was ticked and typed."""
        return TypedLanguages(many(form, self.name), one(form, f"{self.name}-others"))

    def shown(self, value: list[str] | None) -> TypedLanguages:
        """Return what is ticked, and the names of the others."""
        codes = value or []
        names = [name_in(_reader(), code) for code in codes if code not in USUAL]
        return TypedLanguages([c for c in codes if c in USUAL], ", ".join(names))

    def value(self, typed: TypedLanguages, content: Any) -> list[str]:
        """Return the codes; raises ``Refused`` for a name that no language has."""
        names = [name.strip() for name in re.split(r"[,;\n]", typed.others)]
        codes = [*typed.ticked, *map(_code_of, filter(None, names))]
        return in_same_order(codes, getattr(content, self.name, None))

    def checked(self, typed: TypedLanguages, content: Any) -> list[str]:
        """Return the codes; raises what is said against them."""
        check_strings([typed.others, *typed.ticked])
        value = self.value(typed, content)
        self.field.bind(content).validate(value)
        return value

    def options(self, content: Any) -> list[Option]:
        """Return the usual languages, each with what its speakers call it."""
        names = {code: name_in(_reader(), code) for code in USUAL}
        return [
            Option(code, FARSI if code == "fa" else name, _own(code, name))
            for code, name in names.items()
        ]

    def chosen(self, typed: TypedLanguages) -> list[str]:
        """Return what is ticked."""
        return typed.ticked


def _own(code: str, name: str) -> str | None:
    own = own_name(code)
    return own if own.casefold() != name.casefold() else None


def _code_of(name: str) -> str:
    """Return the code of a language by its name in Dutch, English, French or its own.

    Raises ``Refused`` with the name that is not known.
    """
    key = name.casefold()
    if key in ALSO_CALLED:
        return ALSO_CALLED[key]
    for site_language in (_reader(), "nl", "en", "fr"):
        for code, known in language_names(site_language).items():
            if key in (known.casefold(), own_name(code).casefold()):
                return code
    raise Refused(
        _(
            "error_language",
            default="We do not know a language called ${name}. Write its name in Dutch"
            " or in English.",
            mapping={"name": name[:60]},
        )
    )


def _reader() -> str:
    return negotiate(getRequest()) or "nl"
