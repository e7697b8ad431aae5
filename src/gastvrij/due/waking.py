"""How the thread that runs the due tasks is woken before its time.

A letter that was posted goes out at once, not at the next round.
"""

from threading import Event

import transaction


_ASKED = Event()


def wake() -> None:
    """Let the due tasks run as soon as their thread is free."""
    _ASKED.set()


def wake_after_commit() -> None:
    """Wake the thread once what this transaction wrote can be seen by others."""
    transaction.get().addAfterCommitHook(_wake_on_success)


def wait(seconds: float) -> bool:
    """Wait until the time is over or somebody calls; return whether somebody did."""
    asked = _ASKED.wait(seconds)
    _ASKED.clear()
    return asked


def _wake_on_success(success: bool) -> None:
    if success:
        wake()
