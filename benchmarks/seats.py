"""Whether two processes on ZEO ever sell a seat twice, and how long a rush lasts.

Usage: seats.py [ROUNDS]. Two processes with four threads each share one database; many
people confirm at the same moment, half of them in each. The control does the same
without turns and without the guard record. The table goes to the terminal and to
var/bench/seats.md.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import ExitStack
from dataclasses import dataclass
from servers import BENCH
from servers import free_port
from servers import HERE
from servers import plone
from servers import plone_home
from tables import machine
from time import monotonic
from time import sleep
from typing import Any

import json
import re
import shutil
import socket
import subprocess
import sys


PATIENCE = 120
RUSHES = {"the last seat": (1, 16), "60 people for 40 seats": (40, 60)}
CONTROL = "the last seat, without the guard"
CONTROL_ROUNDS = 20


@dataclass
class Told:
    """What came of one kind of rush: how often it was tried, and what went wrong."""

    rounds: int = 0
    overbooked: int = 0
    lost: int = 0
    errors: int = 0
    slowest: float = 0.0

    def add(self, seats: int, people: int, there: dict[str, int]) -> None:
        """Note how one rush ended."""
        self.rounds += 1
        self.overbooked += there.get("confirmed", 0) > seats
        in_or_waiting = there.get("confirmed", 0) + there.get("waiting", 0)
        self.lost += in_or_waiting != people

    @property
    def row(self) -> str:
        """The numbers, as cells of a table."""
        return (
            f"{self.rounds} | {self.overbooked} | {self.lost} | {self.errors} |"
            f" {self.slowest:.1f} s"
        )


class Worker:
    """A process of ours that does what it is told."""

    def __init__(self, process: subprocess.Popen) -> None:
        self.process = process

    def tell(self, **what: Any) -> None:
        """Have it begin with something."""
        self.process.stdin.write(f"{json.dumps(what)}\n")
        self.process.stdin.flush()

    def answer(self) -> Any:
        """Wait for what came of it."""
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("a worker died: see var/bench/seat_worker.log")
        return json.loads(line)

    def ask(self, **what: Any) -> Any:
        """Have it do something, and wait."""
        self.tell(**what)
        return self.answer()


@contextmanager
def database() -> Iterator[int]:
    """Serve an empty database over ZEO; yields its port."""
    folder, port = BENCH / "zeo", free_port()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "ZEO.runzeo", "-a", f"127.0.0.1:{port}"]
    command += ["-f", str(folder / "Data.fs")]
    with (BENCH / "zeo.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603, our own program
            command, cwd=folder, stdout=log, stderr=log
        )
        try:
            wait_for(port)
            yield port
        finally:
            process.terminate()
            process.wait(PATIENCE)


def wait_for(port: int) -> None:
    """Wait until somebody listens on a port."""
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline:
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.2)
    raise SystemExit("ZEO did not start: see var/bench/zeo.log")


@contextmanager
def worker(number: int, zeo: int) -> Iterator[Worker]:
    """Run a worker on the shared database."""
    name = f"seats-{number}"
    home = plone_home(name)
    shutil.rmtree(home, ignore_errors=True)
    plone(name)
    conf = home / "etc" / "zope.conf"
    shared = (
        f"<zeoclient>\n    server 127.0.0.1:{zeo}\n    storage 1\n"
        f"    name {name}\n    shared-blob-dir off\n    blob-dir {home}/blobs\n"
        "  </zeoclient>"
    )
    text = conf.read_text()
    conf.write_text(
        re.sub(r"<blobstorage>.*</blobstorage>", shared, text, flags=re.DOTALL)
    )
    with (BENCH / "seat_worker.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603, our own program
            [sys.executable, HERE / "seat_worker.py", home],
            cwd=home,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        try:
            process.stdout.readline()
            yield Worker(process)
        finally:
            process.stdin.close()
            process.wait(PATIENCE)


def rush(
    workers: list[Worker], name: str, seats: int, people: int, told: Told, guarded: bool
) -> None:
    """Let so many people press at once, and note how it ended."""
    first = workers[0]
    forms = first.ask(do="prepare", name=name, seats=seats, people=people)
    # ZEO tells the other process of it a moment later
    sleep(0.2)
    for number, each in enumerate(workers):
        mine = forms[number :: len(workers)]
        each.tell(do="press", name=name, forms=mine, guarded=guarded)
    for came in [each.answer() for each in workers]:
        told.errors += int(came["errors"])
        told.slowest = max(told.slowest, came["slowest"])
    sleep(0.2)
    told.add(seats, people, first.ask(do="count", name=name))


def measure(workers: list[Worker], rounds: int) -> dict[str, Told]:
    """Let every kind of rush happen so often, and its control a few times."""
    found = {name: Told() for name in (*RUSHES, CONTROL)}
    for number in range(rounds):
        for kind, (name, (seats, people)) in enumerate(RUSHES.items()):
            day = f"dag-{kind}-{number}"
            rush(workers, day, seats, people, found[name], guarded=True)
    for number in range(min(rounds, CONTROL_ROUNDS)):
        rush(workers, f"zonder-{number}", 1, 16, found[CONTROL], guarded=False)
    return found


def main(rounds: str = "200") -> None:
    """Start everything, measure and print."""
    BENCH.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        zeo = stack.enter_context(database())
        workers = [stack.enter_context(worker(number, zeo)) for number in (1, 2)]
        found = measure(workers, int(rounds))
    lines = [
        machine(),
        "",
        "| two processes on ZEO | rounds | overbooked | lost | errors | slowest |",
        "| --- | --- | --- | --- | --- | --- |",
        *(f"| {name} | {told.row} |" for name, told in found.items()),
    ]
    text = "\n".join(lines)
    (BENCH / "seats.md").write_text(f"{text}\n")
    print(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
