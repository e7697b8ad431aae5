"""An application as a program sends it, read as if somebody had typed it."""

from collections.abc import Mapping
from gastvrij.directory.place_entry import PlaceNames
from gastvrij.membership.form_kinds import Tick
from gastvrij.membership.form_kinds import TICKED
from gastvrij.membership.form_pages import all_entries
from gastvrij.places.municipalities import municipality
from gastvrij.values.choice_entries import Ticks
from gastvrij.values.entries import Entry
from gastvrij.values.entries import Lines
from typing import Any


def typed_from(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what would have been typed for JSON; odd values become odd words."""
    typed = {e.name: _typed(e, data.get(e.name)) for e in all_entries()}
    place = _name_of(data.get("municipality"))
    if place and typed["postal_code"]:
        typed["postal_code"] = f"{typed['postal_code']} {place}"
    return typed


def _typed(entry: Entry, value: Any) -> Any:
    if isinstance(entry, Tick):
        return TICKED if value is True else ""
    if isinstance(entry, PlaceNames):
        return "\n".join(_name_of(each) or str(each) for each in _listed(value))
    if isinstance(entry, Ticks):
        return [str(each) for each in _listed(value)]
    if isinstance(entry, Lines):
        return "\n".join(str(each) for each in _listed(value))
    return "" if value is None else str(value)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _name_of(nis: Any) -> str:
    try:
        return municipality(nis).name_nl if isinstance(nis, str) else ""
    except KeyError:
        return ""
