"""How fast membership is: the form that is sent, and the pages with 500 applications.

Usage: applications.py. The first run makes a site in var/bench/; later runs use it
again. The table goes to the terminal and to var/bench/applications.md. Each round sends
a form and creates a plain Document over REST, in turns, so that both meet the same
machine; what counts is how long an answer keeps a processor busy in the server.
"""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from servers import BENCH
from servers import HERE
from servers import plone
from servers import plone_home
from servers import run
from servers import Server
from statistics import median
from tables import Goal
from tables import machine

import json
import sys


SIZE = "applications"
# the brake lets thirty forms an hour through from one computer
ROUNDS, TIMES = 6, 3
JSON = "application/json"
SITE = "/gastvrij"
DESK = f"{SITE}/lid-worden"

_number = count(1)


@dataclass
class Asked:
    """Something to ask of the server, and what each answer costs in milliseconds."""

    name: str
    method: str
    path: str
    user: str = ""
    is_json: bool = False
    body: dict[str, object] = field(default_factory=dict)
    works: list[float] = field(default_factory=list)

    @property
    def work(self) -> float:
        """How long an answer keeps a processor busy in the server: the median."""
        return median(self.works)

    def ask(self, server: Server, connection: HTTPConnection) -> None:
        """Ask some times, and note what it costs; stops at an unexpected answer."""
        before = server.work
        for _ in range(TIMES):
            self._ask_once(server, connection)
        self.works.append((server.work - before) / TIMES)

    def _ask_once(self, server: Server, connection: HTTPConnection) -> None:
        headers = {"Host": f"localhost:{server.port}", "Accept": "text/html"}
        if self.user:
            headers["Authorization"] = f"Basic {b64encode(self.user.encode()).decode()}"
        path, body = self.path, None
        if self.is_json:
            headers |= {"Accept": JSON, "Content-Type": JSON}
        if self.method == "POST":
            body = json.dumps(self.body | {"title": f"Pagina {next(_number)}"})
        elif "@@ok" not in path:
            path += f"?fresh={next(_number)}"
        connection.request(self.method, path, body, headers)
        response = connection.getresponse()
        answer = response.read()
        if response.status >= 300:
            raise SystemExit(
                f"{self.name} answered {response.status}: {answer[:400]!r}"
            )


def asked(told: dict[str, str]) -> dict[str, Asked]:
    """Return what is asked, by key; ``told`` names the accounts and an application."""
    office, chief = told["secretariat"], told["manager"]
    form = json.loads(told["form"])
    page = {"@type": "Document", "text": {"data": "<p>Tekst.</p>"}}
    case = f"{DESK}/{told['application']}"
    return {
        "ok": Asked("@@ok", "GET", f"{SITE}/@@ok"),
        "document": Asked("a plain Document, cold", "GET", f"{SITE}/pagina"),
        "as office": Asked("the same, logged in", "GET", f"{SITE}/pagina", office),
        "create": Asked("creating a Document", "POST", SITE, chief, True, page),
        "send": Asked(
            "sending the form", "POST", f"{DESK}/@applications", "", True, form
        ),
        "list": Asked("applications", "GET", f"{DESK}/applications", office),
        "case": Asked("an application", "GET", case, office),
        "@list": Asked("@applications", "GET", f"{DESK}/@applications", office, True),
        "desk": Asked("the desk", "GET", f"{SITE}/desk", office),
        "way in": Asked("the way in", "GET", DESK),
    }


def table(pages: dict[str, Asked]) -> Iterator[str]:
    """Yield the lines of the table."""
    ok, plain = pages["ok"].work, pages["as office"].work
    yield "| what | processor time | of @@ok | of its measure |"
    yield "| --- | --- | --- | --- |"
    measures = {
        "send": ("create", 2.0),
        "list": ("as office", 2.0),
        "case": ("as office", 2.0),
        "desk": ("as office", 2.0),
    }
    for key, page in pages.items():
        measure = ""
        if key in measures:
            other, limit = measures[key]
            measure = f"{Goal(page.work / pages[other].work, limit)}"
        yield f"| {page.name} | {page.work:.1f} ms | {page.work / ok:.1f} | {measure} |"
    yield ""
    yield f"A plain Document for somebody who is logged in takes {plain:.1f} ms."


def main() -> None:
    """Prepare, measure and print."""
    BENCH.mkdir(parents=True, exist_ok=True)
    home = plone_home(SIZE)
    server = plone(SIZE)
    run([sys.executable, HERE / "fill_applications.py", home])
    told = json.loads(Path(home, "told.json").read_text("utf-8"))
    pages = asked(told)
    with server.running():
        connection = HTTPConnection("127.0.0.1", server.port, timeout=120)
        for page in pages.values():
            page.ask(server, connection)
            page.works.clear()
        for _ in range(ROUNDS):
            for page in pages.values():
                page.ask(server, connection)
    text = "\n".join([machine(), "", *table(pages)])
    Path(BENCH, "applications.md").write_text(f"{text}\n")
    print(text)


if __name__ == "__main__":
    main()
