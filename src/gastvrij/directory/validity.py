"""What a group says until a day, and what of it still stands."""

from collections.abc import Iterable
from datetime import date
from typing import Any


def standing_needs(needs: Iterable[dict[str, Any]], day: date) -> list[dict[str, Any]]:
    """Return the needs that stand on ``day``: those without a date or up to it."""
    return [need for need in needs if not _is_past(need["until"], day)]


def recruiting_on(recruiting: str, until: date | None, day: date) -> str:
    """Return whether a group looks for volunteers on ``day``.

    A search ends after its date: from then on it is ``not_now``.
    """
    if recruiting == "yes" and _is_past(until, day):
        return "not_now"
    return recruiting


def _is_past(until: date | None, day: date) -> bool:
    return until is not None and until < day
