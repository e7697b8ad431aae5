"""GeoJSON, and pages."""

from bare_wagtail.models import features
from django.http import HttpRequest
from django.http import JsonResponse
from django.urls import include
from django.urls import path
from wagtail import urls


def geojson(request: HttpRequest) -> JsonResponse:
    """Return all groups as a FeatureCollection."""
    return JsonResponse({"type": "FeatureCollection", "features": list(features())})


urlpatterns = [path("geojson", geojson), path("", include(urls))]
