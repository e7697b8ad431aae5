"""Due tasks run each on its own, once at a time, and what came of them is kept."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.due import run
from gastvrij.due.attempts import TRIES
from gastvrij.due.everywhere import run_everywhere
from gastvrij.due.guard import AlreadyRunning
from gastvrij.due.history import last_run
from gastvrij.due.history import LATE
from gastvrij.due.history import SILENCE
from gastvrij.due.runner import give_back
from threading import Event
from threading import Thread
from ZODB.POSException import ConflictError
from zope.annotation.interfaces import IAnnotations

import logging
import pytest
import transaction


NOW = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
MARK = "test.due"


def mark(site, text):
    """Write something on the site that a reader of the database sees."""
    IAnnotations(site)[MARK] = (*IAnnotations(site).get(MARK, ()), text)


def marks(portal):
    """Return what is written on the site in the database."""
    transaction.begin()
    return IAnnotations(portal).get(MARK, ())


def marking(text, count=1):
    """Return a rule that writes something."""

    def rule(site, now):
        mark(site, text)
        return count

    return rule


def failing(site, now):
    """Write something, and fail."""
    mark(site, "failed")
    raise ValueError("no letter for An <an@example.org>, sorry")


def report_of(reports, name):
    """Return the report of one task."""
    return next(report for report in reports if report.task == name)


def test_task_that_fails_is_undone_and_the_others_go_on(portal, offer):
    offer("a.first", marking("first", 2))
    offer("b.fails", failing)
    offer("c.last", marking("last", 0))
    reports = run(portal, NOW)
    assert marks(portal) == ("first", "last")
    assert report_of(reports, "a.first").done == 2
    assert report_of(reports, "b.fails").error.startswith("ValueError: no letter")
    assert report_of(reports, "c.last").error == ""


def test_names_and_addresses_of_people_stay_out_of_reports_and_log(
    portal, offer, caplog
):
    offer("b.fails", failing)
    with caplog.at_level(logging.INFO):
        (report,) = [r for r in run(portal, NOW) if r.task == "b.fails"]
    kept = repr(vars(last_run(portal))) + report.error + caplog.text
    assert "no letter for An <...@...>, sorry" in report.error
    assert "ValueError" in caplog.text
    assert "an@example.org" not in kept


def test_task_is_tried_again_when_it_conflicts(portal, offer):
    tries = []

    def conflicting(site, now):
        mark(site, f"try {len(tries)}")
        tries.append(now)
        if len(tries) < TRIES:
            raise ConflictError
        return 1

    offer("a.conflicts", conflicting)
    assert report_of(run(portal, NOW), "a.conflicts").done == 1
    assert marks(portal) == (f"try {TRIES - 1}",)


def test_task_that_always_conflicts_is_given_up(portal, offer):
    def conflicting(site, now):
        raise ConflictError

    offer("a.conflicts", conflicting)
    offer("b.other", marking("other"))
    reports = run(portal, NOW)
    assert report_of(reports, "a.conflicts").error.startswith("ConflictError")
    assert marks(portal) == ("other",)


def test_what_was_changed_before_is_kept(portal, offer):
    mark(portal, "before")
    offer("a.task", marking("task"))
    run(portal, NOW)
    assert marks(portal) == ("before", "task")


def test_task_that_missed_three_days_does_its_work_once(portal, offer):
    due = NOW + timedelta(days=1)

    def send_when_due(site, now):
        if due > now or "letter" in IAnnotations(site).get(MARK, ()):
            return 0
        mark(site, "letter")
        return 1

    offer("a.letter", send_when_due)
    moments = [NOW, due + timedelta(days=3), due + timedelta(days=3), due + 9 * LATE]
    done = [report_of(run(portal, moment), "a.letter").done for moment in moments]
    assert done == [0, 1, 0, 0]
    assert marks(portal) == ("letter",)


def test_history_tells_the_last_run_and_when_there_was_something_to_do(portal, offer):
    counts = iter([3, 0])
    offer("a.task", lambda site, now: next(counts))
    assert last_run(portal).moment is None
    run(portal, NOW)
    run(portal, NOW + SILENCE)
    history = last_run(portal)
    assert history.moment == NOW + SILENCE
    assert history.latest["a.task"].done == 0
    assert (history.fruitful["a.task"].done, history.fruitful["a.task"].moment) == (
        3,
        NOW,
    )


def test_run_is_late_after_an_hour(portal):
    assert last_run(portal).is_late(NOW)
    run(portal, NOW)
    assert not last_run(portal).is_late(NOW + LATE)
    assert last_run(portal).is_late(NOW + LATE + timedelta(seconds=1))


def test_run_in_which_nothing_happens_writes_nothing_for_a_while(portal, offer):
    offer("a.idle", lambda site, now: 0)
    storage = portal._p_jar.db().storage
    run(portal, NOW)
    before = storage.lastTransaction()
    run(portal, NOW + SILENCE - timedelta(seconds=1))
    assert storage.lastTransaction() == before
    run(portal, NOW + SILENCE)
    assert storage.lastTransaction() != before


def test_error_that_is_over_is_no_longer_told(portal, offer):
    troubles = iter([ValueError("x"), None])

    def fails_once(site, now):
        if trouble := next(troubles):
            raise trouble
        return 0

    offer("a.task", fails_once)
    run(portal, NOW)
    assert last_run(portal).latest["a.task"].error == "ValueError: x"
    run(portal, NOW + timedelta(minutes=1))
    assert last_run(portal).latest["a.task"].error == ""


def test_two_threads_never_run_at_once(portal, offer, configured):
    began, go_on = Event(), Event()

    def slow(site, now):
        began.set()
        go_on.wait(timeout=30)
        mark(site, "slow")
        return 1

    offer("a.slow", slow)
    db = portal._p_jar.db()
    thread = Thread(target=run_everywhere, args=(db, NOW))
    thread.start()
    assert began.wait(timeout=30)
    try:
        with pytest.raises(AlreadyRunning):
            run(portal, NOW)
    finally:
        go_on.set()
        thread.join(timeout=30)
    assert marks(portal) == ("slow",)
    run(portal, NOW)
    give_back(portal)
