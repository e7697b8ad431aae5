"""Where somebody turns who comes to a group that has stopped."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from datetime import date
from gastvrij.directory.cards import Card
from gastvrij.directory.cards import cards_near
from gastvrij.directory.known_group import KnownGroup
from gastvrij.directory.known_groups import public_groups
from gastvrij.places.lookup import centre
from gastvrij.places.lookup import centre_of_code
from gastvrij.places.municipalities import municipality
from gastvrij.settings.records import settings
from typing import Any


MOST = 3


def alternatives_to(group: Any, today: date) -> list[Card]:
    """Return the active groups nearest to a group, each with why it is near.

    ``group`` itself is none of them. At most three; no object is woken.
    """
    place, uid = municipality(group.municipality), group.UID()

    def wanted(other: KnownGroup) -> bool:
        return other.state == "active" and other.uid != uid

    point = centre_of_code(group.postal_code or "") or centre(place.nis)
    atlas = public_groups(aq_parent(aq_inner(group))).atlas
    hits = atlas.nearest(place.nis, point, settings().default_radius, wanted)
    return cards_near(hits[:MOST], place.name_nl, today)
