"""Every page of membership at two widths: WCAG 2.2 A and AA, nothing to the side."""

from applications import make_application
from datetime import datetime
from datetime import UTC
from gastvrij.links.ledger import issue
from gastvrij.membership.letter_parts import CONFIRM
from gastvrij.membership.letter_parts import STATUS
from gastvrij.membership.letter_parts import STATUS_LIFETIME
from test_accessible import NOT_OURS
from test_accessible import violations

import pytest
import transaction


WIDTHS = (360, 1280)

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


@pytest.fixture(params=WIDTHS)
def wide(page, request):
    """Return a visitor's page at one of the widths."""
    page.set_viewport_size({"width": request.param, "height": 900})
    return page


@pytest.fixture
def application(demo):
    """Return a function that makes an application in a state."""

    def make(state, **others):
        made = make_application(demo["portal"], state, **others)
        transaction.commit()
        return made

    return make


def check(page, address):
    """Look at a page with everything unfolded."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    check_shown(page)


def check_shown(page):
    """Look at the page that is shown with everything unfolded."""
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = 1)")
    assert violations(page, leave_out=NOT_OURS) == []
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    ids = page.locator("main [id]").evaluate_all("found => found.map(each => each.id)")
    assert len(ids) == len(set(ids))


def test_pages_for_everyone(wide, site):
    for path in PUBLIC:
        check(wide, f"{site}{path}")


def press(page, name):
    """Press a button of the content."""
    page.locator("main").get_by_role("button", name=name, exact=True).last.click()
    page.wait_for_load_state()


def test_each_page_of_the_form_also_when_something_is_wrong(wide, site):
    wide.goto(f"{site}{DESK}/apply")
    press(wide, "Verder")
    check_shown(wide)
    wide.fill("#group_name", "Open Poort")
    wide.get_by_label("Wij starten een nieuwe groep").check()
    wide.get_by_label("Feitelijke vereniging", exact=True).check()
    wide.fill("#postal_code", "9140")
    press(wide, "Verder")
    check_shown(wide)
    press(wide, "Verder")
    check_shown(wide)
    wide.get_by_label("Wonen").check()
    press(wide, "Verder")
    check_shown(wide)
    wide.fill("#contact_name", "Ann Peeters")
    wide.fill("#contact_email", "geen adres")
    press(wide, "Verder")
    check_shown(wide)
    wide.fill("#contact_email", "ann.peeters@example.org")
    press(wide, "Verder")
    check_shown(wide)
    press(wide, "Verder")
    check_shown(wide)


@pytest.mark.parametrize("state", ["waiting_for_applicant", "rejected"])
def test_page_of_the_applicant(wide, site, demo, application, state):
    thing, now = application(state).UID(), datetime.now(UTC)
    token = issue(demo["portal"], STATUS, thing, now, STATUS_LIFETIME, single=False)
    transaction.commit()
    check(wide, f"{site}{DESK}/status?token={token}")


def test_page_that_confirms_the_address(wide, site, demo, application):
    thing, now = application("unconfirmed").UID(), datetime.now(UTC)
    token = issue(demo["portal"], CONFIRM, thing, now, STATUS_LIFETIME)
    transaction.commit()
    check(wide, f"{site}{DESK}/confirm?token={token}")


def test_pages_of_the_secretariat(wide, site, log_in, application):
    for state in ("unconfirmed", *STATES):
        application(state)
    log_in(wide, "secretariat")
    for path in OFFICE:
        check(wide, f"{site}{path}")


@pytest.mark.parametrize("state", STATES)
def test_page_of_an_application(wide, site, log_in, application, state):
    made = application(state, may_inform_neighbours=True)
    log_in(wide, "secretariat")
    check(wide, f"{site}{DESK}/{made.getId()}")


def test_pages_of_the_board(wide, site, log_in, application):
    made = [application(state) for state in ("ready_for_board", "postponed")]
    log_in(wide, "board")
    for path in (f"{DESK}/board", f"{DESK}/board-sheet"):
        check(wide, f"{site}{path}")
    for each in made:
        check(wide, f"{site}{DESK}/{each.getId()}")
