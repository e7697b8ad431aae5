"""A group over REST: stock, with what is computed and without what has passed."""

from datetime import date
from gastvrij.directory.freshness import in_words
from gastvrij.directory.freshness import standing_of
from gastvrij.directory.indexers import province_of
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.directory.validity import recruiting_on
from gastvrij.directory.validity import standing_needs
from gastvrij.directory.vocabularies import RECRUITING
from gastvrij.interfaces import IGastvrijLayer
from gastvrij.places.municipalities import municipality
from gastvrij.places.provinces import PLACES
from gastvrij.spelling.dates import today_in_belgium
from plone import api
from plone.exportimport.interfaces import IExportImportRequestMarker
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(IMemberOrganisation, IGastvrijLayer)
class OrganisationSerializer(SerializeFolderToJson):
    """Adds the province and the freshness, and tells what holds today.

    So a need whose day has passed is left out, a search for volunteers that is over is
    ``not_now``, and a municipality that has merged is the one of today. An export of
    the site keeps what is stored.
    """

    def __call__(self, *args: Any, **options: Any) -> dict[str, Any]:
        """Return the group as JSON."""
        told = super().__call__(*args, **options)
        place = municipality(self.context.municipality)
        told["province"] = _token(province_of(place), PLACES[province_of(place)])
        if not IExportImportRequestMarker.providedBy(self.request):
            told["municipality"] = _token(place.nis, place.name_nl)
            told |= _standing(self.context, today_in_belgium())
            told["freshness"] = self._freshness(today_in_belgium())
        return told

    def _freshness(self, today: date) -> dict[str, Any]:
        now = standing_of(self.context, today)
        language = api.portal.get_current_language()
        return _token(now, in_words(self.context.confirmed_on, now, language))


def _standing(group: IMemberOrganisation, today: date) -> dict[str, Any]:
    recruiting = recruiting_on(group.recruiting, group.recruiting_until, today)
    return {
        "recruiting": _token(recruiting, dict(RECRUITING)[recruiting]),
        "needs": json_compatible(standing_needs(group.needs or [], today)),
    }


def _token(token: str, title: str) -> dict[str, Any]:
    return json_compatible({"token": token, "title": title})
