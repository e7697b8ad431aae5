"""A group over REST: stock, with what is computed and without what has passed."""

from gastvrij.directory.indexers import province_of
from gastvrij.directory.listing import PLACES
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.directory.validity import standing_needs
from gastvrij.interfaces import IGastvrijLayer
from gastvrij.places.municipalities import municipality
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.values.deserializers import NamingDeserializer
from plone.exportimport.interfaces import IExportImportRequestMarker
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(IMemberOrganisation, IGastvrijLayer)
class OrganisationSerializer(SerializeFolderToJson):
    """Adds the province, and leaves out the needs whose day has passed.

    An export of the site keeps them all.
    """

    def __call__(self, *args: Any, **options: Any) -> dict[str, Any]:
        """Return the group as JSON."""
        result = super().__call__(*args, **options)
        if not IExportImportRequestMarker.providedBy(self.request):
            needs = standing_needs(self.context.needs or [], today_in_belgium())
            result["needs"] = json_compatible(needs)
        province = province_of(municipality(self.context.municipality))
        result["province"] = json_compatible(
            {"token": province, "title": PLACES[province]}
        )
        return result


@implementer(IDeserializeFromJson)
@adapter(IMemberOrganisation, IGastvrijLayer)
class OrganisationDeserializer(NamingDeserializer):
    """Names the field that an invariant is about."""
