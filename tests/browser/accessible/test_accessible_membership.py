"""Every page of membership: WCAG 2.2 A and AA, nothing to the side."""

from accessibility import look
from accessibility import look_at_shown
from applications import make_application
from datetime import datetime
from datetime import UTC
from gastvrij.links.ledger import issue
from gastvrij.membership.letter_parts import CONFIRM
from gastvrij.membership.letter_parts import STATUS
from gastvrij.membership.letter_parts import STATUS_LIFETIME

import pytest
import transaction


DESK = "/lid-worden"
PUBLIC = (
    DESK,
    f"{DESK}/discuss",
    f"{DESK}/documents",
    f"{DESK}/paper-form",
    f"{DESK}/apply",
    f"{DESK}/sent",
    f"{DESK}/status?token=oud",
    f"{DESK}/confirm?token=oud",
)
OFFICE = (
    DESK,
    f"{DESK}/documents",
    f"{DESK}/add-document",
    f"{DESK}/applications",
    f"{DESK}/on-paper",
    f"{DESK}/board",
    f"{DESK}/board-sheet",
)
# those between which the forms of the page differ
STATES = ("submitted", "in_review", "ready_for_board", "approved")


@pytest.fixture
def application(demo):
    """Return a function that makes an application in a state."""

    def make(state, **others):
        made = make_application(demo["portal"], state, **others)
        transaction.commit()
        return made

    return make


@pytest.mark.parametrize("path", PUBLIC)
def test_page_for_everyone(page_of, site, path):
    assert look(page_of("visitor"), f"{site}{path}") == {}


def press(page, name):
    """Press a button of the content."""
    page.locator("main").get_by_role("button", name=name, exact=True).last.click()
    page.wait_for_load_state()


def test_each_page_of_the_form_also_when_something_is_wrong(page_of, site):
    page = page_of("visitor")
    page.goto(f"{site}{DESK}/apply")
    press(page, "Verder")
    assert look_at_shown(page) == {}
    page.fill("#group_name", "Open Poort")
    page.get_by_label("Wij starten een nieuwe groep").check()
    page.get_by_label("Feitelijke vereniging", exact=True).check()
    page.fill("#postal_code", "9140")
    press(page, "Verder")
    assert look_at_shown(page) == {}
    press(page, "Verder")
    assert look_at_shown(page) == {}
    page.get_by_label("Wonen").check()
    press(page, "Verder")
    assert look_at_shown(page) == {}
    page.fill("#contact_name", "Ann Peeters")
    page.fill("#contact_email", "geen adres")
    press(page, "Verder")
    assert look_at_shown(page) == {}
    page.fill("#contact_email", "ann.peeters@example.org")
    press(page, "Verder")
    assert look_at_shown(page) == {}
    press(page, "Verder")
    assert look_at_shown(page) == {}


@pytest.mark.parametrize("state", ["waiting_for_applicant", "rejected"])
def test_page_of_the_applicant(page_of, site, demo, application, state):
    thing, now = application(state).UID(), datetime.now(UTC)
    token = issue(demo["portal"], STATUS, thing, now, STATUS_LIFETIME, single=False)
    transaction.commit()
    assert look(page_of("visitor"), f"{site}{DESK}/status?token={token}") == {}


def test_page_that_confirms_the_address(page_of, site, demo, application):
    thing, now = application("unconfirmed").UID(), datetime.now(UTC)
    token = issue(demo["portal"], CONFIRM, thing, now, STATUS_LIFETIME)
    transaction.commit()
    assert look(page_of("visitor"), f"{site}{DESK}/confirm?token={token}") == {}


@pytest.mark.parametrize("state", STATES)
def test_page_of_an_application(page_of, site, application, state):
    made = application(state, may_inform_neighbours=True)
    assert look(page_of("secretariat"), f"{site}{DESK}/{made.getId()}") == {}


def test_pages_of_the_secretariat(page_of, site, application):
    for state in ("unconfirmed", "starting_up", "rejected"):
        application(state)
    for path in OFFICE:
        assert look(page_of("secretariat"), f"{site}{path}") == {}


def test_pages_of_the_board(page_of, site, application):
    made = [application(state) for state in ("ready_for_board", "postponed")]
    for path in (f"{DESK}/board", f"{DESK}/board-sheet"):
        assert look(page_of("board"), f"{site}{path}") == {}
    for each in made:
        assert look(page_of("board"), f"{site}{DESK}/{each.getId()}") == {}
