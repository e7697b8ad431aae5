"""Lists that come in batches, over REST and on pages."""

from collections.abc import Mapping
from collections.abc import Sequence
from gastvrij import _
from gastvrij.values.entries import one
from plone.restapi.batching import HypermediaBatch
from typing import Any
from zExceptions import BadRequest
from zope.i18n import translate
from ZPublisher.HTTPRequest import HTTPRequest


MOST = 1_000_000
MOST_DIGITS = 9


def batch_of(request: HTTPRequest, results: Sequence[Any]) -> HypermediaBatch:
    """Return the batch that a request asks for with ``b_start`` and ``b_size``.

    Raises ``BadRequest`` for a size below 1, a beginning below 0, a number over a
    million, and what is no number.
    """
    try:
        batch = HypermediaBatch(request, results)
    except (AssertionError, OverflowError):
        batch = None
    if batch and 1 <= batch.b_size <= MOST and 0 <= batch.b_start <= MOST:
        return batch
    message = _(
        "error_batch",
        default="b_size is a number from 1, b_start a number from 0.",
    )
    raise BadRequest(translate(message, context=request))


def start_in(form: Mapping[str, Any]) -> int:
    """Return where the page of a list begins, by ``b_start`` in its address.

    It is 0 for what is no number, and may lie far behind the end.
    """
    asked = one(form, "b_start")
    return int(asked[:MOST_DIGITS]) if asked.isdecimal() else 0


def list_answer(
    batch: HypermediaBatch, items: list[Any], **beside: Any
) -> dict[str, Any]:
    """Return what a list over REST answers: the items of one batch of it.

    ``beside`` stands next to them; where there are more batches, ``batching`` does too.
    """
    answer = {
        "@id": batch.canonical_url,
        "items": items,
        "items_total": batch.items_total,
    }
    return answer | beside | ({"batching": batch.links} if batch.links else {})
