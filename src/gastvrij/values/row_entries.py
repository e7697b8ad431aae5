"""Rows on a page that needs no script: one below the other, with blank ones to fill."""

from collections.abc import Iterator
from dataclasses import dataclass
from gastvrij.values.entries import Entry
from gastvrij.values.entries import Form
from gastvrij.values.refusal import RefusedCells
from gastvrij.values.sheet import sentence_of
from typing import Any
from typing import ClassVar
from zope.i18nmessageid import Message
from zope.interface import Invalid

import re


Row = dict[str, str]


@dataclass(frozen=True)
class Rows(Entry):
    """Asks for rows; each is asked for by the entries of its cells.

    Blank rows are left out, so whoever empties a row takes it away. A cell is called
    after its row: ``needs-0-text`` is the text of the first need.
    """

    cells: tuple[Entry, ...] = ()
    macro: ClassVar[str] = "rows"

    def cells_of(self, number: int) -> list[Entry]:
        """Return the entries of the row with that number, counted from 0."""
        return [cell.called(f"{self.name}-{number}-{cell.name}") for cell in self.cells]

    def typed(self, form: Form) -> list[Row]:
        """Return the rows in which something was typed."""
        rows = [
            {cell.name: called.typed(form) for cell, called in self._pairs(number)}
            for number in self._numbers(form)
        ]
        return [row for row in rows if any(cell.strip() for cell in row.values())]

    def shown(self, value: list[dict[str, Any]] | None) -> list[Row]:
        """Return what is typed in each row."""
        return [
            {cell.name: cell.shown(row[cell.name]) for cell in self.cells}
            for row in value or []
        ]

    def checked(self, typed: list[Row], content: Any) -> list[dict[str, Any]]:
        """Return the rows; raises ``RefusedCells``, or what the field says."""
        sentences: dict[str, Message] = {}
        rows: list[dict[str, Any]] = []
        for number, row in enumerate(typed):
            rows.append({})
            for cell, called in self._pairs(number):
                try:
                    value = called.checked(row[cell.name], content)
                    rows[-1][cell.name] = value
                except Invalid as error:
                    sentences[called.name] = sentence_of(error)
        if sentences:
            raise RefusedCells(sentences)
        self.field.bind(content).validate(rows)
        return rows

    def _pairs(self, number: int) -> Iterator[tuple[Entry, Entry]]:
        yield from zip(self.cells, self.cells_of(number), strict=True)

    def _numbers(self, form: Form) -> list[int]:
        pattern = re.compile(rf"{re.escape(self.name)}-(\d{{1,3}})-")
        found = filter(None, map(pattern.match, form))
        return sorted({int(match[1]) for match in found})
