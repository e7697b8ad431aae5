"""What the console script finds out, says, and ends with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from gastvrij.due import asking
from gastvrij.due import console
from gastvrij.due.asking import ask
from gastvrij.due.asking import NobodyAnswers
from gastvrij.due.everywhere import BUSY
from gastvrij.due.everywhere import SiteRun
from gastvrij.due.history import Report
from gastvrij.due.instance import Instance
from gastvrij.due.instance import instance_of
from gastvrij.due.instance import NoInstance
from gastvrij.due.secret import FILE
from http.server import BaseHTTPRequestHandler
from http.server import HTTPServer
from pathlib import Path
from threading import Thread

import json
import pytest
import sys


NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)

FINE = SiteRun("/a", [Report("mail.send", NOW, 2), Report("links.forget", NOW)])
FAILED = SiteRun("/b", [Report("mail.send", NOW, error="OSError: away")])
LOST = SiteRun("/c", trouble="OSError: the database is away")
TAKEN = SiteRun("/d", trouble=BUSY)


@pytest.fixture
def zope_conf(tmp_path) -> Path:
    """Return the configuration of an instance that does not run."""
    path = tmp_path / "zope.conf"
    path.write_text(
        f"%define INSTANCEHOME {tmp_path}\ninstancehome $INSTANCEHOME\n"
        "<zodb_db main>\nmount-point /\n<mappingstorage>\n</mappingstorage>\n"
        "</zodb_db>\n"
    )
    (tmp_path / "var").mkdir()
    return path


@pytest.fixture
def call(zope_conf, monkeypatch, capsys):
    """Return a function that runs the script, with what the sites would tell."""

    def run(*runs, arguments=(), conf=None):
        monkeypatch.setattr(console, "runs_of", lambda instance: [*runs])
        monkeypatch.setattr(sys, "argv", ["gastvrij-due", *arguments])
        monkeypatch.delenv("ZOPE_CONF", raising=False)
        code = console.main(str(conf or zope_conf))
        return code, capsys.readouterr().out.splitlines()

    return run


@pytest.mark.parametrize(
    ("runs", "code"),
    [
        ([], console.DONE),
        ([FINE], console.DONE),
        ([FINE, FAILED], console.FAILED),
        ([LOST, FINE], console.FAILED),
        ([TAKEN], console.BUSY),
        ([TAKEN, FAILED], console.FAILED),
    ],
)
def test_exit_code_tells_what_came_of_it(call, runs, code):
    assert call(*runs)[0] == code


def test_script_tells_each_site_and_what_was_done(call):
    assert call(FINE, FAILED, LOST, TAKEN)[1] == [
        "/a: 2 tasks ran, 0 failed",
        "  mail.send: 2 done",
        "/b: 1 tasks ran, 1 failed",
        "  mail.send: failed, OSError: away",
        "/c: OSError: the database is away",
        "/d: another run is going on",
    ]


def test_script_says_that_there_is_no_site(call):
    assert call()[1] == ["No site here has the add-on gastvrij."]


def test_script_names_a_configuration_that_is_not_there(call, tmp_path):
    code, (line,) = call(conf=tmp_path / "nowhere.conf")
    assert code == console.UNREACHABLE
    assert "nowhere.conf cannot be read" in line


def test_script_takes_the_configuration_it_is_given(call, zope_conf, tmp_path):
    arguments = ["--config", str(zope_conf)]
    assert call(FINE, arguments=arguments, conf=tmp_path / "x")[0] == console.DONE


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("listen = 127.0.0.1:8081", "http://127.0.0.1:8081"),
        ("listen = 0.0.0.0:80 [::]:80", "http://127.0.0.1:80"),
        ("listen = *:8080", "http://127.0.0.1:8080"),
        ("listen = [::1]:8083", "http://127.0.0.1:8083"),
        ("fast-listen = localhost:8082", "http://127.0.0.1:8082"),
        ("host = 127.0.0.1\nport = 8084", "http://127.0.0.1:8084"),
        ("threads = 4", ""),
        ("unix_socket = /run/zope.sock", ""),
    ],
)
def test_address_stands_in_the_configuration_of_the_server(zope_conf, line, address):
    zope_conf.with_name("wsgi.ini").write_text(f"[server:main]\n{line}\n")
    instance = instance_of(zope_conf)
    assert instance.address == address
    assert instance.folder == zope_conf.parent / "var"
    assert instance_of(zope_conf, "http://127.0.0.1:1").address == "http://127.0.0.1:1"


@pytest.mark.parametrize("text", ["", "no section", "[app:zope]\nuse = egg:Zope#main"])
def test_instance_without_a_server_of_ours_has_no_address(zope_conf, text):
    zope_conf.with_name("wsgi.ini").write_text(text)
    assert instance_of(zope_conf).address == ""


def test_configuration_that_is_none_is_told(zope_conf):
    zope_conf.write_text("<nonsense>")
    with pytest.raises(NoInstance, match=r"zope\.conf cannot be read"):
        instance_of(zope_conf)


@contextmanager
def answering(code: int, body: str) -> Iterator[tuple[str, list[str]]]:
    """Answer requests; yield the address, and what is sent as the secret."""
    told: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.append(f"{self.path} {self.headers['X-Gastvrij-Secret']}")
            self.send_response(code)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", told
    server.shutdown()
    server.server_close()


@pytest.fixture
def instance(tmp_path) -> Instance:
    """Return an instance with a secret; nothing answers at its address."""
    (tmp_path / FILE).write_text("secret")
    return Instance(tmp_path / "zope.conf", tmp_path, "http://127.0.0.1:9")


def test_running_instance_is_told_the_secret_and_tells_what_it_did(instance):
    report = {"task": "mail.send", "moment": str(NOW), "done": 2, "error": ""}
    body = json.dumps([{"site": "/a", "reports": [report], "trouble": ""}])
    with answering(200, body) as (address, told):
        (run,) = ask(replace(instance, address=address))
    assert told == ["/gastvrij-due secret"]
    assert (run.site, run.reports[0].task, run.reports[0].done) == (
        "/a",
        "mail.send",
        2,
    )
    assert console.code_of([run]) == console.DONE


@pytest.mark.parametrize(
    ("code", "sentence"), [(404, "does not know the secret"), (500, "answered 500")]
)
def test_instance_that_refuses_is_told(instance, code, sentence):
    with (
        answering(code, "") as (address, _),
        pytest.raises(NoInstance, match=sentence),
    ):
        ask(replace(instance, address=address))


def test_nobody_is_asked_where_none_runs(instance):
    for absent in (
        instance,
        replace(instance, address=""),
        replace(instance, folder=instance.folder / "nowhere"),
    ):
        with pytest.raises(NobodyAnswers):
            ask(absent)


def test_secret_is_not_told_to_a_proxy(instance, monkeypatch):
    with answering(200, "[]") as (proxy, told):
        monkeypatch.setenv("http_proxy", proxy)
        with pytest.raises(NobodyAnswers):
            ask(instance)
    assert told == []
    assert asking.PATIENCE > 60


def test_storage_is_opened_where_nobody_answers(instance, monkeypatch):
    def nobody(asked):
        raise NobodyAnswers

    opened = []
    monkeypatch.setattr(console, "ask", nobody)
    monkeypatch.setattr(console, "open_storage", lambda asked: asked)
    monkeypatch.setattr(
        console,
        "run_everywhere",
        lambda db, now, at_once: opened.append((db, at_once)) or [FINE],
    )
    assert console.runs_of(instance) == [FINE]
    assert opened == [(instance, True)]
