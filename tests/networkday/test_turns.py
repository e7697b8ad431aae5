"""Turns at the seats of a day: in this process and between those of one machine."""

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from gastvrij.networkday import turn_files
from gastvrij.networkday import turns
from gastvrij.networkday.turns import take_turn
from unittest.mock import Mock
from uuid import uuid4

import pytest
import transaction


class Day:
    """All that a turn asks of a day: what it is called, and where it is kept."""

    def __init__(self):
        self.uid = uuid4().hex
        self._p_jar = Mock(**{"db.return_value.storage": object()})

    def UID(self):
        """Return what nobody else is called."""
        return self.uid


@pytest.fixture
def day(monkeypatch, tmp_path):
    """Return a day; nobody has to wait long."""
    monkeypatch.setattr(turns, "PATIENCE", 5.0)
    monkeypatch.setattr(turn_files.tempfile, "gettempdir", lambda: str(tmp_path))
    yield Day()
    transaction.abort()


@pytest.fixture
def somebody():
    """Return a way to let somebody else take a turn, and end it at once."""

    def come(day, end=transaction.abort):
        take_turn(day)
        end()
        return "had a turn"

    with ThreadPoolExecutor(1) as pool:
        yield lambda *who: pool.submit(come, *who)


@pytest.mark.parametrize("end", [transaction.abort, transaction.commit])
def test_others_wait_until_the_transaction_ends(day, somebody, end):
    take_turn(day)
    other = somebody(day)
    with pytest.raises(NotYet):
        other.result(timeout=0.1)
    end()
    assert other.result(timeout=5) == "had a turn"


def test_turn_at_another_day_is_free(day, somebody):
    take_turn(day)
    assert somebody(Day()).result(timeout=5) == "had a turn"


def test_other_processes_of_the_machine_are_waited_for(day, somebody):
    held = turn_files.hold(day.uid, 0)
    other = somebody(day)
    with pytest.raises(NotYet):
        other.result(timeout=0.1)
    turn_files.let_go(held)
    assert other.result(timeout=5) == "had a turn"
    again = turn_files.hold(day.uid, 0)
    assert again is not None
    turn_files.let_go(again)


def test_who_hangs_holds_nobody_off_for_ever(day, somebody, monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 0.05)
    take_turn(day)
    assert somebody(day).result(timeout=5) == "had a turn"
    # who went on without a turn ended nobody's
    assert turn_files.hold(day.uid, 0) is None
    transaction.abort()
    held = turn_files.hold(day.uid, 0)
    assert somebody(day).result(timeout=5) == "had a turn"
    turn_files.let_go(held)


def test_without_a_place_for_its_file_a_turn_is_one_of_this_process(
    day, somebody, monkeypatch, tmp_path
):
    (tmp_path / f"gastvrij-{turn_files.os.geteuid()}").symlink_to(tmp_path)
    assert turn_files.hold(day.uid, 0) is None
    take_turn(day)
    other = somebody(day)
    with pytest.raises(NotYet):
        other.result(timeout=0.1)
    transaction.abort()
    assert other.result(timeout=5) == "had a turn"


def test_turn_ends_when_it_cannot_begin(day, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(turns.transaction, "begin", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            take_turn(day)
    take_turn(day)


def test_client_of_zeo_hears_of_the_others_first(day, monkeypatch):
    heard = []
    storage = Mock(ping=lambda: heard.append("all"))
    day._p_jar.db.return_value.storage = storage
    take_turn(day)
    assert heard == ["all"]
    transaction.abort()
    monkeypatch.setattr(storage, "ping", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        take_turn(day)
    assert turn_files.hold(day.uid, 0) is not None
