"""How fast the pages of the directory are, side by side with what else there is.

Usage: bench.py [--fresh]. The first run fills the databases in var/bench/, which takes
a quarter of an hour; later runs use them again, unless --fresh is given. The table goes
to the terminal and to var/bench/table.md. Nothing is asserted: docs/benchmarks.md tells
what the figures mean.
"""

from hashlib import sha256
from measuring import answer
from measuring import measure
from measuring import Page
from servers import all_running
from servers import BENCH
from servers import bytes_server
from servers import HERE
from servers import plone
from servers import plone_home
from servers import run
from servers import Server
from servers import wagtail
from servers import wagtail_python
from servers import wagtail_settings
from tables import machine
from tables import tables

import shutil
import sys


FEW, MANY = 100, 10_000
UV = "uv"

JSON = "application/json"
PROFILE = "/gastvrij/groepen/groep-7"
GEOJSON = "/gastvrij/groepen/@groups-geojson"

# what a visitor asks: key, name, address, what is accepted
PAGES = (
    ("list", "list of groups", "/gastvrij/groepen", "text/html"),
    (
        "activity",
        "list, one activity",
        "/gastvrij/groepen?activity=housing",
        "text/html",
    ),
    ("near", "groups near 9050", "/gastvrij/groepen?place=9050", "text/html"),
    ("map", "map", "/gastvrij/groepen/map", "text/html"),
    ("profile", "profile of a group", PROFILE, "text/html"),
)
SERVICES = (
    ("@groups", "@groups", "/gastvrij/groepen/@groups", JSON),
    (
        "@groups near",
        "@groups?place=9050",
        "/gastvrij/groepen/@groups?place=9050",
        JSON,
    ),
    ("@geojson", "@groups-geojson", GEOJSON, JSON),
)
WAGTAIL = (
    ("list", "list of groups", "/groepen/"),
    ("activity", "list, one activity", "/groepen/?activity=housing"),
    ("near", "list, one municipality", "/groepen/?municipality=44021"),
    ("profile", "page of a group", "/groepen/groep-7/"),
    ("@geojson", "GeoJSON", "/geojson"),
)


def prepare(size: int) -> None:
    """Fill the databases of our site, unless that was done before."""
    groups = BENCH / f"groups-{size}.json"
    if not groups.is_file():
        run([sys.executable, HERE / "groups.py", str(size), groups])
    home = plone_home(size)
    stamp, wanted = home / "filled.txt", profile_fingerprint()
    if not stamp.is_file() or stamp.read_text() != wanted:
        print(f"Filling our site with {size} groups", flush=True)
        plone(size)
        run([sys.executable, HERE / "fill_plone.py", home, groups])
        stamp.write_text(wanted)


def prepare_wagtail(size: int) -> None:
    """Fill the database of the Wagtail site, unless that was done before."""
    groups = BENCH / f"groups-{size}.json"
    if not (BENCH / f"wagtail-{size}.txt").is_file():
        print(f"Filling the Wagtail site with {size} groups", flush=True)
        (BENCH / f"wagtail-{size}.sqlite3").unlink(missing_ok=True)
        fill = HERE / "bare_wagtail" / "fill.py"
        run([wagtail_python(), fill, groups], **wagtail_settings(size))
        (BENCH / f"wagtail-{size}.txt").touch()


def profile_fingerprint() -> str:
    """Return what changes when a site has to be brought up to date."""
    files = sorted((HERE.parent / "profiles" / "default").rglob("*.xml"))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def install_wagtail() -> None:
    """Make Wagtail's virtual environment, unless it is there."""
    wanted = HERE / "bare_wagtail" / "requirements.txt"
    venv = BENCH / "wagtail-venv"
    made = venv / "requirements.txt"
    if made.is_file() and made.read_text() == wanted.read_text():
        return
    print("Installing Wagtail", flush=True)
    uv = str(HERE.parent / ".venv" / "bin" / UV)
    run([uv, "venv", "--quiet", "--clear", venv])
    run([uv, "pip", "install", "--quiet", "--python", wagtail_python(), "-r", wanted])
    shutil.copy(wanted, made)


def pages_of(ours: Server) -> dict[str, Page]:
    """Return the pages to ask of our site, by key."""
    pages = {
        "ok": Page("the lightest answer, @@ok", ours, "/gastvrij/@@ok"),
        "document cold": Page(
            "a plain Document, cold", ours, "/gastvrij/pagina", is_cold=True
        ),
    }
    for key, name, path, accept in PAGES + SERVICES:
        pages[key] = Page(name, ours, path, accept=accept)
    for key, name, path, accept in PAGES:
        pages[f"{key} cold"] = Page(f"{name}, cold", ours, path, True, accept)
    return pages


def pages_of_wagtail(theirs: Server) -> dict[str, Page]:
    """Return the pages to ask of the Wagtail site, by key."""
    return {
        f"wagtail {key}": Page(f"Wagtail: {name}", theirs, path)
        for key, name, path in WAGTAIL
    }


def main(*options: str) -> None:
    """Prepare, measure and print."""
    BENCH.mkdir(parents=True, exist_ok=True)
    if "--fresh" in options:
        shutil.rmtree(BENCH)
        BENCH.mkdir()
    install_wagtail()
    for size in (FEW, MANY):
        prepare(size)
    prepare_wagtail(FEW)
    ours = {size: plone(size) for size in (FEW, MANY)}
    theirs = wagtail(FEW)
    with all_running([*ours.values(), theirs]):
        print("Measuring", flush=True)
        features, etag = answer(ours[MANY], GEOJSON, JSON)
        file = BENCH / "features.json"
        file.write_bytes(features)
        bare = bytes_server(file)
        sizes = {size: pages_of(ours[size]) for size in (FEW, MANY)}
        sizes[FEW] |= pages_of_wagtail(theirs)
        sizes[MANY]["bytes"] = Page("bare waitress, the same bytes", bare, "/")
        sizes[MANY]["unchanged"] = Page(
            "@groups-geojson, unchanged",
            ours[MANY],
            GEOJSON,
            accept=JSON,
            status=304,
            etag=etag,
        )
        with bare.running():
            measure([page for pages in sizes.values() for page in pages.values()])
    run([sys.executable, HERE / "nearest.py", BENCH / f"groups-{MANY}.json"])
    nearest = float((BENCH / "nearest.txt").read_text())
    text = "\n".join([machine(), *tables(sizes[FEW], sizes[MANY], nearest)])
    (BENCH / "table.md").write_text(f"{text}\n")
    print(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
