"""Visitors cannot make the site send mail by a program."""

from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD

import pytest
import requests
import transaction


LETTER = {"from": "you@example.org", "subject": "Buy", "message": "Buy this"}


@pytest.fixture
def address(functional):
    """Return the address of the service that mails the site's owner."""
    transaction.commit()
    portal = functional["portal"]
    return f"http://localhost:{functional['port']}/{portal.getId()}/@email-notification"


def post(address, **options):
    """Send a letter by a program."""
    headers = {"Accept": "application/json"}
    return requests.post(address, json=LETTER, headers=headers, timeout=30, **options)


def test_visitor_cannot_mail_the_owner_by_a_program(address):
    answer = post(address)
    assert answer.status_code == 401
    assert answer.json()["type"] == "Unauthorized"


def test_manager_gets_past_the_permission(address):
    answer = post(address, auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD))
    assert answer.status_code not in (401, 403)
