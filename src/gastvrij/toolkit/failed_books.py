"""Books that could not be made: left alone for a while, so that others get their turn.

It is known in this process only. A book that changes is tried at once.
"""

from datetime import datetime
from datetime import timedelta
from gastvrij.toolkit.wanted import Wanted


PAUSE = timedelta(hours=1)

_FAILED: dict[tuple[str, str, str], datetime] = {}


def note_failure(wanted: Wanted, form: str, now: datetime) -> None:
    """Remember that a book could not be made."""
    _FAILED[_key(wanted, form)] = now


def is_left_alone(wanted: Wanted, form: str, now: datetime) -> bool:
    """Tell whether this very book failed less than ``PAUSE`` ago."""
    for key in [key for key, failed in _FAILED.items() if now - failed >= PAUSE]:
        del _FAILED[key]
    return _key(wanted, form) in _FAILED


def _key(wanted: Wanted, form: str) -> tuple[str, str, str]:
    return wanted.uid, form, wanted.stamp.contents
