"""A transaction that is tried again when another one came in between."""

from collections.abc import Callable
from transaction.interfaces import TransientError
from typing import TypeVar

import random
import time
import transaction


TRIES = 5
LONGEST_PAUSE = 0.5  # seconds, before the first repetition; later ones wait longer

Answer = TypeVar("Answer")


def in_transaction(act: Callable[[], Answer]) -> Answer:
    """Do something in a transaction of this thread, and commit it.

    Raises what ``act`` raises, with nothing written; the conflict when ``TRIES`` are
    over.
    """
    for tried in range(1, TRIES + 1):
        transaction.begin()
        try:
            answer = act()
            transaction.commit()
        except TransientError:
            transaction.abort()
            if tried == TRIES:
                raise
            time.sleep(random.uniform(0, LONGEST_PAUSE) * tried)  # noqa: S311
        except BaseException:
            transaction.abort()
            raise
        else:
            return answer
    raise AssertionError("unreachable: the last try returns or raises")
