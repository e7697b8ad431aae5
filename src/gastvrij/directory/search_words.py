"""The words by which somebody looks for a group, beside those of its own texts."""

from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.directory.vocabularies import ACTIVITIES
from gastvrij.places.municipalities import municipality
from gastvrij.places.provinces import PLACES
from plone.app.dexterity.textindexer.interfaces import IDynamicTextIndexExtender
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


@implementer(IDynamicTextIndexExtender)
@adapter(IMemberOrganisation)
class PlaceAndActivities:
    """Where a group is, and what it does: a visitor's first word is a town."""

    def __init__(self, organisation: IMemberOrganisation) -> None:
        """Take the group."""
        self.organisation = organisation

    def __call__(self) -> str:
        """Return the names of its places and activities, in Dutch."""
        codes = [
            self.organisation.municipality,
            *(self.organisation.service_area or []),
        ]
        places = [municipality(code) for code in codes]
        names = [name for place in places for name in (place.name_nl, place.name_fr)]
        titles = dict(ACTIVITIES)
        found = [titles[each] for each in self.organisation.activities or []]
        found.append(PLACES[places[0].province or places[0].region])
        return " ".join([*names, *(translate(t, target_language="nl") for t in found)])
