"""Whom to ask first: the secretariat with its name, before any form."""

from applications import make_application
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.links.ledger import issue
from gastvrij.membership.letter_parts import CONFIRM
from gastvrij.membership.letter_parts import STATUS
from gastvrij.settings.records import settings

import pytest
import transaction


NAME = "Bureau Samen"
OFFICE = "//main//aside[contains(@class, 'gv-side--office')]"


def link_to(desk, purpose, application):
    """Return the token of a link that works for an hour."""
    now, hour = datetime.now(UTC), timedelta(hours=1)
    return issue(desk.portal, purpose, application.UID(), now, hour)


@pytest.fixture
def pages(desk):
    """Return the addresses of all pages of an applicant, by name."""
    settings().secretariat_name = NAME
    settings().secretariat_email = "samen@example.org"
    settings().secretariat_phone = "02 123 45 67"
    new = make_application(desk.portal, "unconfirmed")
    asked = make_application(desk.portal, "waiting_for_applicant")
    confirm, status = link_to(desk, CONFIRM, new), link_to(desk, STATUS, asked)
    transaction.commit()
    found = {
        "desk": "/lid-worden",
        "confirm": f"/lid-worden/confirm?token={confirm}",
        "status": f"/lid-worden/status?token={status}",
    }
    others = {name: f"/lid-worden/{name}" for name in ("apply", "sent", "paper-form")}
    return found | others


def test_the_secretariat_stands_before_the_form_with_its_name(desk, pages):
    for name, path in pages.items():
        page = desk.page("visitor", path)
        (office,) = page.xpath(OFFICE)
        words = " ".join(office.text_content().split())
        for told in (NAME, "samen@example.org", "02 123 45 67"):
            assert told in words, name
        forms = page.xpath("//main//form[contains(@class, 'gv-form')]")
        assert all(form in office.xpath("following::form") for form in forms), name
        assert bool(forms) == (name in ("apply", "confirm", "status")), name
