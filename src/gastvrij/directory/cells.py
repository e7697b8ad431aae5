"""What stands in the cells of a spreadsheet of groups, and what it means."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from gastvrij import _
from gastvrij.directory.language_names import language_names
from gastvrij.places.municipalities import sort_key
from gastvrij.values.refusal import Refused
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message

import re


LANGUAGES = ("nl", "en")
BETWEEN = "; "
SEPARATORS = re.compile(r"[;|\r\n]+")
DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)|(\d\d?)[/.-](\d\d?)[/.-](\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Kind:
    """How values of one kind are written in a cell, and read from it.

    `write` takes a value and the language of the reader; `read` takes what stands in a
    cell that is not empty, and raises ``Refused`` with what is wrong with it.
    """

    write: Callable[[Any, str], str]
    read: Callable[[str], Any]


def choice(pairs: tuple[tuple[str, Message], ...]) -> Kind:
    """Return the kind of a value with a name in each language, or its own id.

    The beginning of a name is enough where no other begins so.
    """
    titles = dict(pairs)

    def write(value: str, language: str) -> str:
        return translate(titles[value], target_language=language)

    def read(cell: str) -> str:
        names, wanted = _by_name(titles), sort_key(cell.strip())
        begun = {value for name, value in names.items() if name.startswith(wanted)}
        if wanted in names or len(begun) == 1:
            return names.get(wanted) or begun.pop()
        raise Refused(_unknown(cell, [write(each, "nl") for each in titles]))

    return Kind(write, read)


def several(kind: Kind) -> Kind:
    """Return the kind of a list, with a semicolon, a bar or a new line between."""

    def write(values: list[Any], language: str) -> str:
        return BETWEEN.join(kind.write(each, language) for each in values)

    def read(cell: str) -> list[Any]:
        found = []
        for part in filter(None, map(str.strip, SEPARATORS.split(cell))):
            found += _read_part(kind, part)
        return list(dict.fromkeys(found))

    return Kind(write, read)


def _read_part(kind: Kind, part: str) -> list[Any]:
    """Read one name; a comma in it may stand in the name, or between two names."""
    try:
        return [kind.read(part)]
    except Refused:
        names = [name.strip() for name in part.split(",")]
        if len(names) == 1:
            raise
        return [kind.read(name) for name in names if name]


def _by_name(titles: dict[str, Message]) -> dict[str, str]:
    return {
        sort_key(name): value
        for value, title in titles.items()
        for name in (value, *_in_all_languages(title))
    }


def _in_all_languages(title: Message) -> list[str]:
    return [translate(title, target_language=language) for language in LANGUAGES]


def _unknown(cell: str, known: list[str]) -> Message:
    return _(
        "error_cell_choice",
        default="“${cell}” is none of these: ${known}.",
        mapping={"cell": cell[:60], "known": ", ".join(known)},
    )


def _read_language(cell: str) -> str:
    wanted = sort_key(cell)
    for language in LANGUAGES:
        for code, name in language_names(language).items():
            if wanted in (code, sort_key(name)):
                return code
    raise Refused(
        _(
            "error_cell_language",
            default="We do not know the language “${cell}”.",
            mapping={"cell": cell[:60]},
        )
    )


def _read_date(cell: str) -> date:
    found = DATE.fullmatch(cell.strip())
    try:
        if found and found[1]:
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found:
            return date(int(found[6]), int(found[5]), int(found[4]))
    except ValueError:
        pass
    raise Refused(
        _(
            "error_cell_date",
            default="“${cell}” is not a date. Write it as 31/12/2026.",
            mapping={"cell": cell[:60]},
        )
    )


def _read_number(cell: str) -> int:
    text = cell.strip()
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Refused(
            _(
                "error_cell_number",
                default="“${cell}” is not a number.",
                mapping={"cell": text[:60]},
            )
        )
    return int(text)


LINE = Kind(lambda value, language: value, lambda cell: " ".join(cell.split()))
TEXT = Kind(lambda value, language: value, str.strip)
NUMBER = Kind(lambda value, language: str(value), _read_number)
DAY = Kind(lambda value, language: f"{value:%d/%m/%Y}", _read_date)
LANGUAGE = Kind(
    lambda value, language: language_names(language).get(value, value), _read_language
)
