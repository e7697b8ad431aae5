"""The pages on which groups are written to, kept and handed over: WCAG, no overflow."""

from accessibility import look
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


@pytest.mark.parametrize("path", VISITED)
def test_page_for_everybody_is_accessible(page_of, site, path):
    assert look(page_of("visitor"), f"{site}{path}") == {}


@pytest.mark.parametrize(
    "path", ["/log-in", "/set-password", f"{GROUP}/confirm", "/groepen/handover"]
)
def test_page_behind_a_link_is_accessible(page_of, site, link, path):
    page = page_of("visitor")
    assert look(page, f"{site}{link(path)}") == {}
    assert page.locator("main form button").count()


@pytest.mark.parametrize(("role", "path"), KEPT, ids=lambda value: value)
def test_page_of_a_keeper_is_accessible(page_of, site, role, path):
    page = page_of(role)
    assert look(page, f"{site}{path}") == {}
    assert page.url == f"{site}{path}"
