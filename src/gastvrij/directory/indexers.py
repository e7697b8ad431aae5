"""What the catalogue keeps of a group beside its own fields."""

from datetime import date
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.places.municipalities import Municipality
from gastvrij.places.municipalities import municipality as place_of
from gastvrij.places.municipalities import sort_key
from gastvrij.places.municipalities import successor
from gastvrij.places.provinces import PROVINCES
from gastvrij.spelling.dates import BELGIUM
from plone.indexer import indexer
from typing import Any


def province_of(place: Municipality) -> str:
    """Return the id of the province of a place; ``brussels`` for one in Brussels."""
    return place.province or place.region


@indexer(IMemberOrganisation)
def fresh_since(organisation: IMemberOrganisation) -> date:
    """Return the day on which the group last confirmed its profile, or was made."""
    return (
        organisation.confirmed_on
        or organisation.created().asdatetime().astimezone(BELGIUM).date()
    )


@indexer(IMemberOrganisation)
def municipality(organisation: IMemberOrganisation) -> str:
    """Return the NIS code of today for the place of a group."""
    return place_of(organisation.municipality).nis


@indexer(IMemberOrganisation)
def province(organisation: IMemberOrganisation) -> str:
    """Return the id of the group's province; ``brussels`` for a group in Brussels."""
    return province_of(place_of(organisation.municipality))


@indexer(IMemberOrganisation)
def directory_order(organisation: IMemberOrganisation) -> str:
    """Return what groups are listed by: province, municipality, name.

    Provinces come as in the vocabulary ``gastvrij.Provinces``, so Brussels is last.
    """
    place = place_of(organisation.municipality)
    rank = list(PROVINCES).index(place.province) if place.province else len(PROVINCES)
    names = (place.name_nl, organisation.title)
    return "\t".join([f"{rank:02}", *map(sort_key, names)])


@indexer(IMemberOrganisation)
def group_facts(organisation: IMemberOrganisation) -> dict[str, Any]:
    """Return what a group is found by, beside what has an index and column of its own.

    The municipalities where it works are those of today; ``postal_code`` is empty
    unless visitors may see it; ``summaries`` are the languages that it tells of itself
    in.
    """
    area = organisation.service_area or []
    shown = organisation.location_precision != "municipality"
    return {
        "service_area": sorted({successor(nis) for nis in area}),
        "target_groups": list(organisation.target_groups or []),
        "languages": list(organisation.languages or []),
        "postal_code": (shown and organisation.postal_code) or "",
        "summaries": [row["language"] for row in organisation.summaries or []],
    }
