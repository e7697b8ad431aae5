"""The page on which the secretariat sees that the site does its work by itself."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.due import run
from gastvrij.due.history import HISTORY
from lxml import html
from plone import api
from zope.annotation.interfaces import IAnnotations

import pytest
import requests
import transaction


PASSWORD = "een lang geheim woord"

PEOPLE = {
    "secretariat": "secretariat",
    "site-admin": "Site Administrators",
    "manager": "Administrators",
    "board": "board",
    "editor": "toolkit-editors",
    "coordinator": "networkday-coordinators",
    "member": None,
}
MAY_SEE = {"secretariat", "site-admin", "manager"}


@pytest.fixture
def site(functional, portal):
    """Return a function that asks for the page as somebody."""
    with api.env.adopt_roles(["Manager"]):
        for who, group in PEOPLE.items():
            user = api.user.create(email=f"{who}@example.org", password=PASSWORD)
            if group:
                api.group.add_user(groupname=group, user=user)
    transaction.commit()
    address = f"http://{functional['host']}:{functional['port']}/plone/due-tasks"

    def ask(who="secretariat"):
        auth = (f"{who}@example.org", PASSWORD) if who else None
        answer = requests.get(address, auth=auth, allow_redirects=False, timeout=30)
        transaction.begin()
        return answer

    return ask


def words_of(answer):
    """Return what stands in the middle of the page."""
    assert answer.status_code == 200
    (middle,) = html.fromstring(answer.text).find_class("gv-due")
    return " ".join(middle.text_content().split())


@pytest.mark.parametrize("who", [*PEOPLE, None])
def test_page_is_for_the_secretariat_and_who_maintains_the_site(site, who):
    answer = site(who)
    if who in MAY_SEE:
        assert "Wat vanzelf gebeurt" in words_of(answer)
        title = html.fromstring(answer.text).findtext(".//title")
        assert title.startswith("Wat vanzelf gebeurt — ")
    else:
        assert "Wat vanzelf gebeurt" not in answer.text
        assert answer.status_code in (302, 401)


def test_page_tells_what_each_task_did(site, portal, offer, configured):
    offer("a.busy", lambda site, now: 3)
    offer("b.idle", lambda site, now: 0)
    run(portal, datetime.now(UTC))
    words = words_of(site())
    assert "a.busy" in words
    assert ": 3 gedaan" in words
    assert "Nog niets" in words
    assert "In orde" in words
    assert "Mislukt" not in words
    assert "uur stil" not in words


def test_page_tells_what_went_wrong(site, portal, offer, configured):
    def fail(site, now):
        raise OSError("the mail server of an@example.org is away")

    offer("a.fails", fail)
    run(portal, datetime.now(UTC))
    words = words_of(site())
    assert "Mislukt" in words
    assert "OSError: the mail server of ...@... is away" in words


def test_page_says_when_nothing_runs(site, portal, configured):
    assert "nog nooit gestart" in words_of(site())
    run(portal, datetime.now(UTC) - timedelta(hours=2))
    assert "meer dan een uur stil" in words_of(site())


def test_page_says_when_the_site_does_not_know_its_address(site, portal, configured):
    assert "eigen adres niet" not in words_of(site())
    configured["public-url"] = ""
    assert "eigen adres niet" in words_of(site())


def test_reading_the_page_writes_nothing(site, portal):
    storage = portal._p_jar.db().storage
    words_of(site())  # Plone keeps what it found out for the first page of a site
    before = storage.lastTransaction()
    words_of(site())
    assert storage.lastTransaction() == before
    assert HISTORY not in IAnnotations(portal)
