"""One process at a time runs the due tasks; one that died is not waited for long."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.due.guard import AlreadyRunning
from gastvrij.due.guard import hold
from gastvrij.due.guard import Lease
from gastvrij.due.guard import LEASE_OF
from gastvrij.due.guard import LENGTH
from gastvrij.due.guard import let_go
from gastvrij.due.guard import REST
from gastvrij.due.guard import Runner
from gastvrij.due.guard import this_process
from storages import BareSite
from storages import Storage

import os
import pytest
import subprocess
import sys


NOW = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)
ONE = Runner("one.example.org", 1, "a")
OTHER = Runner("other.example.org", 2, "b")


@pytest.fixture
def site():
    """Return a site in no database."""
    return BareSite()


def test_lease_keeps_others_out_until_it_is_over(site):
    hold(site, ONE, NOW)
    with pytest.raises(AlreadyRunning):
        hold(site, OTHER, NOW + LENGTH - MOMENT)
    hold(site, OTHER, NOW + LENGTH)
    with pytest.raises(AlreadyRunning):
        hold(site, ONE, NOW + LENGTH)


def test_lease_is_renewed_now_and_then(site):
    hold(site, ONE, NOW)
    until = site[LEASE_OF].until
    hold(site, ONE, until - REST)
    assert site[LEASE_OF].until == until
    hold(site, ONE, until - REST + MOMENT)
    assert site[LEASE_OF].until == until - REST + MOMENT + LENGTH


def test_lease_that_was_given_back_is_free(site):
    hold(site, ONE, NOW)
    let_go(site, OTHER)
    with pytest.raises(AlreadyRunning):
        hold(site, OTHER, NOW)
    let_go(site, ONE)
    hold(site, OTHER, NOW)


def test_giving_back_what_nobody_has_writes_nothing(site):
    let_go(site, ONE)
    assert dict(site) == {}


def ended_process():
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_lease_of_a_process_that_died_here_is_taken_over_at_once(site):
    me = this_process()
    hold(site, Runner(me.host, ended_process(), "x"), NOW)
    hold(site, me, NOW)
    assert site[LEASE_OF].runner == me


def test_lease_of_an_earlier_process_with_our_number_is_taken_over(site):
    # in a container every start has the same name and number
    me = this_process()
    hold(site, Runner(me.host, me.process, "before"), NOW)
    hold(site, me, NOW)


@pytest.mark.parametrize("process", [os.getppid(), 1])
def test_lease_of_a_living_process_is_left_alone(site, process):
    me = this_process()
    hold(site, Runner(me.host, process, "x"), NOW)
    with pytest.raises(AlreadyRunning):
        hold(site, me, NOW)


def test_lease_of_another_machine_is_waited_for(site):
    me = this_process()
    hold(site, Runner("other.example.org", me.process, "x"), NOW)
    with pytest.raises(AlreadyRunning):
        hold(site, me, NOW)


@pytest.fixture
def storage(tmp_path):
    """Return a site in a database on disk."""
    storage = Storage(tmp_path / "Data.fs")
    yield storage
    storage.db.close()


class MergingLease(Lease):
    """A lease as a BTree would keep it: two who write it at once do not conflict."""

    def _p_resolveConflict(self, old, saved, new):
        return new


def rush(storage, kind):
    """Have six processes take a free lease at once; return how many got it."""

    def prepare(site):
        site[LEASE_OF] = kind()

    storage.do(prepare)
    runners = iter([Runner(f"host{n}", n, "x") for n in range(99)])

    def take(site):
        try:
            hold(site, next(runners), NOW)
        except AlreadyRunning:
            return False
        return True

    return sum(storage.do_at_once(take, 6))


def test_one_of_many_processes_at_once_gets_the_lease(storage):
    assert [rush(storage, Lease) for _ in range(3)] == [1, 1, 1]


def test_many_get_a_lease_that_merges(storage):
    # the control
    assert rush(storage, MergingLease) > 1
