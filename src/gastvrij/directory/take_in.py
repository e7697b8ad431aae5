"""What a spreadsheet of groups would change in the directory, row by row.

Nothing is written here: `carry_out` in `taking_in.py` does what a plan says. An empty
cell leaves what is there; a single dash empties it. A group is known by its reference,
else by its name; what is not known yet becomes a draft.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij import _
from gastvrij.directory.columns import Column
from gastvrij.directory.columns import column_called
from gastvrij.directory.columns import ID
from gastvrij.directory.columns import is_left_alone
from gastvrij.directory.group_row import GroupRow
from gastvrij.directory.group_row import read_row
from gastvrij.directory.group_row import Refusal
from gastvrij.directory.groups_by_name import GroupsByName
from gastvrij.directory.member_directory import MemberDirectory
from gastvrij.directory.spreadsheet import Sheet
from gastvrij.directory.spreadsheet import SheetRow
from gastvrij.values.refusal import Refused
from hashlib import sha256


NEW = "new"
CHANGED = "changed"
UNCHANGED = "unchanged"
REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Line:
    """What would happen with one row.

    `group_id` is empty for a group that is not there yet.
    """

    number: int
    name: str
    group_id: str
    row: GroupRow

    @property
    def kind(self) -> str:
        """One of the four words above."""
        if self.row.refusals:
            return REFUSED
        if not self.group_id:
            return NEW
        return CHANGED if self.row.changes else UNCHANGED


@dataclass(frozen=True, slots=True)
class Plan:
    """What would happen with all rows.

    `unknown` are headings that say nothing to us; `left_alone` those of an export that
    nothing is taken from.
    """

    lines: tuple[Line, ...]
    unknown: tuple[str, ...] = ()
    left_alone: tuple[str, ...] = ()

    def count(self, kind: str) -> int:
        """Return how many rows are of a kind."""
        return sum(line.kind == kind for line in self.lines)

    @property
    def mark(self) -> str:
        """A mark that another plan has only when it does the same with the same."""
        told = [
            (line.number, line.kind, line.group_id, line.name, line.row.told)
            for line in self.lines
        ]
        return sha256(repr(told).encode()).hexdigest()


def plan_of(sheet: Sheet, directory: MemberDirectory, language: str) -> Plan:
    """Tell what a spreadsheet would do; values are told in a language.

    Raises ``Refused`` for a sheet of which nothing can be done: without a name for its
    groups, or with a column twice.
    """
    columns = [column_called(heading) for heading in sheet.headings]
    _check(columns)
    known = GroupsByName(directory)
    lines = tuple(_line(known, columns, row, language) for row in sheet.rows)
    others = [
        heading.strip()
        for heading, column in zip(sheet.headings, columns, strict=True)
        if column is None and heading.strip()
    ]
    left_alone = tuple(filter(is_left_alone, others))
    unknown = tuple(each for each in others if each not in left_alone)
    return Plan(lines, unknown, left_alone)


def _check(columns: Iterable[Column | None]) -> None:
    names = [column.name for column in columns if column]
    if not {"id", "title"} & {*names}:
        raise Refused(
            _(
                "error_sheet_no_names",
                default="There is no column with the name of the group. Is the first"
                " row the one with the headings?",
            )
        )
    for column in filter(None, columns):
        if names.count(column.name) > 1:
            raise Refused(
                _(
                    "error_sheet_twice",
                    default="The column “${column}” stands there twice.",
                    mapping={"column": column.heading},
                )
            )


def _line(
    known: GroupsByName, columns: list[Column | None], row: SheetRow, language: str
) -> Line:
    cells = {
        column.name: (column, cell)
        for column, cell in zip(columns, row.cells, strict=False)
        if column
    }
    name = _cell(cells, "title")
    try:
        if any(cell.strip() for cell in row.cells[len(columns) :]):
            raise Refused(
                _(
                    "error_sheet_more_cells",
                    default="This row has more cells than there are headings.",
                )
            )
        group = known.meet(_cell(cells, "id"), name)
    except Refused as refused:
        nothing = GroupRow(refusals=[Refusal(ID.heading, refused.doc())])
        return Line(row.number, name, "", nothing)
    cells.pop("id", None)
    read = read_row(group, known.directory, cells.values(), language)
    if group is None:
        return Line(row.number, name, "", read)
    return Line(row.number, name or group.title, group.getId(), read)


def _cell(cells: dict[str, tuple[Column, str]], name: str) -> str:
    return " ".join(cells[name][1].split()) if name in cells else ""
