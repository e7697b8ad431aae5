"""Who wants a seat waits for whoever else is getting one, instead of beginning anew.

The guard record of the ledger makes sure that no seat is given twice; without waiting
a rush for the last seats would end in conflicts, and some of them in errors.
"""

from gastvrij.networkday.network_day import NetworkDay
from threading import Lock

import transaction


# by the UID of the day; there are never more than a few days
LOCKS: dict[str, Lock] = {}


class Turn:
    """The right to change a ledger, until the transaction ends one way or the other."""

    def __init__(self, lock: Lock) -> None:
        self.lock = lock
        self.is_over = False

    def end(self, *outcome: object) -> None:
        """Let the next one go; a second time does nothing."""
        if not self.is_over:
            self.is_over = True
            self.lock.release()


def take_turn(day: NetworkDay) -> None:
    """Wait for the others at this day in this process, then look at it anew.

    Comes before everything that is written: what was written is thrown away. Other
    processes are held off by the conflict on the guard record.
    """
    lock = LOCKS.setdefault(day.UID(), Lock())
    transaction.abort()
    lock.acquire()
    turn = Turn(lock)
    try:
        current = transaction.begin()
        current.addAfterCommitHook(turn.end)
        current.addAfterAbortHook(turn.end)
    except BaseException:
        turn.end()
        raise
