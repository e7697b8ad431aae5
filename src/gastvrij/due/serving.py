"""What an instance does about due tasks when it begins to serve, and when it ends.

``bin/instance run`` and ``debug`` serve nobody: there nothing of this happens. Without
a section ``<product-config gastvrij>`` in zope.conf it does not happen either.
"""

from collections.abc import Callable
from gastvrij.due.clock import Clock
from gastvrij.due.public_address import instance_configuration
from gastvrij.due.secret import make_secret
from typing import Any
from zope.processlifetime import IProcessStarting

import logging
import signal
import sys
import threading
import Zope2


logger = logging.getLogger("gastvrij.due")

EVERY = "due-every"
PATIENCE = 10.0  # seconds that what is being done gets when the instance stops


def begin_when_serving(event: IProcessStarting) -> None:
    """Make the console script's secret, and start the clock when one is asked for."""
    configuration = instance_configuration()
    if not configuration:
        return
    make_secret()
    every = seconds(configuration.get(EVERY, ""))
    if every:
        clock = Clock(Zope2.DB, every)
        _stop_at_the_end(clock)
        clock.start()
        logger.info("Due tasks run every %g seconds", every)


def seconds(text: str) -> float:
    """Return how often the tasks run; 0 for never, also for what is no number."""
    try:
        every = float(text or 0)
    except ValueError:
        every = -1.0
    if not 0 <= every < threading.TIMEOUT_MAX:
        logger.error(
            "due-every is %r, no number of seconds: due tasks do not run", text
        )
        return 0.0
    return every


def _stop_at_the_end(clock: Clock) -> None:
    """Stop the clock before the instance, which is told so by a signal.

    A handler that somebody else has installed is left alone.
    """
    in_main_thread = threading.current_thread() is threading.main_thread()
    if in_main_thread and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _ending(clock))


def _ending(clock: Clock) -> Callable[[int, Any], None]:
    def end(number: int, frame: Any) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        clock.stop(PATIENCE)
        sys.exit(0)

    return end
