"""One row of a spreadsheet beside the group that it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from gastvrij import _
from gastvrij.directory.columns import Column
from gastvrij.directory.columns import COLUMNS
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.places.lookup import spots
from gastvrij.values.refusal import Refused
from stdnum.be import vat
from types import SimpleNamespace
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import Invalid
from zope.schema import getFields
from zope.schema import ValidationError


EMPTIES = "-"
NEEDED = ("title", "legal_form", "municipality", "activities")
# what visitors may see, from little to all; a place is kept only as far as they may
KEPT_WITH = {"postal_code": ("postal_code", "address"), "street": ("address",)}

MISSING = _("error_sheet_missing", default="A new group needs this.")
ODD_CHARACTER = _(
    "error_sheet_character",
    default="There is an invisible character in this cell. Type it anew.",
)


@dataclass(frozen=True, slots=True)
class Change:
    """A value that would become another; both as a cell tells them."""

    heading: Message
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a cell cannot be taken in."""

    heading: Message
    sentence: Message | str


@dataclass(slots=True)
class GroupRow:
    """What a row says that is different from the group.

    `values` are by name of field; `not_kept` are the columns that say more of a place
    than visitors may see.
    """

    values: dict[str, Any] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    not_kept: list[Message] = field(default_factory=list)

    @property
    def told(self) -> tuple[Any, ...]:
        """What is shown of the row."""
        changes = tuple((each.heading, each.old, each.new) for each in self.changes)
        refusals = tuple((each.heading, each.sentence) for each in self.refusals)
        return changes, refusals, tuple(self.not_kept)


def read_row(
    group: Any,
    directory: Any,
    cells: Iterable[tuple[Column, str]],
    language: str,
) -> GroupRow:
    """Compare the cells of a row with a group, None for a new one."""
    row = GroupRow()
    for column, cell in cells:
        try:
            _read_cell(row, group, directory, column, cell)
        except (ValidationError, Invalid) as error:
            row.refusals.append(Refusal(column.heading, _sentence(error)))
    if group is None:
        _need(row)
    if not row.refusals:
        _keep_no_more_than_seen(row, group)
        _check_together(row, group)
    if not row.refusals:
        row.changes = [_change(each, row, group, language) for each in _changed(row)]
    return row


def cell_of(column: Column, value: Any, language: str) -> str:
    """Return what stands in the cell of a value; nothing for none."""
    return "" if value in (None, "", []) else column.kind.write(value, language)


def _read_cell(
    row: GroupRow, group: Any, directory: Any, column: Column, cell: str
) -> None:
    text = cell.strip()
    if not text or _is_as_it_was(group, column, cell):
        return
    if any(not each.isprintable() and each not in "\t\r\n" for each in text):
        raise Refused(ODD_CHARACTER)
    bound = getFields(IMemberOrganisation)[column.name].bind(group or directory)
    value = bound.missing_value if text == EMPTIES else column.kind.read(cell)
    if text == EMPTIES and isinstance(bound.default, list):
        value = []
    bound.validate(value)
    if group is None or not _same(column.name, value, getattr(group, column.name)):
        row.values[column.name] = value


def _is_as_it_was(group: Any, column: Column, cell: str) -> bool:
    """Tell whether a cell says what an export would say of the group."""
    if group is None:
        return False
    value = getattr(group, column.name)
    told = {cell_of(column, value, language).strip() for language in ("nl", "en")}
    return cell.strip() in told


def _same(name: str, value: Any, other: Any) -> bool:
    if isinstance(value, list) and isinstance(other, list):
        return set(value) == set(other)
    if name == "enterprise_number" and value and other:
        return vat.compact(value) == vat.compact(other)
    return value == other or (value in (None, "", []) and other in (None, "", []))


def _need(row: GroupRow) -> None:
    found = spots(row.values.get("postal_code") or "")
    if "municipality" not in row.values and len(found) == 1:
        row.values["municipality"] = found[0].nis
    refused = {each.heading for each in row.refusals}
    for column in COLUMNS:
        is_missing = column.name in NEEDED and not row.values.get(column.name)
        if is_missing and column.heading not in refused:
            row.refusals.append(Refusal(column.heading, MISSING))


def _keep_no_more_than_seen(row: GroupRow, group: Any) -> None:
    precision = _after(row, group).location_precision
    for column in COLUMNS:
        if precision in KEPT_WITH.get(column.name, (precision,)):
            continue
        if row.values.pop(column.name, None):
            row.not_kept.append(column.heading)
        if getattr(group, column.name, None):
            row.values[column.name] = None


def _check_together(row: GroupRow, group: Any) -> None:
    errors: list[Invalid] = []
    try:
        IMemberOrganisation.validateInvariants(_after(row, group), errors)
    except Invalid:
        headings = {column.name: column.heading for column in COLUMNS}
        for error in errors:
            name = getattr(error, "name", "")
            heading = headings.get(name, COLUMNS[1].heading)
            row.refusals.append(Refusal(heading, _sentence(error)))


def _after(row: GroupRow, group: Any) -> SimpleNamespace:
    """Return all values as they would be."""
    fields = getFields(IMemberOrganisation)
    now = {name: getattr(group, name, each.default) for name, each in fields.items()}
    return SimpleNamespace(**now | row.values)


def _changed(row: GroupRow) -> list[Column]:
    return [column for column in COLUMNS if column.name in row.values]


def _change(column: Column, row: GroupRow, group: Any, language: str) -> Change:
    old = cell_of(column, getattr(group, column.name, None), language)
    return Change(
        column.heading, old, cell_of(column, row.values[column.name], language)
    )


def _sentence(error: Exception) -> Message | str:
    return error.doc() if isinstance(error, ValidationError) else str(error)
