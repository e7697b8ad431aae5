"""The thread of an instance that runs the due tasks every few minutes."""

from datetime import datetime
from datetime import UTC
from gastvrij.due.everywhere import give_back_everywhere
from gastvrij.due.everywhere import run_everywhere
from gastvrij.due.trouble import traceback_of
from gastvrij.due.waking import wait
from gastvrij.due.waking import wake
from threading import Event
from threading import Thread
from ZODB.DB import DB

import logging


logger = logging.getLogger("gastvrij.due")

BREATH = 0.5  # seconds between a call and the run
# seconds after the start of the instance, which has other things to do at first
SOON = 10.0


class Clock(Thread):
    """Runs what is due every so many seconds, until it is told to stop."""

    def __init__(self, db: DB, every: float) -> None:
        super().__init__(name="gastvrij-due", daemon=True)
        self.db = db
        self.every = every
        self._end = Event()

    def run(self) -> None:
        """Run what is due, first soon after the start, then every so often.

        Whoever calls ``wake`` has it run earlier.
        """
        pause = min(SOON, self.every)
        while not self._ends_within(pause):
            self._tick()
            pause = self.every

    def stop(self, patience: float) -> None:
        """End after what is being done; wait for that so many seconds at most."""
        self._end.set()
        wake()
        self.join(patience)
        if not self.is_alive():
            self._let_others_go_on()

    def _ends_within(self, pause: float) -> bool:
        """Rest until the time is over, somebody calls, or the end is there."""
        woken = not self._end.is_set() and wait(pause)
        # who calls is seldom alone: one run serves them all
        return self._end.wait(BREATH if woken else 0)

    def _tick(self) -> None:
        try:
            run_everywhere(self.db, datetime.now(UTC))
        except Exception as error:  # the database may be back the next time
            logger.error("Due tasks did not run.\n%s", traceback_of(error))

    def _let_others_go_on(self) -> None:
        try:
            give_back_everywhere(self.db)
        except Exception as error:  # the lease ends by itself
            logger.warning("Due tasks: the lease stays.\n%s", traceback_of(error))
