"""A municipality as somebody writes it in the cell of a spreadsheet."""

from functools import cache
from gastvrij import _
from gastvrij.directory.cells import Kind
from gastvrij.places.lookup import spots
from gastvrij.places.municipalities import all_municipalities
from gastvrij.places.municipalities import municipality
from gastvrij.places.municipalities import sort_key
from gastvrij.values.refusal import Refused
from zope.i18nmessageid import Message


MOST_SHOWN = 8
LONGEST_SHOWN = 60


def _read_municipality(cell: str) -> str:
    text = cell.strip()
    if (named := _municipalities().get(sort_key(text))) is not None:
        return named
    if len(text) == 5 and text.isdigit():
        return _municipality_of_code(text)
    found = spots(text)
    if len(found) == 1:
        return found[0].nis
    if found:
        labels = ", ".join(each.label for each in found[:MOST_SHOWN])
        raise Refused(
            _(
                "error_cell_several_places",
                default="“${cell}” can be several places: ${places}.",
                mapping={"cell": text[:LONGEST_SHOWN], "places": labels},
            )
        )
    raise Refused(_not_known(text))


@cache
def _municipalities() -> dict[str, str]:
    return {
        sort_key(name): each.nis
        for each in all_municipalities()
        for name in (each.name_fr, each.name_nl)
    }


def _municipality_of_code(code: str) -> str:
    try:
        return municipality(code).nis
    except KeyError:
        raise Refused(_not_known(code)) from None


def _not_known(cell: str) -> Message:
    return _(
        "error_cell_no_place",
        default="We do not know the municipality “${cell}”.",
        mapping={"cell": cell[:LONGEST_SHOWN]},
    )


MUNICIPALITY = Kind(
    lambda value, language: municipality(value).name_nl, _read_municipality
)
