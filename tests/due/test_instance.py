"""Due tasks in a real instance: its clock, and the console script beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.due.guard import LEASE_OF
from gastvrij.due.history import History
from gastvrij.due.history import last_run
from gastvrij.due.secret import FILE
from gastvrij.links.forgetting import LINK_REMEMBERED
from gastvrij.links.ledger import issue
from gastvrij.links.ledger import LINKS
from pathlib import Path
from typing import Any
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from zope.annotation.attribute import AttributeAnnotations

import os
import pytest
import signal
import socket
import subprocess
import sys
import time


pytestmark = pytest.mark.unmeasured

ROOT = Path(__file__).parents[2]
PATIENCE = 120

ZOPE_CONF = """
instancehome {home}
clienthome {home}/var
<zodb_db main>
  mount-point /
  <filestorage>
    path {home}/Data.fs
  </filestorage>
</zodb_db>
<product-config gastvrij>
  due-every 1
  public-url https://www.example.org/{{site}}
</product-config>
"""

WSGI_INI = """
[server:main]
use = egg:waitress#main
listen = 127.0.0.1:{port}

[app:main]
use = egg:Zope#main
zope_conf = {home}/etc/zope.conf

[loggers]
keys = root

[handlers]
keys = console

[formatters]
keys =

[logger_root]
level = INFO
handlers = console

[handler_console]
class = StreamHandler
args = (sys.stderr,)
"""

CREATE = """
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from Testing.makerequest import makerequest
from plone.distribution.api.site import create
from plone.restapi.interfaces import IPloneRestapiLayer
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
from Zope2.Startup.run import configure_wsgi
import sys, transaction, Zope2
configure_wsgi(sys.argv[1])
app = makerequest(Zope2.app())
newSecurityManager(None, system)
alsoProvides(app.REQUEST, IPloneRestapiLayer)
setRequest(app.REQUEST)
create(app, "gastvrij", {"site_id": "net", "title": "Net", "setup_content": False})
transaction.commit()
"""


@dataclass
class Instance:
    """An instance in a folder of its own."""

    home: Path
    port: int
    process: Any = None

    @property
    def zope_conf(self) -> str:
        """Its configuration."""
        return str(self.home / "etc" / "zope.conf")

    def python(self, *arguments: str, **options: Any) -> Any:
        """Begin a Python with the packages of this one; logs go to a file."""
        path = os.pathsep.join(filter(None, sys.path))
        environment = {**os.environ, "PYTHONPATH": path}
        return subprocess.Popen(
            [sys.executable, *arguments], cwd=self.home, env=environment, **options
        )

    def create(self) -> None:
        """Make the configuration, the database and a site in it."""
        for folder in ("etc", "var"):
            (self.home / folder).mkdir()
        conf = ZOPE_CONF.format(home=self.home)
        (self.home / "etc" / "zope.conf").write_text(conf)
        wsgi = WSGI_INI.format(home=self.home, port=self.port)
        (self.home / "etc" / "wsgi.ini").write_text(wsgi)
        site_zcml = ROOT / "parts" / "instance" / "etc" / "site.zcml"
        (self.home / "etc" / "site.zcml").write_text(site_zcml.read_text())
        assert self.python("-c", CREATE, self.zope_conf).wait(PATIENCE) == 0

    def start(self) -> None:
        """Begin to serve; return when a request is answered."""
        serve = "import sys; from Zope2.Startup.serve import main; sys.exit(main())"
        wsgi = str(self.home / "etc" / "wsgi.ini")
        with (self.home / "log.txt").open("ab") as log:
            self.process = self.python("-c", serve, wsgi, stdout=log, stderr=log)
        wait_until(self.is_up, self.log)

    def is_up(self) -> bool:
        """Whether the instance listens."""
        assert self.process.poll() is None, self.log()
        with socket.socket() as door:
            door.settimeout(1)
            return door.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self) -> int:
        """End it as `bin/instance stop` does; return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)

    def console(self) -> tuple[int, str]:
        """Run the console script; return its exit code and what it says."""
        arguments = ["-m", "gastvrij.due.console", "-C", self.zope_conf]
        script = self.python(*arguments, stdout=subprocess.PIPE, text=True)
        said, _ = script.communicate(timeout=PATIENCE)
        return script.returncode, said

    def log(self) -> str:
        """What it printed."""
        return (self.home / "log.txt").read_text()

    @contextmanager
    def site(self) -> Iterator[Any]:
        """Open the database of a stopped instance: yield what is kept on the site."""
        db = DB(FileStorage(str(self.home / "Data.fs")))
        with db.transaction() as connection:
            site = connection.root()["Application"]._getOb("net")
            yield AttributeAnnotations(site)
        db.close()


def wait_until(condition: Any, explain: Any) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, explain()
        time.sleep(0.1)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def issue_old_link(site: Any) -> None:
    """Keep a link that should have been forgotten three days ago."""
    long_ago = datetime.now(UTC) - LINK_REMEMBERED - timedelta(days=3)
    issue(site, "confirm", "g1", long_ago, timedelta())


@pytest.fixture(scope="module")
def instance(tmp_path_factory) -> Iterator[Instance]:
    """Return an instance with a site, stopped, with work that was missed."""
    instance = Instance(tmp_path_factory.mktemp("instance"), free_port())
    instance.create()
    with instance.site() as site:
        issue_old_link(site)
    yield instance
    if instance.process and instance.process.poll() is None:
        instance.process.kill()


def forgotten(history: History) -> int:
    """Return how many links were forgotten when there last were any."""
    report = history.fruitful.get("links.forget")
    return report.done if report else 0


def test_instance_does_by_itself_what_was_missed(instance):
    instance.start()
    wait_until(lambda: "Due task links.forget: 1 done" in instance.log(), instance.log)
    code, said = instance.console()
    assert code == 0, said
    assert said.startswith("/net: ")
    assert ", 0 failed" in said
    assert "links.forget" not in said, "it was done already"
    assert oct((instance.home / "var" / FILE).stat().st_mode & 0o777) == "0o600"
    assert instance.stop() == 0
    with instance.site() as site:
        assert len(site[LINKS]) == 0
        assert forgotten(last_run(site)) == 1
        assert site[LEASE_OF].runner is None
        issue_old_link(site)
    assert instance.log().count("links.forget: 1 done") == 1
    assert "Traceback" not in instance.log()


def test_console_script_opens_the_storage_when_no_instance_runs(instance):
    code, said = instance.console()
    assert code == 0, said
    assert "  links.forget: 1 done" in said
    with instance.site() as site:
        assert len(site[LINKS]) == 0
        assert site[LEASE_OF].runner is None


def test_console_script_says_that_the_database_is_in_use(instance):
    storage = FileStorage(str(instance.home / "Data.fs"))
    code, said = instance.console()
    storage.close()
    assert code == 2
    assert "the database is in use, and no instance answers at" in said
