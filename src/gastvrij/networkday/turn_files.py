"""Locks that the processes of one machine share: files in its folder for such things.

They hold nobody off for ever and fail nothing: without one, things go on as between
two machines.
"""

from pathlib import Path
from time import monotonic
from time import sleep

import fcntl
import os
import random
import tempfile


LONGEST_PAUSE = 0.01


def hold(name: str, patience: float) -> int | None:
    """Wait for a lock for so many seconds; return what lets it go again.

    None says that it was not had: another process did not let it go in time, or there
    is no place for its file.
    """
    try:
        found = os.open(_folder() / name, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError:
        return None
    until = monotonic() + patience
    while not _is_taken(found):
        if monotonic() >= until:
            os.close(found)
            return None
        # not all at the same moments
        sleep(random.uniform(0, LONGEST_PAUSE))  # noqa: S311, no secret depends on it
    return found


def let_go(held: int | None) -> None:
    """Let a lock go that was held."""
    if held is not None:
        os.close(held)


def _is_taken(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _folder() -> Path:
    """Return the folder of the user who runs the processes; nobody else writes in it.

    Raises ``OSError`` when it is somebody else's.
    """
    user = os.geteuid()
    folder = Path(tempfile.gettempdir(), f"gastvrij-{user}")
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.lstat().st_uid != user or folder.is_symlink():
        raise PermissionError(folder)
    return folder
