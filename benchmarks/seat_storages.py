"""The databases in which seats are sold: of one process, or of two that share one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from servers import BENCH
from servers import free_port
from servers import plone_home
from time import monotonic
from time import sleep

import os
import shutil
import socket
import subprocess
import sys


PATIENCE = 120
# an empty database for it, as psycopg2 is told of it; without it there are none
POSTGRES = os.environ.get("SEATS_POSTGRES", "")

IN_A_FILE = """<blobstorage>
    blob-dir {home}/blobs
    <filestorage>
      path {home}/Data.fs
    </filestorage>
  </blobstorage>"""
OVER_ZEO = """<zeoclient>
    server 127.0.0.1:{port}
    storage 1
    name {home.name}
    shared-blob-dir off
    blob-dir {home}/blobs
  </zeoclient>"""
IN_POSTGRES = """%import relstorage
  <relstorage>
    keep-history false
    shared-blob-dir off
    blob-dir {home}/blobs
    <postgresql>
      dsn {dsn}
    </postgresql>
  </relstorage>"""


@dataclass(frozen=True)
class Storage:
    """Where seats are kept: how the configuration of a process says it."""

    name: str
    homes: tuple[str, ...]
    section: str

    def configured(self, home: Path, text: str) -> str:
        """Return the configuration of a process with this database in it."""
        before, rest = text.split("<blobstorage>")
        after = rest.split("</blobstorage>")[1]
        section = self.section.replace("{home.name}", home.name)
        return f"{before}{section.replace('{home}', str(home))}{after}"


@contextmanager
def in_a_file() -> Iterator[Storage]:
    """Keep them in a file of one process."""
    yield Storage("one process, FileStorage", new_homes("file"), IN_A_FILE)


@contextmanager
def over_zeo() -> Iterator[Storage]:
    """Keep them in an empty database that ZEO serves to two processes."""
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
            section = OVER_ZEO.replace("{port}", str(port))
            yield Storage("two processes, ZEO", new_homes("zeo-a", "zeo-b"), section)
        finally:
            process.terminate()
            process.wait(PATIENCE)


@contextmanager
def in_postgres() -> Iterator[Storage]:
    """Keep them in PostgreSQL, of two processes."""
    section = IN_POSTGRES.replace("{dsn}", POSTGRES)
    homes = new_homes("postgres-a", "postgres-b")
    yield Storage("two processes, RelStorage on PostgreSQL", homes, section)


def new_homes(*names: str) -> tuple[str, ...]:
    """Return the names of processes, of which nothing is left from the last time."""
    homes = tuple(f"seats-{name}" for name in names)
    for home in homes:
        shutil.rmtree(plone_home(home), ignore_errors=True)
    return homes


def wait_for(port: int) -> None:
    """Wait until somebody listens on a port."""
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline:
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.2)
    raise SystemExit(f"nobody listens on port {port}: see the logs in var/bench")
