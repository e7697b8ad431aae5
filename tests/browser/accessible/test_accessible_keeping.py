"""The pages on which groups are written to, kept and handed over: WCAG, no overflow."""

from accessibility import overflow
from accessibility import violations
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.accounts.login_link import LOGIN
from gastvrij.accounts.password_link import PASSWORD
from gastvrij.directory.ask_letter import CONFIRM
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.taking_over import ask
from gastvrij.links.ledger import issue
from plone.uuid.interfaces import IUUID

import pytest
import transaction


WIDTHS = (360, 1280)
GROUP = "/groepen/de-warme-drempel"
DEAD = "?token=bestaat-niet"

VISITED = (
    f"{GROUP}/write",
    f"{GROUP}/confirm{DEAD}",
    "/groepen/handover" + DEAD,
    "/log-in" + DEAD,
    "/login-link",
    "/set-password" + DEAD,
)

KEPT = (
    ("contact-person", f"{GROUP}/confirm"),
    ("contact-person", f"{GROUP}/people"),
    ("contact-person", f"{GROUP}/people-edit"),
    ("contact-person", f"{GROUP}/people-handover"),
    ("contact-person", f"{GROUP}/people-invite"),
    ("contact-person", f"{GROUP}/dossier"),
    ("contact-person", "/groepen/mine"),
    ("contact-person", "/desk"),
    ("secretariat", f"{GROUP}/people"),
    ("secretariat", f"{GROUP}/people-name"),
    ("secretariat", f"{GROUP}/notes"),
    ("secretariat", "/groepen/import"),
    ("secretariat", "/groepen/export"),
    ("secretariat", "/desk"),
    ("secretariat", "/outbox"),
    ("secretariat", "/due-tasks"),
    ("secretariat", "/person-data"),
    ("board", "/desk"),
)


@pytest.fixture
def link(demo):
    """Return a function that makes a link of a letter to the contact person."""
    portal = demo["portal"]
    group = portal.groepen["de-warme-drempel"]
    [contact] = contacts_of(group)

    def make(path):
        now = datetime.now(UTC)
        thing, person = IUUID(group), contact.user_id
        purposes = {"/log-in": LOGIN, "/set-password": PASSWORD}
        if path == "/groepen/handover":
            person = "nele.bos@example.org"
            ask(group, person, "contact", contact, now)
        purpose = purposes.get(path, CONFIRM)
        if path == "/groepen/handover":
            purpose = "directory.handover"
        token = issue(portal, purpose, thing, now, timedelta(hours=1), person=person)
        transaction.commit()
        return f"{path}?token={token}"

    return make


def is_accessible(page, address, width):
    """Tell whether a page is; what is wrong is shown if not."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
    assert overflow(page) == 0
    return page.locator("h1").count() == 1


@pytest.mark.parametrize("path", VISITED)
def test_page_for_everybody_is_accessible(page, site, path):
    for width in WIDTHS:
        assert is_accessible(page, f"{site}{path}", width)


@pytest.mark.parametrize(
    "path", ["/log-in", "/set-password", f"{GROUP}/confirm", "/groepen/handover"]
)
def test_page_behind_a_link_is_accessible(page, site, link, path):
    address = f"{site}{link(path)}"
    for width in WIDTHS:
        assert is_accessible(page, address, width)
        assert page.locator("main form button").count()


@pytest.mark.parametrize(("role", "path"), KEPT, ids=lambda value: value)
def test_page_of_a_keeper_is_accessible(page, site, log_in, role, path):
    log_in(page, role)
    for width in WIDTHS:
        assert is_accessible(page, f"{site}{path}", width)
        assert page.url == f"{site}{path}"
