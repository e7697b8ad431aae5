"""How a service of ours says what is wrong with a request."""

from collections.abc import Iterable
from collections.abc import Mapping
from gastvrij import _
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message
from ZPublisher.HTTPRequest import HTTPRequest


TYPES = {
    400: "BadRequest",
    401: "Unauthorized",
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


def bad_request(
    request: HTTPRequest, errors: Iterable[tuple[str, Message]]
) -> dict[str, Any]:
    """Answer with status 400, and return what is said: each field with its sentence.

    ``errors`` are at least one field and a sentence each; ``message`` is all of them.
    """
    named = _named(request, errors)
    return _body(request, 400, " ".join(error["message"] for error in named), named)


def refused(
    request: HTTPRequest, status: int, sentence: Message, field: str = ""
) -> dict[str, Any]:
    """Answer with a status, and return the reason; ``field`` is what it is about."""
    named = _named(request, [(field, sentence)] if field else [])
    return _body(request, status, translate(sentence, context=request), named)


def failure(
    request: HTTPRequest, status: int, sentences: Mapping[str, Message]
) -> dict[str, Any]:
    """Answer with a status, and return what it means, with a sentence for each field.

    Raises ``KeyError`` for a status of which ``MESSAGES`` does not say what it means.
    """
    named = _named(request, sentences.items())
    return _body(request, status, translate(MESSAGES[status], context=request), named)


def _named(
    request: HTTPRequest, errors: Iterable[tuple[str, Message]]
) -> list[dict[str, str]]:
    return [
        {"field": field, "message": translate(sentence, context=request)}
        for field, sentence in errors
    ]


def _body(
    request: HTTPRequest, status: int, message: str, errors: list[dict[str, str]]
) -> dict[str, Any]:
    request.response.setStatus(status)
    return {"type": TYPES[status], "message": message, "errors": errors}
