"""The desk says in one sentence what is wrong with due tasks, and else nothing."""

from datetime import datetime
from datetime import UTC
from gastvrij.due import run
from gastvrij.due.history import LATE
from gastvrij.due.notices import run_notices

import pytest


NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
SECRETARIAT = frozenset({"Member", "Secretariat"})


def notices(portal, now=NOW, roles=SECRETARIAT):
    """Return the notices for somebody, as id, tone and page."""
    found = run_notices.for_user(portal, "an", roles, now)
    return [(str(each.text), each.tone, each.url.rsplit("/")[-1]) for each in found]


def test_nothing_is_said_while_all_goes_well(portal, configured):
    run(portal, NOW)
    assert notices(portal, NOW + LATE) == []


def test_site_that_stands_still_is_told(portal, configured):
    told = [("due_notice_stands_still", "error", "due-tasks")]
    assert notices(portal) == told
    run(portal, NOW)
    assert notices(portal, NOW + 2 * LATE) == told


def test_site_without_address_is_told(portal, configured):
    configured["public-url"] = ""
    run(portal, NOW)
    assert notices(portal) == [("due_notice_no_address", "error", "due-tasks")]


def test_task_that_failed_is_told(portal, configured, offer):
    def fail(site, now):
        raise OSError

    offer("a.fails", fail)
    run(portal, NOW)
    assert notices(portal) == [("due_notice_failed", "attention", "due-tasks")]


@pytest.mark.parametrize("role", ["Anonymous", "Member", "Board Member", "Editor"])
def test_others_are_not_bothered(portal, configured, role):
    assert notices(portal)
    assert notices(portal, roles=frozenset({role, "Authenticated"})) == []
