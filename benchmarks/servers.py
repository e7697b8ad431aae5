"""The servers that are measured: each a process of its own with one thread."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import ExitStack
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

import os
import socket
import subprocess
import sys
import time


HERE = Path(__file__).parent
ROOT = HERE.parent
BENCH = ROOT / "var" / "bench"
PATIENCE = 300

ZOPE_CONF = """
instancehome {home}
clienthome {home}/var
max-conflict-retries 5
<environment>
  zope_i18n_compile_mo_files true
  CHAMELEON_CACHE {home}/var
</environment>
<zodb_db main>
  mount-point /
  cache-size 60000
  <blobstorage>
    blob-dir {home}/blobs
    <filestorage>
      path {home}/Data.fs
    </filestorage>
  </blobstorage>
</zodb_db>
"""

WSGI_INI = """
[server:main]
use = egg:waitress#main
listen = 127.0.0.1:{port}
threads = 1

[app:zope]
use = egg:Zope#main
zope_conf = {home}/etc/zope.conf

[pipeline:main]
pipeline =
    egg:Zope#httpexceptions
    zope
"""


@dataclass
class Server:
    """A program that listens on a port of this machine."""

    name: str
    command: list[str | Path]
    port: int
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen | None = None

    @property
    def work(self) -> float:
        """How long it has kept a processor busy until now, in milliseconds."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6

    @contextmanager
    def running(self) -> Iterator["Server"]:
        """Start it, and end it afterwards; its words go to a file in var/bench."""
        with (BENCH / f"{self.name}.log").open("wb") as log:
            self.process = subprocess.Popen(  # noqa: S603, our own programs
                self.command,
                cwd=BENCH,
                env=os.environ | self.environment,
                stdout=log,
                stderr=log,
            )
            try:
                self._wait()
                yield self
            finally:
                self.process.terminate()
                self.process.wait(PATIENCE)

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            with socket.socket() as door:
                if door.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.2)
        raise SystemExit(f"{self.name} did not start: see var/bench/{self.name}.log")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def run(command: list[str | Path], **environment: str) -> None:
    """Run a program to its end; stops the benchmark when it fails."""
    done = subprocess.run(  # noqa: S603, our own programs
        command, cwd=BENCH, env=os.environ | environment, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed")


def plone_home(size: int) -> Path:
    """Return the folder of our site with so many groups."""
    return BENCH / f"plone-{size}"


def plone(size: int) -> Server:
    """Return the server of our site with so many groups, configured on a free port."""
    home, port = plone_home(size), free_port()
    for folder in ("etc", "var", "blobs"):
        (home / folder).mkdir(parents=True, exist_ok=True)
    (home / "etc" / "zope.conf").write_text(ZOPE_CONF.format(home=home))
    (home / "etc" / "wsgi.ini").write_text(WSGI_INI.format(home=home, port=port))
    site_zcml = (ROOT / "parts" / "instance" / "etc" / "site.zcml").read_text()
    (home / "etc" / "site.zcml").write_text(site_zcml)
    serve = "import sys; from Zope2.Startup.serve import main; sys.exit(main())"
    command = [sys.executable, "-c", serve, home / "etc" / "wsgi.ini"]
    return Server(home.name, command, port)


def wagtail_python() -> Path:
    """Return the Python of Wagtail's virtual environment."""
    return BENCH / "wagtail-venv" / "bin" / "python"


def wagtail_settings(size: int) -> dict[str, str]:
    """Return the environment in which the Wagtail site runs."""
    return {
        "BENCH_DATABASE": str(BENCH / f"wagtail-{size}.sqlite3"),
        "DJANGO_SETTINGS_MODULE": "bare_wagtail.settings",
        "PYTHONPATH": str(HERE),
    }


def wagtail(size: int) -> Server:
    """Return the server of the Wagtail site with so many groups."""
    port = free_port()
    serve = wagtail_python().with_name("waitress-serve")
    command = [serve, "--threads=1", f"--listen=127.0.0.1:{port}"]
    return Server(
        f"wagtail-{size}",
        [*command, "bare_wagtail.wsgi:application"],
        port,
        wagtail_settings(size),
    )


def bytes_server(file: Path) -> Server:
    """Return bare waitress, which serves the bytes of one file at every address."""
    port = free_port()
    command = [sys.executable, HERE / "serve_bytes.py", str(port), file]
    return Server("bytes", command, port)


@contextmanager
def all_running(servers: list[Server]) -> Iterator[None]:
    """Start all servers, and end them afterwards."""
    with ExitStack() as stack:
        for server in servers:
            stack.enter_context(server.running())
        yield
