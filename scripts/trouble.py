"""Say in one sentence what went wrong, and run other programs in plain sight."""

from collections import deque
from collections.abc import Callable
from collections.abc import Mapping
from pathlib import Path

import os
import subprocess
import sys


class Trouble(Exception):
    """Something the operator can mend; the message says what, and what to do."""


class Failed(Trouble):
    """A program ended with an error; `tail` holds the last lines it printed."""

    def __init__(self, message: str, tail: str) -> None:
        """Keep what the program printed for whoever can tell more about it."""
        super().__init__(message)
        self.tail = tail


def say(text: str) -> None:
    """Tell the operator what happens now."""
    print(text, flush=True)


def environment(extra: Mapping[str, str]) -> dict[str, str]:
    """The environment for other programs.

    Without PYTHON, which `make start PYTHON=...` exports: the instance script would
    run that Python instead of the one in the virtual environment.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHON"}
    return kept | extra


def run(command: list[str | Path], cwd: Path, **extra: str) -> str:
    """Run a program, show what it prints, and return its last forty lines.

    Raises `Failed` when it ends with an error.
    """
    tail: deque[str] = deque(maxlen=40)
    with subprocess.Popen(  # noqa: S603, the commands are our own
        list(map(str, command)),
        cwd=cwd,
        env=environment(extra),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        for line in process.stdout or ():
            print(f"    {line.rstrip()}", flush=True)
            tail.append(line)
    if process.returncode:
        raise Failed(f"{Path(command[0]).name} stopped with an error.", "".join(tail))
    return "".join(tail)


def report(action: Callable[[], None]) -> None:
    """Do something; on trouble print its sentence and leave with exit code 1."""
    try:
        action()
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print("\nStopped. The next try starts clean.", file=sys.stderr)
        sys.exit(130)
