"""How long to wait before a letter, or a mail server, is tried again."""

from datetime import datetime
from datetime import timedelta
from gastvrij.mail.trouble import LOST


GIVEN_UP_AFTER = timedelta(days=4)
# minutes after the first attempt, the second, ...; the last one holds from there on
PAUSES = (1, 5, 15, 60, 180, 360, 720, 1440)
# the server went away in the middle: it may be back any minute, and have the letter
PAUSES_WHEN_LOST = (1, 2, 5, 5, 5, 5, 15, 60, 180, 360, 720, 1440)
# short, so that all letters are out soon after the server is back
SERVER_PAUSES = (1, 2, 3)


def pause_after(attempts: int, trouble: str) -> timedelta:
    """Return how long a letter rests after so many attempts, the last in trouble."""
    return _minutes(PAUSES_WHEN_LOST if trouble == LOST else PAUSES, attempts)


def server_pause_after(times: int) -> timedelta:
    """Return how long the server is left alone after it failed so many times."""
    return _minutes(SERVER_PAUSES, times)


def is_too_old(since: datetime, now: datetime) -> bool:
    """Tell whether a letter has been tried long enough."""
    return now - since >= GIVEN_UP_AFTER


def _minutes(pauses: tuple[int, ...], times: int) -> timedelta:
    return timedelta(minutes=pauses[min(max(times, 1), len(pauses)) - 1])
