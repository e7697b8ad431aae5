"""The runner of due tasks: each in its own transaction, whatever came of the others."""

from collections.abc import Callable
from collections.abc import Iterator
from datetime import datetime
from datetime import UTC
from gastvrij.due.attempts import in_transaction
from gastvrij.due.guard import hold
from gastvrij.due.guard import let_go
from gastvrij.due.guard import only_thread
from gastvrij.due.guard import this_process
from gastvrij.due.history import Report
from gastvrij.due.history import write_down
from gastvrij.due.interfaces import IDueTask
from gastvrij.due.on_behalf import on_behalf_of
from gastvrij.due.trouble import in_one_line
from gastvrij.due.trouble import traceback_of
from typing import Any
from zope.component import getUtilitiesFor

import logging
import transaction


logger = logging.getLogger("gastvrij.due")

Task = Callable[[Any, datetime], int]


def tasks() -> Iterator[tuple[str, Task]]:
    """Return the due tasks of all rooms with their names, in alphabetical order."""
    yield from sorted(getUtilitiesFor(IDueTask))


def run(site: Any, now: datetime) -> list[Report]:
    """Do everything that is due and not yet done; return a report a task.

    A task that fails is reported and written to the log; the others go on. What this
    thread had not committed is committed first. Raises ``AlreadyRunning`` when another
    thread or process is at it.
    """
    transaction.commit()
    with only_thread(), on_behalf_of(site) as own_site:
        keep_lease(own_site)
        reports = [_do(own_site, name, task, now) for name, task in tasks()]
        in_transaction(lambda: write_down(own_site, reports, now))
    transaction.begin()
    return reports


def keep_lease(site: Any) -> None:
    """Take or renew the lease of this process; raises ``AlreadyRunning``."""
    in_transaction(lambda: hold(site, this_process(), datetime.now(UTC)))


def give_back(site: Any) -> None:
    """Let another process run the tasks of the site at once."""
    in_transaction(lambda: let_go(site, this_process()))


def _do(site: Any, name: str, task: Task, now: datetime) -> Report:
    keep_lease(site)
    try:
        done = in_transaction(lambda: task(site, now))
    except Exception as error:  # whatever a room gets wrong is its own trouble
        logger.error("Due task %s failed.\n%s", name, traceback_of(error))
        return Report(name, now, error=in_one_line(error))
    if done:
        logger.info("Due task %s: %d done", name, done)
    return Report(name, now, done)
