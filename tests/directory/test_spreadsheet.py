"""Spreadsheets as Excel saves them are read, and written so that it opens them."""

from contextlib import suppress
from gastvrij.directory.packing import packed
from gastvrij.directory.packing import unpacked
from gastvrij.directory.spreadsheet import LARGEST_FILE
from gastvrij.directory.spreadsheet import MOST_ROWS
from gastvrij.directory.spreadsheet import read_sheet
from gastvrij.directory.spreadsheet import text_of
from gastvrij.directory.spreadsheet import write_sheet
from gastvrij.values.refusal import Refused
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

import csv
import io
import pytest


TABLE = 'Naam;Gemeente\r\n"De ""Warme"" Drempel; vzw";Namen\r\n;\r\nÈta;"a\r\nb"\r\n'
ROWS = [(2, ('De "Warme" Drempel; vzw', "Namen")), (4, ("Èta", "a\r\nb"))]

CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\0"),
    max_size=40,
)


def rows_in(data: bytes) -> list[tuple[int, tuple[str, ...]]]:
    """Read a file whole."""
    return [(row.number, row.cells) for row in read_sheet(text_of(data)).rows]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_every_encoding_of_excel_is_read(encoding):
    assert rows_in(TABLE.encode(encoding)) == ROWS


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("said", ["", "sep={}\r\n"])
def test_every_separator_is_read(separator, said):
    lines = ["Naam;Soort;Gemeente", '"A, b; c";vzw;Gent']
    text = said.format(separator) + "\n".join(lines).replace(";", separator)
    quoted = f"A, b{separator} c".replace(";", separator)
    [(number, cells)] = rows_in(text.encode())
    assert (number, cells) == (2, (quoted, "vzw", "Gent"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "error_sheet_empty"),
        (b"Naam;Gemeente\n", "error_sheet_empty"),
        (b"sep=\r\n", "error_sheet_empty"),
        (b"sep=\r", "error_sheet_empty"),
        (b'sep="\r\n', "error_sheet_empty"),
        (b"sep= \r\n", "error_sheet_empty"),
        (b"Naam\n\n;;\n", "error_sheet_empty"),
        (b"PK\x03\x04\x14\x00\x00\x00\x08\x00\xff\xff\x00", "error_sheet_no_csv"),
        (b"\xff\xfea", "error_sheet_no_csv"),
        (b"Naam\n\x81\x8d", "error_sheet_no_csv"),
        (b"Naam\n" + b"x\n" * (MOST_ROWS + 1), "error_sheet_large"),
        (b"x" * (LARGEST_FILE + 1), "error_sheet_large"),
        (b"Naam\n" + b"x" * 26_000, "error_sheet_large"),
        (b";" * 100 + b"Naam\nx\n", "error_sheet_large"),
    ],
)
def test_what_is_no_table_is_refused(data, sentence):
    with pytest.raises(Refused) as refused:
        rows_in(data)
    assert refused.value.doc() == sentence


FORMULAS = [
    "=1+1",
    "+32 470",
    "-",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\N{FULLWIDTH EQUALS SIGN}1",
    "'=1",
    "''=1",
]


@pytest.mark.parametrize("cell", FORMULAS)
def test_cell_is_never_a_formula_and_comes_back(cell):
    data = write_sheet(["Naam"], [[cell]])
    [_heading, [written]] = csv.reader(
        io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"
    )
    assert written == f"'{cell}"
    assert rows_in(data) == [(2, (cell,))] or not cell.strip()


@pytest.mark.parametrize("cell", ["'s-Gravenbrakel", "'t Pleintje", "O'Neill", "1 = 1"])
def test_other_apostrophes_stay_as_they_are(cell):
    data = write_sheet(["Naam"], [[cell]])
    assert f"\r\n{cell}\r\n" in data.decode("utf-8-sig")
    assert rows_in(data) == [(2, (cell,))]


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=6))
@settings(deadline=None)
def test_what_is_written_is_read_back_equal(rows):
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    data = write_sheet(["Naam", "Gemeente"], rows)
    if filled:
        assert [list(cells) for _number, cells in rows_in(data)] == filled


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_file_is_read_or_refused(data):
    with suppress(Refused):
        assert rows_in(data)


def test_file_is_carried_and_comes_back():
    assert unpacked(packed(TABLE)) == TABLE


@pytest.mark.parametrize("carried", ["", "x", "eJw=", "!!", packed(TABLE)[:-8]])
def test_what_was_not_packed_is_refused(carried):
    with pytest.raises(Refused):
        unpacked(carried)


def test_bomb_is_refused():
    with pytest.raises(Refused):
        unpacked(packed("x" * 5_000_000))
