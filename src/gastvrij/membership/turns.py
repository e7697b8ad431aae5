"""Who gives a number waits for whoever else is giving one, instead of beginning anew.

The guard record in ``numbers`` makes sure that no number is given twice; without
waiting a rush of confirmations would end in conflicts, and some of them in errors.
"""

from threading import Lock

import transaction


LOCK = Lock()


class Turn:
    """The right to give a number, until the transaction ends one way or the other."""

    def __init__(self) -> None:
        self.is_over = False

    def end(self, *outcome: object) -> None:
        """Let the next one go; a second time does nothing."""
        if not self.is_over:
            self.is_over = True
            LOCK.release()


def take_turn() -> None:
    """Wait for the others in this process, then look at the database anew.

    Nothing may have been written yet: what was is thrown away. Other processes are held
    off by the conflict on the guard record.
    """
    transaction.abort()
    LOCK.acquire()
    turn = Turn()
    try:
        current = transaction.begin()
        current.addAfterCommitHook(turn.end)
        current.addAfterAbortHook(turn.end)
    except BaseException:
        turn.end()
        raise
