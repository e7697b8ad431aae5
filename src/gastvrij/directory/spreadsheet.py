"""Tables as spreadsheet programs save and open them: CSV, with Excel's habits.

Read: UTF-8 with or without a mark at its beginning, UTF-16 and Windows-1252, with
semicolons, commas or tabs. Written: UTF-8 with a mark, semicolons, as Excel opens it in
Belgium. A cell that a program would take for a formula gets an apostrophe before it,
which is taken off again when it is read.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from gastvrij import _
from gastvrij.values.refusal import Refused

import csv
import io
import re


LARGEST_FILE = 1_000_000  # bytes
MOST_ROWS = 500
MOST_COLUMNS = 80
LONGEST_CELL = 25_000  # characters

CODEC_OF_MARK = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
SEPARATORS = ";,\t"
SAID = re.compile(r"sep=([;,\t|])\r?\n?", re.IGNORECASE)
# what begins a formula: also in full width, as some programs take those as well
FORMULA = re.compile(
    "'*[=+\\-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    "\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}]"
)

NO_TABLE = _(
    "error_sheet_no_csv",
    default="This is not a CSV file. Save the spreadsheet as CSV first.",
)
TOO_LARGE = _(
    "error_sheet_large",
    default="This file is too large. Split it into files of at most ${rows} rows.",
    mapping={"rows": MOST_ROWS},
)
EMPTY = _("error_sheet_empty", default="There are no rows in this file.")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row below the headings: its number as a spreadsheet shows it, its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its headings, and the rows in which something stands."""

    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def text_of(data: bytes) -> str:
    """Return the text of a file; raises ``Refused`` for what is no text."""
    if len(data) > LARGEST_FILE:
        raise Refused(TOO_LARGE)
    codecs = [codec for mark, codec in CODEC_OF_MARK.items() if data.startswith(mark)]
    for codec in codecs or _codecs_without_mark(data):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused(NO_TABLE)


def read_sheet(text: str) -> Sheet:
    """Read a table; raises ``Refused`` when it is none, is empty or too large."""
    said = SAID.match(text)
    body = text[said.end() :] if said else text
    separator = said[1] if said else _separator_of(body)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator)
    try:
        rows = enumerate(reader, 1)
        lines = [SheetRow(number, tuple(map(_read, row))) for number, row in rows]
    except csv.Error:
        raise Refused(NO_TABLE) from None
    filled = [line for line in lines if any(cell.strip() for cell in line.cells)]
    if len(filled) < 2:
        raise Refused(EMPTY)
    if len(filled) > MOST_ROWS + 1 or len(filled[0].cells) > MOST_COLUMNS:
        raise Refused(TOO_LARGE)
    return Sheet(filled[0].cells, tuple(filled[1:]))


def write_sheet(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table as a file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in (headings, *rows):
        writer.writerow([_written(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _codecs_without_mark(data: bytes) -> tuple[str, ...]:
    if b"\0" in data:
        odd = data[1::2].count(0) > data[::2].count(0)
        return ("utf-16-le",) if odd else ("utf-16-be",)
    return ("utf-8", "cp1252")


def _separator_of(text: str) -> str:
    """Return what stands most often between the cells of the first line."""
    first = re.sub(r'"[^"]*"', "", text.lstrip("\r\n").partition("\n")[0])
    return max(SEPARATORS, key=first.count)


def _read(cell: str) -> str:
    if len(cell) > LONGEST_CELL:
        raise Refused(TOO_LARGE)
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _written(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell
