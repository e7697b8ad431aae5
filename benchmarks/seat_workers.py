"""The processes that sell seats, as those who press see them."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection
from seat_storages import PATIENCE
from seat_storages import Storage
from seat_storages import wait_for
from servers import BENCH
from servers import free_port
from servers import HERE
from servers import plone
from servers import plone_home
from time import monotonic
from typing import Any
from urllib.parse import urlencode
from urllib.parse import urlsplit

import json
import subprocess
import sys


HEADER = {"Content-Type": "application/x-www-form-urlencoded"}


class Worker:
    """A process of ours that serves on a port and does what it is told."""

    def __init__(self, process: subprocess.Popen, port: int) -> None:
        self.process, self.port = process, port

    def ask(self, do: str, **what: Any) -> Any:
        """Have it do something, and wait for what comes of it."""
        self.process.stdin.write(f"{json.dumps({'do': do} | what)}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("a worker died: see var/bench/seat_worker.log")
        return json.loads(line)

    def press(self, day: str, page: str, form: tuple[str, str]) -> tuple[bool, float]:
        """Confirm a form; return whether that went well, and after how long.

        Whoever is led to a page opens it, as a browser does; the time is that of the
        answer, after which the seat is theirs or not.
        """
        began = monotonic()
        door = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        body = urlencode({"form": form[0], "token": form[1]})
        path = f"/gastvrij/netwerkdagen/{day}/{page}"
        door.request("POST", path, body, HEADER)
        answer = door.getresponse()
        answer.read()
        took = monotonic() - began
        if answer.status == HTTPStatus.SEE_OTHER:
            there = urlsplit(answer.headers["Location"])
            door.request("GET", f"{there.path}?{there.query}")
            answer = door.getresponse()
            answer.read()
        door.close()
        return answer.status == HTTPStatus.OK, took


@contextmanager
def worker(name: str, storage: Storage) -> Iterator[Worker]:
    """Run a worker on a database."""
    home, port = plone_home(name), free_port()
    plone(name)
    conf = home / "etc" / "zope.conf"
    conf.write_text(storage.configured(home, conf.read_text()))
    with (BENCH / "seat_worker.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603, our own program
            [sys.executable, HERE / "seat_worker.py", home, str(port)],
            cwd=home,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        try:
            process.stdout.readline()
            wait_for(port)
            yield Worker(process, port)
        finally:
            process.stdin.close()
            process.wait(PATIENCE)
