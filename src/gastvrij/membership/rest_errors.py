"""How our services answer when something is not in order."""

from collections.abc import Mapping
from gastvrij import _
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message
from ZPublisher.HTTPRequest import HTTPRequest


TYPES = {
    400: "BadRequest",
    403: "Forbidden",
    404: "NotFound",
    409: "Conflict",
    429: "TooManyRequests",
}
MESSAGES = {
    400: _("rest_bad_request", default="Something is not in order yet."),
    403: _("rest_forbidden", default="You may not do this."),
    404: _("rest_not_found", default="There is nothing here."),
    409: _("rest_conflict", default="This can no longer be done."),
    429: _("rest_too_many", default="Too many at once. Try again in an hour."),
}


def failure(
    request: HTTPRequest, status: int, sentences: Mapping[str, Message]
) -> dict[str, Any]:
    """Set the status and return the body of the contract, a sentence for each field."""
    request.response.setStatus(status)
    return {
        "type": TYPES[status],
        "message": translate(MESSAGES[status], context=request),
        "errors": [
            {"field": name, "message": translate(sentence, context=request)}
            for name, sentence in sentences.items()
        ],
    }
