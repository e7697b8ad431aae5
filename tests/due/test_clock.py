"""The thread of an instance: it goes on whatever happens, and ends when it is told."""

from gastvrij.due import clock
from gastvrij.due import serving
from gastvrij.due.clock import Clock
from gastvrij.due.guard import LEASE_OF
from gastvrij.due.secret import secret_file
from gastvrij.due.waking import wake
from threading import Event
from zope.annotation.interfaces import IAnnotations
from zope.processlifetime import ProcessStarting

import App.config
import pytest
import signal
import transaction


@pytest.fixture
def instance(monkeypatch, tmp_path):
    """Return the configuration of an instance that has a folder of its own."""
    configuration = App.config.getConfiguration()
    monkeypatch.setattr(configuration, "clienthome", str(tmp_path), raising=False)
    monkeypatch.setattr(configuration, "product_config", {}, raising=False)
    return configuration.product_config


@pytest.fixture
def clocks(monkeypatch):
    """Return the clocks that were started; none of them ticks."""
    started = []
    monkeypatch.setattr(serving.Clock, "start", lambda clock: started.append(clock))
    before = signal.getsignal(signal.SIGTERM)
    yield started
    signal.signal(signal.SIGTERM, before)


def test_clock_goes_on_after_an_error_of_the_database(monkeypatch, caplog):
    runs, enough = [], Event()

    def run(db, now):
        runs.append(now)
        if len(runs) == 3:
            enough.set()
        raise OSError("the database is away")

    monkeypatch.setattr(clock, "run_everywhere", run)
    monkeypatch.setattr(clock, "give_back_everywhere", lambda db: None)
    ticking = Clock(None, 0.01)
    ticking.start()
    assert enough.wait(timeout=30)
    ticking.stop(30)
    assert not ticking.is_alive()
    assert "the database is away" in caplog.text


def test_clock_runs_what_is_due_and_gives_the_lease_back(portal, offer, configured):
    ran = Event()

    def look(site, now):
        ran.set()
        return 1

    offer("a.look", look)
    ticking = Clock(portal._p_jar.db(), 0.01)
    ticking.start()
    assert ran.wait(timeout=30)
    ticking.stop(30)
    assert not ticking.is_alive()
    transaction.begin()
    assert IAnnotations(portal)[LEASE_OF].runner is None


def test_clock_runs_at_once_when_somebody_calls(monkeypatch):
    ran = Event()
    monkeypatch.setattr(clock, "run_everywhere", lambda db, now: ran.set())
    monkeypatch.setattr(clock, "give_back_everywhere", lambda db: None)
    ticking = Clock(None, 3600)
    ticking.start()
    wake()
    assert ran.wait(timeout=30)
    ticking.stop(30)
    assert not ticking.is_alive()


def test_clock_ends_while_it_waits(monkeypatch):
    monkeypatch.setattr(clock, "run_everywhere", lambda db, now: pytest.fail("it ran"))
    monkeypatch.setattr(clock, "give_back_everywhere", lambda db: None)
    ticking = Clock(None, 3600)
    ticking.start()
    ticking.stop(30)
    assert not ticking.is_alive()


def test_instance_that_was_not_asked_for_a_clock_has_none(instance, clocks):
    serving.begin_when_serving(ProcessStarting())
    assert clocks == []
    assert not secret_file().exists()


def test_instance_without_a_clock_can_be_asked_by_the_console_script(instance, clocks):
    instance["gastvrij"] = {"public-url": "https://www.example.org"}
    serving.begin_when_serving(ProcessStarting())
    assert clocks == []
    assert secret_file().stat().st_mode & 0o777 == 0o600


def test_instance_with_a_clock_stops_it_when_it_is_told_to_end(instance, clocks):
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    instance["gastvrij"] = {"due-every": "120"}
    serving.begin_when_serving(ProcessStarting())
    (ticking,) = clocks
    assert ticking.every == 120
    assert ticking.daemon
    stopped = []
    ticking.stop = stopped.append
    with pytest.raises(SystemExit):
        signal.raise_signal(signal.SIGTERM)
    assert stopped == [serving.PATIENCE]


def test_handler_of_somebody_else_is_left_alone(instance, clocks):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    instance["gastvrij"] = {"due-every": "120"}
    serving.begin_when_serving(ProcessStarting())
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("", 0),
        ("0", 0),
        ("120", 120),
        ("0.5", 0.5),
        ("often", 0),
        ("-1", 0),
        ("nan", 0),
        ("inf", 0),
        ("9e99", 0),
    ],
)
def test_what_is_no_number_of_seconds_starts_no_clock(text, every):
    assert serving.seconds(text) == every
