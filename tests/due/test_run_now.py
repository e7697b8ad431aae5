"""The console script's door: open to who knows the secret and is on this machine."""

from gastvrij.due import views
from gastvrij.due.secret import make_secret
from gastvrij.due.secret import read_secret
from gastvrij.due.secret import secret_file
from gastvrij.due.views import RunNow
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from types import SimpleNamespace
from zExceptions import NotFound

import App.config
import pytest
import requests
import transaction


@pytest.fixture
def secret(portal, configured, monkeypatch, tmp_path):
    """Return the secret of the instance."""
    configuration = App.config.getConfiguration()
    monkeypatch.setattr(configuration, "clienthome", str(tmp_path), raising=False)
    make_secret()
    return read_secret()


@pytest.fixture
def ask(functional, secret):
    """Return a function that sends a request to the door."""
    address = f"http://{functional['host']}:{functional['port']}/gastvrij-due"

    def send(method="POST", told=secret, **options):
        headers = {} if told is None else {"X-Gastvrij-Secret": told}
        answer = requests.request(
            method, address, headers=headers, timeout=60, **options
        )
        transaction.begin()
        return answer

    return send


def test_who_knows_the_secret_has_the_tasks_run(ask, offer):
    offer("a.counts", lambda site, now: 7)
    answer = ask()
    assert answer.status_code == 200
    (site,) = answer.json()
    assert (site["site"], site["trouble"]) == ("/plone", "")
    assert {"a.counts": 7}.items() <= {
        report["task"]: report["done"] for report in site["reports"]
    }.items()


@pytest.mark.parametrize("told", [None, "", "wrong", "wr\u00f6ng", "x" * 5000])
def test_who_does_not_know_the_secret_finds_nothing(ask, offer, told):
    offer("a.looks", lambda site, now: pytest.fail("it ran"))
    owner = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    told = told and told.encode("latin-1")
    assert ask(told=told).status_code == 404
    assert ask(told=told, auth=owner).status_code == 404


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_nothing_runs_unless_it_is_asked_by_post(ask, offer, method):
    offer("a.looks", lambda site, now: pytest.fail("it ran"))
    assert ask(method).status_code == 404


def test_without_a_secret_nobody_is_let_in(ask):
    secret_file().unlink()
    assert ask(told="").status_code == 404
    secret_file().write_text("")
    assert ask(told="").status_code == 404


@pytest.mark.parametrize(
    ("address", "let_in"),
    [("127.0.0.1", True), ("::1", True), ("10.0.0.7", False), ("", False)],
)
def test_other_machines_are_not_let_in(secret, monkeypatch, address, let_in):
    monkeypatch.setattr(views, "run_everywhere", lambda db, now: [])
    environ = {"REMOTE_ADDR": address, "HTTP_X_GASTVRIJ_SECRET": secret}
    response = SimpleNamespace(setHeader=lambda *header: None)
    request = SimpleNamespace(method="POST", environ=environ, response=response)
    context = SimpleNamespace(_p_jar=SimpleNamespace(db=lambda: None))
    door = RunNow(context, request)
    if let_in:
        assert door() == "[]"
    else:
        with pytest.raises(NotFound):
            door()


def test_secret_is_new_at_every_start_and_for_the_owner_alone(secret):
    secret_file().chmod(0o644)
    make_secret()
    assert read_secret() != secret
    assert len(read_secret()) == 43
    assert secret_file().stat().st_mode & 0o777 == 0o600
