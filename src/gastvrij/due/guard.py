"""Who runs the due tasks of a site: one process at a time, and one thread in it.

A lease in the database says which process it is. It is renewed now and then, not at
every run, so that a site on which nothing is due hardly writes. A process that died
leaves its lease behind: the same machine sees that at once, another one waits until the
lease is over.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from persistent import Persistent
from threading import Lock
from typing import Any
from zope.annotation.interfaces import IAnnotations

import os
import secrets
import socket


LEASE_OF = "gastvrij.due.lease"
LENGTH = timedelta(minutes=10)
# no longer than this before its end a lease is renewed
REST = LENGTH / 2

_THREAD = Lock()
_TOKEN = secrets.token_hex(8)


class AlreadyRunning(Exception):
    """Another thread runs the due tasks, or another process has the lease."""


@dataclass(frozen=True)
class Runner:
    """A process; ``token`` tells it from an earlier one with the same number."""

    host: str
    process: int
    token: str

    def is_gone(self, asker: "Runner") -> bool:
        """Tell whether this process is known to be dead to another process."""
        if self.host != asker.host:
            return False
        return self.process == asker.process or not _is_alive(self.process)


class Lease(Persistent):
    """Who runs the tasks of a site, and until when; two writers at once conflict."""

    runner: Runner | None = None
    until: datetime | None = None

    def hold(self, runner: Runner, now: datetime) -> None:
        """Let a process run the tasks from now on; raises ``AlreadyRunning``."""
        if self.runner not in (None, runner) and not self._is_over(runner, now):
            raise AlreadyRunning
        if self.runner != runner or self.until is None or self.until - now < REST:
            self.runner = runner
            self.until = now + LENGTH

    def _is_over(self, asker: Runner, now: datetime) -> bool:
        if self.runner is None or self.until is None or self.until <= now:
            return True
        return self.runner.is_gone(asker)


def this_process() -> Runner:
    """Return the process that asks."""
    return Runner(socket.gethostname(), os.getpid(), _TOKEN)


def hold(site: Any, runner: Runner, now: datetime) -> None:
    """Take or keep the lease of a site; raises ``AlreadyRunning``."""
    annotations = IAnnotations(site)
    if LEASE_OF not in annotations:
        annotations[LEASE_OF] = Lease()
    annotations[LEASE_OF].hold(runner, now)


def let_go(site: Any, runner: Runner) -> None:
    """Give the lease of a site back, for another process to take at once."""
    lease = IAnnotations(site).get(LEASE_OF)
    if lease is not None and lease.runner == runner:
        lease.runner = lease.until = None


@contextmanager
def only_thread() -> Iterator[None]:
    """Keep the other threads of this process out; raises ``AlreadyRunning``."""
    if not _THREAD.acquire(blocking=False):
        raise AlreadyRunning
    try:
        yield
    finally:
        _THREAD.release()


def _is_alive(process: int) -> bool:
    with suppress(PermissionError):  # somebody else's, so alive
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
    return True
