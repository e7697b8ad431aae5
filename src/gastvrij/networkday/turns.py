"""Who wants a seat waits for whoever else is getting one, instead of beginning anew.

The guard record of the ledger makes sure that no seat is given twice; without waiting
a rush for the last seats would end in conflicts, and some of them in errors.
"""

from gastvrij.networkday import turn_files
from gastvrij.networkday.network_day import NetworkDay
from threading import Lock
from typing import Any

import transaction


# by the UID of the day; there are never more than a few days
LOCKS: dict[str, Lock] = {}
# whoever has a turn for longer hangs: the others go on, and the guard sees to it
PATIENCE = 10.0


class Turn:
    """The right to change a ledger, until the transaction ends one way or the other."""

    def __init__(self, uid: str) -> None:
        self.lock = LOCKS.setdefault(uid, Lock())
        self.is_held = self.lock.acquire(timeout=PATIENCE)
        self.file: Any = None
        if not self.is_held:
            return
        try:
            # the processes of this machine wait for one another, the first of each
            self.file = turn_files.hold(uid, PATIENCE)
        except BaseException:
            self.end()
            raise

    def end(self, *outcome: object) -> None:
        """Let the next one go; a second time does nothing."""
        if self.is_held:
            self.is_held = False
            turn_files.let_go(self.file)
            self.lock.release()


def take_turn(day: NetworkDay) -> None:
    """Wait for the others at this day on this machine, then look at it anew.

    Comes before everything that is written: what was written is thrown away. Processes
    elsewhere are held off by the conflict on the guard record.
    """
    uid = day.UID()
    transaction.abort()
    turn = Turn(uid)
    try:
        _hear_of_others(day)
        current = transaction.begin()
        current.addAfterCommitHook(turn.end)
        current.addAfterAbortHook(turn.end)
    except BaseException:
        turn.end()
        raise


def end_turn() -> None:
    """Keep what was done now, so that nobody waits while its page is drawn.

    For pages that visitors send: whoever is logged in is checked when the page is there
    (``plone.protect``), before anything is kept.
    """
    transaction.commit()


def _hear_of_others(day: NetworkDay) -> None:
    """Have a client of ZEO know what others have written; it hears of it later.

    Other storages ask for it when a transaction begins.
    """
    ping = getattr(day._p_jar.db().storage, "ping", None)
    if ping is not None:
        ping()
