"""What a template draws of a form: each box with its words, help and mistakes."""

from collections.abc import Mapping
from dataclasses import dataclass
from gastvrij.values.choice_entries import Option
from gastvrij.values.entries import Entry
from gastvrij.values.row_entries import Rows
from gastvrij.values.sheet import Sheet
from typing import Any
from zope.i18nmessageid import Message


BLANK_LINES = 2


@dataclass(frozen=True)
class Choice:
    """An option on the page; ``id`` is that of its box."""

    id: str
    option: Option
    is_chosen: bool


@dataclass(frozen=True)
class Box:
    """One entry with what is typed in it.

    ``lines`` is how many lines the page shows of an entry with rows, at least. A box in
    a row does not say that it is required: a blank row is not. A box can be needed for
    what else was filled in, though its field is not required.
    """

    entry: Entry
    typed: Any
    content: Any
    sentences: Mapping[str, Message]
    lines: int = 0
    is_in_row: bool = False
    is_needed: bool = False

    @property
    def id(self) -> str:
        """What the box is called on the page."""
        return self.entry.name

    @property
    def macro(self) -> str:
        """What draws it."""
        return self.entry.macro

    @property
    def sentence(self) -> Message | None:
        """What is wrong."""
        return self.sentences.get(self.id)

    @property
    def css(self) -> str:
        """The class names of what is around the box."""
        return "gv-field gv-field--invalid" if self.sentence else "gv-field"

    @property
    def is_invalid(self) -> str | None:
        """What a browser is told of a box in which something is wrong."""
        return "true" if self.sentence else None

    @property
    def described_by(self) -> str | None:
        """The ids of what belongs to the box: its help, and what is wrong."""
        parts = {
            "help": self.entry.help,
            "note": self.entry.note,
            "error": self.sentence,
        }
        return " ".join(f"{self.id}-{part}" for part, it in parts.items() if it) or None

    @property
    def is_required(self) -> bool:
        """Whether to say that something has to be filled in or chosen."""
        # a box to tick is empty when it says no
        is_empty_at_first = self.entry.field.default in (None, False)
        is_required = self.entry.is_required and is_empty_at_first
        return (is_required or self.is_needed) and not self.is_in_row

    @property
    def choices(self) -> list[Choice]:
        """What can be chosen."""
        entry: Any = self.entry
        chosen = entry.chosen(self.typed)
        return [
            Choice(f"{self.id}-{option.value}", option, option.value in chosen)
            for option in entry.options(self.content)
        ]

    @property
    def rows(self) -> list["Line"]:
        """The rows that were filled in, and blank ones after them."""
        entry: Any = self.entry
        filled = len(self.typed)
        count = max(filled + BLANK_LINES, self.lines)
        count = max(filled, min(count, entry.field.max_length))
        return [Line(self, entry, number) for number in range(count)]


@dataclass(frozen=True)
class Line:
    """One row of an entry; ``number`` counts from 0."""

    box: Box
    entry: Rows
    number: int

    @property
    def count(self) -> int:
        """Its number as people count."""
        return self.number + 1

    @property
    def boxes(self) -> list[Box]:
        """The boxes of its cells."""
        rows = self.box.typed
        row = rows[self.number] if self.number < len(rows) else {}
        names = [cell.name for cell in self.entry.cells]
        return [
            Box(
                cell,
                row.get(name, ""),
                self.box.content,
                self.box.sentences,
                is_in_row=True,
            )
            for name, cell in zip(names, self.entry.cells_of(self.number), strict=True)
        ]


@dataclass(frozen=True)
class Mistake:
    """Something that is wrong, for the list above the form."""

    id: str
    label: Message
    sentence: Message


def box_of(sheet: Sheet, name: str, lines: int = 0) -> Box:
    """Return the box of an entry of a form."""
    entry = sheet.entries[name]
    return Box(entry, sheet.typed[name], sheet.content, sheet.sentences, lines)


def mistakes_of(sheet: Sheet) -> list[Mistake]:
    """Return what is wrong, in the order of the form."""
    mistakes = []
    for name, entry in sheet.entries.items():
        own = [key for key in sheet.sentences if _belongs(key, name)]
        mistakes += [Mistake(key, entry.label, sheet.sentences[key]) for key in own]
    return mistakes


def _belongs(key: str, name: str) -> bool:
    return key == name or key.startswith(f"{name}-")
