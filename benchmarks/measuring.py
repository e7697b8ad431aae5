"""How answers are timed: one client, one connection a server, pages in turns.

What counts is how long an answer keeps a processor busy in the server: a server with
one thread gives as many answers a second as fit into it, and whatever else the machine
does hardly changes it. The time that the client waits is told beside it.
"""

from dataclasses import dataclass
from dataclasses import field
from http.client import HTTPConnection
from itertools import count
from servers import Server
from statistics import median

import time


ROUNDS = 12
TIMES = 6
WARMING = 4

_fresh = count(1)


@dataclass
class Page:
    """An address, and what its answers cost, in milliseconds.

    ``is_cold`` asks a new address every time, which nothing keeps.
    """

    name: str
    server: Server
    path: str
    is_cold: bool = False
    accept: str = "text/html"
    status: int = 200
    etag: str = ""
    size: int = 0
    waits: list[float] = field(default_factory=list)
    works: list[float] = field(default_factory=list)

    @property
    def wait(self) -> float:
        """How long the client waits for an answer: the median."""
        return median(self.waits)

    @property
    def work(self) -> float:
        """How long an answer keeps a processor busy in the server: the median."""
        return median(self.works)

    def ask(self, connection: HTTPConnection) -> None:
        """Ask some times, and note what it costs; stops at an unexpected answer."""
        before = self.server.work
        for _ in range(TIMES):
            began = time.perf_counter()
            self._ask_once(connection)
            self.waits.append((time.perf_counter() - began) * 1000)
        self.works.append((self.server.work - before) / TIMES)

    def _ask_once(self, connection: HTTPConnection) -> None:
        path = self.path
        if self.is_cold:
            path += f"{'&' if '?' in path else '?'}fresh={next(_fresh)}"
        # Plone drops its theme on 127.0.0.1
        headers = {"Host": f"localhost:{self.server.port}", "Accept": self.accept}
        if self.etag:
            headers["If-None-Match"] = self.etag
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        self.size = len(response.read())
        if response.status != self.status:
            raise SystemExit(f"{self.name} ({path}) answered {response.status}")


def measure(pages: list[Page]) -> None:
    """Ask all pages a few times each, round after round."""
    connections = {
        page.server.port: HTTPConnection("127.0.0.1", page.server.port, timeout=120)
        for page in pages
    }
    for page in pages:
        page.ask(connections[page.server.port])
        page.waits.clear()
        page.works.clear()
    for _ in range(ROUNDS):
        for page in pages:
            page.ask(connections[page.server.port])
    for connection in connections.values():
        connection.close()


def answer(server: Server, path: str, accept: str) -> tuple[bytes, str]:
    """Return an answer and its ETag."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=120)
    headers = {"Host": f"localhost:{server.port}", "Accept": accept}
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return body, response.headers.get("ETag", "")
