"""A run goes over all sites of an instance that have the add-on."""

from datetime import datetime
from datetime import UTC
from gastvrij.due import everywhere
from gastvrij.due.everywhere import BUSY
from gastvrij.due.everywhere import give_back_everywhere
from gastvrij.due.everywhere import NO_ADDRESS
from gastvrij.due.everywhere import run_everywhere
from gastvrij.due.guard import AlreadyRunning
from gastvrij.due.guard import hold
from gastvrij.due.guard import LEASE_OF
from gastvrij.due.guard import Runner
from gastvrij.due.guard import this_process
from gastvrij.due.history import last_run
from gastvrij.settings.records import settings
from plone.app.testing import applyProfile
from threading import Thread
from zope.annotation.interfaces import IAnnotations

import pytest
import transaction


NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def in_a_thread(act, *arguments, **options):
    """Do something in a thread of its own, as the clock does; return the answer."""
    answers = []
    thread = Thread(target=lambda: answers.append(act(*arguments, **options)))
    thread.start()
    thread.join(timeout=60)
    transaction.begin()
    return answers[0]


def run_all(portal, **options):
    """Run what is due everywhere; return what came of the only site."""
    (outcome,) = in_a_thread(run_everywhere, portal._p_jar.db(), NOW, **options)
    return outcome


def test_site_is_seen_to_at_its_public_address(portal, offer, configured):
    seen = []

    def look(site, now):
        seen.append((site.absolute_url(), now))
        return 1

    offer("a.look", look)
    outcome = run_all(portal)
    assert seen == [("https://www.example.org/plone", NOW)]
    assert (outcome.site, outcome.trouble) == ("/plone", "")
    assert last_run(portal).latest["a.look"].done == 1


def test_address_on_the_control_panel_goes_first(portal, offer, configured):
    seen = []
    offer("a.look", lambda site, now: seen.append(site.absolute_url()) or 0)
    settings().public_url = "https://gastvrij.example.org"
    transaction.commit()
    run_all(portal)
    assert seen == ["https://gastvrij.example.org"]


def test_nothing_is_done_for_a_site_without_a_public_address(portal, offer, caplog):
    offer("a.look", lambda site, now: pytest.fail("it ran"))
    outcome = run_all(portal)
    assert outcome.trouble == NO_ADDRESS
    assert outcome.has_failed
    assert "/plone" in caplog.text
    assert last_run(portal).moment is None


def test_site_without_the_add_on_is_left_alone(portal, offer, configured):
    offer("a.look", lambda site, now: pytest.fail("it ran"))
    applyProfile(portal, "gastvrij:uninstall")
    transaction.commit()
    assert in_a_thread(run_everywhere, portal._p_jar.db(), NOW) == []


@pytest.mark.parametrize(
    ("error", "trouble", "failed"),
    [
        (AlreadyRunning(), BUSY, False),
        (OSError("an@example.org is away"), "OSError: ...@... is away", True),
    ],
)
def test_site_that_cannot_be_seen_to_is_reported(
    portal, configured, monkeypatch, error, trouble, failed
):
    def fail(site, now):
        raise error

    monkeypatch.setattr(everywhere, "run", fail)
    outcome = run_all(portal)
    assert outcome.trouble == trouble
    assert outcome.has_failed is failed


def holder(portal):
    """Return the process that has the lease."""
    transaction.begin()
    return IAnnotations(portal)[LEASE_OF].runner


def test_process_that_goes_on_keeps_the_lease(portal, configured):
    run_all(portal)
    assert holder(portal) == this_process()
    in_a_thread(give_back_everywhere, portal._p_jar.db())
    assert holder(portal) is None


def test_process_that_runs_once_gives_the_lease_back(portal, configured):
    run_all(portal, at_once=True)
    assert holder(portal) is None


def test_another_process_that_has_the_lease_is_not_disturbed(portal, configured, offer):
    offer("a.look", lambda site, now: pytest.fail("it ran"))
    other = Runner("other.example.org", 1, "x")
    hold(portal, other, datetime.now(UTC))
    transaction.commit()
    assert run_all(portal).trouble == BUSY
    assert holder(portal) == other
