"""How a service of ours says what is wrong with a request."""

from collections.abc import Iterable
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message
from ZPublisher.HTTPRequest import HTTPRequest


def bad_request(
    request: HTTPRequest, errors: Iterable[tuple[str, Message]]
) -> dict[str, Any]:
    """Answer with status 400, and return what is said: each field with its sentence.

    ``errors`` are at least one field and a sentence each; ``message`` is all of them.
    """
    request.response.setStatus(400)
    named = [
        {"field": field, "message": translate(message, context=request)}
        for field, message in errors
    ]
    return {
        "type": "BadRequest",
        "message": " ".join(error["message"] for error in named),
        "errors": named,
    }
