"""Finding groups over REST."""

from collections.abc import Iterable
from gastvrij.directory.finding import Answer
from gastvrij.directory.finding import find
from gastvrij.directory.known_group import KnownGroup
from gastvrij.directory.known_groups import visible_groups
from gastvrij.directory.listing import listed
from gastvrij.directory.listing import ListedGroup
from gastvrij.directory.nearest import Hit
from gastvrij.directory.wishes import read_wishes
from gastvrij.places.lookup import Spot
from gastvrij.places.municipalities import municipality
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.values.batching import batch_of
from gastvrij.values.batching import list_answer
from gastvrij.values.errors import bad_request
from plone.restapi.services import Service
from typing import Any

import json


class GroupsGet(Service):
    """GET @groups: those that fit, in the order of the list.

    It takes the parameters of the page: ``q``, ``place``, ``activity``, ``target``,
    ``language``, ``recruiting``, ``radius``. With ``place`` the nearest come first,
    each with ``match``, ``distance_km`` and ``within_radius``, and ``place`` is what
    was understood; where it can be one of several, nothing is found and ``places`` are
    these. What makes no sense answers 400 with the name of the parameter.
    """

    def render(self) -> str:
        """Return the answer without spaces, for a phone that pays for each octet."""
        self.check_permission()
        self.request.response.setHeader("Content-Type", self.content_type)
        return json.dumps(self.reply(), sort_keys=True, separators=(",", ":"))

    def reply(self) -> dict[str, Any]:
        """Return one batch of the groups."""
        today = today_in_belgium()
        wishes, mistakes = read_wishes(self.request.form)
        answer = find(visible_groups(self.context), wishes, today)
        wrong = [(each.field, each.message) for each in (*mistakes, *answer.mistakes)]
        if wrong:
            return bad_request(self.request, wrong)
        batch = batch_of(self.request, answer.hits or answer.groups)
        nearness = {hit.group.uid: _nearness(hit) for hit in batch if answer.hits}
        items = [
            _item(group) | nearness.get(group.uid, NOT_ASKED)
            for group in listed(_groups(batch, answer), today)
        ]
        beside: dict[str, Any] = {"place": _spot(answer.spot) if answer.spot else None}
        if answer.choices:
            beside["places"] = [_spot(spot) for spot in answer.choices]
        return list_answer(batch, items, **beside)


NOT_ASKED = {"match": None, "distance_km": None, "within_radius": None}


def _groups(batch: Iterable[Any], answer: Answer) -> list[KnownGroup]:
    return [each.group for each in batch] if answer.hits else list(batch)


def _nearness(hit: Hit) -> dict[str, Any]:
    return {
        "match": hit.match,
        "distance_km": hit.km,
        "within_radius": hit.within_radius,
    }


def _item(group: ListedGroup) -> dict[str, Any]:
    return {
        "@id": group.url,
        "title": group.title,
        "description": group.description,
        "municipality": {"nis": group.nis, "name": group.municipality},
        "province": group.province,
        "activities": group.activities,
        "target_groups": group.target_groups,
        "languages": group.languages,
        "recruiting": group.recruiting,
        "review_state": group.state,
    }


def _spot(spot: Spot) -> dict[str, Any]:
    place = municipality(spot.nis)
    return {
        "query": spot.query,
        "label": spot.label,
        "municipality": {"nis": place.nis, "name": place.name_nl},
        "region": spot.region,
        "lat": spot.lat,
        "lon": spot.lon,
    }
