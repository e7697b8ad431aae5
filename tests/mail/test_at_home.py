"""A letter leads to the public address of the site, not to the host of a request."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.mail.attempt import begin
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.mail.outbox import letters_of
from gastvrij.mail.outbox import post
from plone import api

import pytest


NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
HOME = "https://gastvrij.example/net"
LINK = LinkSpec("test", "", timedelta(days=1))


@pytest.fixture
def kept(portal):
    """Return a function that posts a letter and returns the body that is kept."""

    def post_letter(*body):
        letter = Letter("an@example.org", "todo", "iets", body)
        post(portal, letter, NOW)
        ((_, record),) = letters_of(portal)
        return record.letter.body

    return post_letter


def test_letter_leads_home_whatever_host_the_request_named(portal, kept):
    api.portal.set_registry_record("gastvrij.public_url", HOME)
    portal.REQUEST.setServerURL("http", "evil.example", "80")
    here = portal.absolute_url()
    assert "evil" in here
    button, home, text = kept(
        Button("Bevestig", f"{here}/lid-worden/status?x=1", LINK),
        Button("Naar de site", here),
        f"Kijk op {here}/groepen of op {here}/toolkit.",
    )
    assert button.url == f"{HOME}/lid-worden/status?x=1"
    assert button.link == LINK
    assert home.url == HOME
    assert text == f"Kijk op {HOME}/groepen of op {HOME}/toolkit."


def test_without_a_public_address_the_letter_stays_as_it_was_written(portal, kept):
    here = portal.absolute_url()
    (button,) = kept(Button("Bevestig", f"{here}/groepen"))
    assert button.url == f"{here}/groepen"


def test_letter_from_before_the_address_was_known_leads_home_as_well(portal, kept):
    portal.REQUEST.setServerURL("http", "evil.example", "80")
    here = portal.absolute_url()
    kept(Button("Bevestig", f"{here}/groepen"), f"Kijk op {here}/toolkit.")
    portal.REQUEST.setServerURL("http", "localhost", "80")
    api.portal.set_registry_record("gastvrij.public_url", HOME)
    ((letter_id, _),) = letters_of(portal)
    button, text = begin(portal, letter_id, NOW).body
    assert button.url == f"{HOME}/groepen"
    assert text == f"Kijk op {HOME}/toolkit."


def test_other_addresses_stay(portal, kept):
    api.portal.set_registry_record("gastvrij.public_url", HOME)
    here = portal.absolute_url()
    other = f"{here}er/groepen"
    assert kept(Button("Elders", other))[0].url == other
