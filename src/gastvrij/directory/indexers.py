"""What the catalogue keeps of a group beside its own fields."""

from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.places.municipalities import municipality
from plone.indexer import indexer


@indexer(IMemberOrganisation)
def province(organisation: IMemberOrganisation) -> str:
    """Return the id of the group's province; ``brussels`` for a group in Brussels."""
    place = municipality(organisation.municipality)
    return place.province or place.region
