"""How fast the toolkit is, in an edition of 300 parts, and how long a book takes.

Usage: toolkit.py. The first run makes a site in var/bench/; later runs use it again and
make the book of 150 pages anew. The table goes to the terminal and to
var/bench/toolkit.md.
"""

from collections.abc import Iterator
from measuring import measure
from measuring import Page
from pathlib import Path
from servers import BENCH
from servers import HERE
from servers import plone
from servers import plone_home
from servers import run
from servers import Server
from tables import Goal
from tables import machine

import json
import sys


SIZE = "toolkit"
SITE = "/gastvrij"
PART = f"{SITE}/toolkit/2/hoofdstuk-3/onderdeel-20"
PAGES = (
    ("part", "a part with an addendum", PART),
    ("chapter", "a chapter of 50 parts", f"{SITE}/toolkit/2/hoofdstuk-3"),
    ("edition", "the edition of 300 parts", f"{SITE}/toolkit/2"),
    ("library", "the toolkit", f"{SITE}/toolkit"),
    ("changes", "what changed", f"{SITE}/toolkit/changes"),
)
SERVED = (
    ("book", "the PDF of 150 pages", f"{SITE}/toolkit/1/download.pdf"),
    ("file", "the same as a plain file", f"{SITE}/bestand/@@download/file"),
)


def pages_of(server: Server) -> dict[str, Page]:
    """Return what is asked, by key."""
    found = {
        "ok": Page("@@ok", server, f"{SITE}/@@ok"),
        "plain cold": Page("a plain Document", server, f"{SITE}/pagina", True),
        "search": Page("searching", server, f"{SITE}/toolkit/search?q=huis", True),
    }
    for key, name, path in PAGES:
        found[key] = Page(name, server, path)
        found[f"{key} cold"] = Page(name, server, path, True)
    for key, name, path in SERVED:
        found[key] = Page(name, server, path, accept="*/*")
    return found


def table(pages: dict[str, Page], told: dict[str, float]) -> Iterator[str]:
    """Yield the lines of the tables."""
    ok, plain = pages["ok"].work, pages["plain cold"].work
    yield f"`@@ok` takes {ok:.1f} ms, a plain Document {plain:.1f} ms."
    yield ""
    yield "| page | warm | of @@ok (at most 2.5) | cold | of a Document (at most 1.3) |"
    yield "| --- | --- | --- | --- | --- |"
    for key, name, _path in PAGES:
        warm, cold = pages[key].work, pages[f"{key} cold"].work
        yield (
            f"| {name} | {warm:.1f} ms | {Goal(warm / ok, 2.5)} | {cold:.1f} ms |"
            f" {Goal(cold / plain, 1.3)} |"
        )
    search = pages["search"].work
    yield f"| searching | | | {search:.1f} ms | {search / plain:.2f} |"
    book, file = pages["book"], pages["file"]
    yield ""
    yield "| S7 | measured | goal |"
    yield "| --- | --- | --- |"
    yield (
        f"| making the PDF, {told['size']:.1f} MB | {told['work']:.1f} s of a"
        f" processor, {told['wait']:.1f} s by the clock | under 20 s |"
    )
    yield (
        f"| serving it, as a plain file does in {file.work:.1f} ms |"
        f" {book.work:.1f} ms | at most 1.5: {Goal(book.work / file.work, 1.5)} |"
    )


def main() -> None:
    """Prepare, measure and print."""
    BENCH.mkdir(parents=True, exist_ok=True)
    home = plone_home(SIZE)
    server = plone(SIZE)
    run([sys.executable, HERE / "fill_toolkit.py", home])
    told = json.loads(Path(home, "told.json").read_text("utf-8"))
    with server.running():
        pages = pages_of(server)
        measure(list(pages.values()))
    text = "\n".join([machine(), "", *table(pages, told)])
    Path(BENCH, "toolkit.md").write_text(f"{text}\n")
    print(text)


if __name__ == "__main__":
    main()
