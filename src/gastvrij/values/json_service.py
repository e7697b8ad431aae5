"""A service that reads JSON: what is no such thing is refused in the contract's way."""

from gastvrij import _
from gastvrij.values.errors import failure
from gastvrij.values.refusal import Refused
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides
from ZPublisher.HTTPRequest import HTTPRequest


NO_JSON = _("error_no_json", default="Send one JSON object.")
NO_OBJECT = _("error_json_object", default="This has to be a JSON object.")


class JsonService(Service):
    """A service, by POST, that does something with the JSON object it is sent."""

    def reply(self) -> dict[str, Any]:
        """Do it; 400 names the part that cannot be read."""
        # No form of ours sends it, so it has no token of a form. The right is in the
        # token of a link, in a header of who sends it, or in a session that no other
        # site can use: see ``gastvrij.accounts.cross_site``
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            return self.act(body_of(self.request))
        except Unreadable as error:
            return failure(self.request, 400, {error.name: error.doc()})

    def act(self, data: dict[str, Any]) -> dict[str, Any]:
        """Do it with ``data``; return the answer."""
        raise NotImplementedError


class Unreadable(Refused):
    """A part of what was sent that is not what JSON of ours has there."""


def body_of(request: HTTPRequest) -> dict[str, Any]:
    """Return the JSON object of a request; raises ``Unreadable`` for anything else."""
    try:
        return json_body(request)
    except DeserializationError:
        raise Unreadable(NO_JSON, "body") from None


def object_in(data: dict[str, Any], name: str) -> dict[str, Any]:
    """Return an object inside of it, empty when it is not there.

    Raises ``Unreadable`` for what is no object.
    """
    found = data.get(name) or {}
    if not isinstance(found, dict):
        raise Unreadable(NO_OBJECT, name)
    return found
