"""Places for a program."""

from gastvrij import _
from gastvrij.places.lookup import places
from gastvrij.places.table import Place
from gastvrij.places.wording import MOST
from gastvrij.values.batching import batch_of
from gastvrij.values.batching import list_answer
from gastvrij.values.errors import bad_request
from plone.restapi.services import Service
from typing import Any
from zope.i18nmessageid import Message


class PlacesGet(Service):
    """GET @places?q=9050: the Belgian places that a text fits, best first.

    ``q`` is a postal code, a place name or both; what fits none has no items. Without
    a ``q``, and with one that no place can need, the answer is 400.
    """

    def reply(self) -> dict[str, Any]:
        """Return one batch of the places."""
        asked = self.request.form.get("q")
        if not isinstance(asked, str) or not asked.strip():
            return self._refused(
                _(
                    "error_places_nothing_asked",
                    default="Ask with q for a postal code or a place name.",
                )
            )
        if len(asked) > MOST:
            return self._refused(
                _(
                    "error_places_too_long",
                    default="This is too long: ${most} characters are enough.",
                    mapping={"most": MOST},
                )
            )
        batch = batch_of(self.request, places(asked))
        return list_answer(batch, [place_summary(place) for place in batch])

    def _refused(self, sentence: Message) -> dict[str, Any]:
        return bad_request(self.request, [("q", sentence)])


def place_summary(place: Place) -> dict[str, Any]:
    """Return a place as a program reads it; no province in Brussels."""
    return {
        "postal_code": place.postal_code,
        "name": place.name,
        "other_names": list(place.other_names),
        "municipality": place.municipality,
        "nis": place.nis,
        "province": place.province or None,
        "region": place.region,
        "lat": place.lat,
        "lon": place.lon,
    }
