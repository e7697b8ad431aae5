"""Availability of a network day over REST."""

from datetime import datetime
from datetime import UTC
from gastvrij.links.headers import keep_to_yourself
from gastvrij.networkday.availability import availability
from gastvrij.networkday.availability import ItemAvailability
from gastvrij.networkday.availability import sentence
from plone import api
from plone.restapi.services import Service
from typing import Any


class AvailabilityGet(Service):
    """GET @availability: whether there is a seat, for the day and for each item.

    ``status`` is ``not_open``, ``open``, ``waiting_list``, ``closed``, ``past`` or
    ``cancelled``; ``capacity`` and ``free`` are null when there is no limit. It is
    never kept: the next seat may be taken a moment later.
    """

    def reply(self) -> dict[str, Any]:
        """Return how the day stands at this moment."""
        keep_to_yourself(self.request.response)
        there = availability(self.context, datetime.now(UTC))
        return {
            "@id": f"{self.context.absolute_url()}/@availability",
            "status": there.status,
            "sentence": sentence(there, api.portal.get_current_language()),
            "capacity": there.capacity,
            "free": there.free,
            "waiting": there.waiting,
            "items": [_item(item) for item in there.items],
        }


def _item(item: ItemAvailability) -> dict[str, Any]:
    return {
        "@id": item.url,
        "UID": item.uid,
        "title": item.title,
        "round": item.round,
        "capacity": item.capacity,
        "free": item.free,
    }
