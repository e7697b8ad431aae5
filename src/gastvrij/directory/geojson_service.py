"""The points of the map over REST, and not a byte of them when nothing changed."""

from collections.abc import Iterable
from gastvrij.directory.finding import find
from gastvrij.directory.geojson import feature_collection
from gastvrij.directory.kept import Kept
from gastvrij.directory.kept import stamp_of
from gastvrij.directory.known_group import KnownGroup
from gastvrij.directory.known_groups import public_groups
from gastvrij.directory.wishes import Mistake
from gastvrij.directory.wishes import read_wishes
from gastvrij.directory.wishes import Wishes
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.values.errors import bad_request
from hashlib import sha256
from plone import api
from plone.restapi.services import Service

import json


# four answers: a site is asked by more than one address at most
_KEPT: Kept[bytes] = Kept(most=4)


class GroupsGeoJsonGet(Service):
    """GET @groups-geojson: the groups that everybody sees, as points.

    It takes the parameters of ``@groups``, and is the same for whoever asks. The
    ``ETag`` names the state of the catalogue, the day and the question; asked with it
    again, the answer is 304 and made of nothing.
    """

    def render(self) -> bytes | str:
        """Return the answer in octets."""
        self.check_permission()
        self.today = today_in_belgium()
        self.wishes, mistakes = read_wishes(self.request.form)
        self.request.response.setHeader("Content-Type", self.content_type)
        if mistakes:
            return self._refused(mistakes)
        if self._is_known():
            self.request.response.setStatus(304)
            return b""
        return self._octets()

    def _is_known(self) -> bool:
        """Name this answer, and tell whether the client says that it has it."""
        stamp = stamp_of(api.portal.get_tool("portal_catalog"))
        if stamp is None:
            return False
        url = self.context.absolute_url()
        name = repr((stamp, self.today, self.wishes.address(url)))
        etag = f'"{sha256(name.encode()).hexdigest()[:32]}"'
        response = self.request.response
        response.setHeader("ETag", etag)
        response.setHeader("Vary", "Accept")
        response.setHeader("Cache-Control", "public, max-age=0, must-revalidate")
        known = self.request.getHeader("If-None-Match", "")
        return etag in (each.strip().removeprefix("W/") for each in known.split(","))

    def _octets(self) -> bytes | str:
        """Return all groups from memory, or make what is asked."""
        if self.wishes == Wishes():
            url = self.context.absolute_url()
            return _KEPT.get(self.context, self._collection, url, self.today)
        answer = find(public_groups(self.context), self.wishes, self.today)
        if answer.mistakes:
            return self._refused(answer.mistakes)
        near = [hit.group for hit in answer.hits]
        return self._collection(near or answer.groups)

    def _collection(self, groups: Iterable[KnownGroup] | None = None) -> bytes:
        shown = public_groups(self.context).standing if groups is None else groups
        url = self.context.absolute_url()
        return json.dumps(feature_collection(shown, url, self.today)).encode()

    def _refused(self, mistakes: Iterable[Mistake]) -> str:
        wrong = [(each.field, each.message) for each in mistakes]
        return json.dumps(bad_request(self.request, wrong))
