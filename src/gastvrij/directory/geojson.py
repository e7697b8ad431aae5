"""Groups as points on a map: GeoJSON, RFC 7946."""

from collections.abc import Iterable
from datetime import date
from gastvrij.directory.known_group import KnownGroup
from gastvrij.places.municipalities import municipality
from typing import Any


DECIMALS = 4  # some ten metres: the points are centres of much larger areas


def feature_collection(
    groups: Iterable[KnownGroup], url: str, today: date
) -> dict[str, Any]:
    """Return the groups of the directory at an address, as they are on a day.

    Each point is the centre of a municipality, or of a postal code that may be seen.
    """
    return {
        "type": "FeatureCollection",
        "features": [_feature(group, f"{url}/{group.id}", today) for group in groups],
    }


def _feature(group: KnownGroup, url: str, today: date) -> dict[str, Any]:
    lat, lon = group.point
    place = municipality(group.nis)
    return {
        "type": "Feature",
        "id": group.uid,
        "geometry": {
            "type": "Point",
            "coordinates": [round(lon, DECIMALS), round(lat, DECIMALS)],
        },
        "properties": {
            "@id": url,
            "title": group.title,
            "municipality": {"nis": place.nis, "name": place.name_nl},
            "province": group.province,
            "activities": group.activities,
            "recruiting": group.recruiting_on(today),
            "review_state": group.state,
        },
    }
