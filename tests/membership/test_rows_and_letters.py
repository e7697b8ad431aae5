"""Every row names group and place; every link of every letter reaches its action."""

from applications import make_application
from applications import STEPS
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.mail.outbox import post
from gastvrij.membership import drafts
from gastvrij.membership.letters import LETTERS
from gastvrij.membership.publishing import nudge_unpublished
from gastvrij.membership.reminders import remind_silent
from gastvrij.membership.resuming import resume_letter
from gastvrij.membership.retention import anonymise_closed
from gastvrij.membership.review import answer
from letterbox import links_of
from lxml import html
from plone import api
from urllib.parse import urlsplit

import applications
import pytest
import requests
import transaction


PLACES = {"44021": "Gent", "11002": "Antwerpen", "71072": "Hasselt"}
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148"
LISTS = {
    "secretariat": ("/lid-worden/applications", "/desk"),
    "board": ("/lid-worden/board", "/desk"),
}


@pytest.fixture
def made(desk):
    """Return the name and the place of an application in every state."""
    told = {}
    for state, nis in zip(STEPS, [*PLACES] * len(STEPS), strict=False):
        name = f"Groep {state.replace('_', ' ')}"
        make_application(desk.portal, state, group_name=name, municipality=nis)
        told[name] = PLACES[nis]
    transaction.commit()
    return told


def rows(desk, who, path):
    """Return the words of each row of a list."""
    page = desk.page(who, path)
    found = page.xpath("//*[@id='content']//ul[contains(@class,'gv-rows')]/li")
    return [" ".join(row.text_content().split()) for row in found]


@pytest.mark.parametrize("who", LISTS)
def test_every_row_names_group_and_place(desk, made, who):
    for path in LISTS[who]:
        told = rows(desk, who, path)
        assert told, path
        for row in told:
            names = [name for name in made if name in row]
            assert len(names) == 1, (path, row)
            assert made[names[0]] in row, (path, row)
    if who == "secretariat":
        everything = " ".join(rows(desk, who, "/lid-worden/applications"))
        assert [name for name in made if name not in everything] == []


def test_row_of_an_erased_application_names_its_number_and_place(desk):
    application = make_application(desk.portal, "withdrawn")
    after = datetime.now(UTC) + timedelta(days=400)
    assert anonymise_closed(desk.portal, after) == 1
    transaction.commit()
    (row,) = rows(desk, "secretariat", "/lid-worden/applications")
    assert row.startswith(f"{application.number}, Gent")


def test_row_follows_a_group_that_answers_where_it_is(desk):
    application = make_application(desk.portal, "in_review")
    transaction.commit()
    path = f"/lid-worden/{application.getId()}"
    data = {"question": "Waar?", "fields": ["postal_code"]}
    assert desk.rest("secretariat", "POST", f"{path}/@ask", data).status_code == 200
    token = next(
        urlsplit(link).query.partition("token=")[2]
        for letter in desk.letters()
        for link in links_of(letter)
        if "/status?token=" in link and "vraag" in letter["Subject"]
    )
    data = {"action": "answer", "token": token, "fields": {"postal_code": "2000"}}
    desk.rest("visitor", "POST", "/lid-worden/@application-status", data)
    (row,) = rows(desk, "secretariat", "/lid-worden/applications")
    assert row.startswith("Open Poort, Antwerpen")


def test_row_follows_what_the_secretariat_changes_and_goes_with_it(desk):
    application = make_application(desk.portal, "in_review")
    other = make_application(desk.portal, "in_review", group_name="Tweede")
    transaction.commit()
    path = f"/lid-worden/{application.getId()}"
    data = {"group_name": "Nieuwe Poort", "municipality": "11002"}
    assert desk.rest("secretariat", "PATCH", path, data).status_code == 204
    told = rows(desk, "secretariat", "/lid-worden/applications")
    assert {row.partition(" GN-")[0] for row in told} == {
        "Nieuwe Poort, Antwerpen",
        "Tweede, Gent",
    }
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(other)
    transaction.commit()
    (row,) = rows(desk, "secretariat", "/lid-worden/applications")
    assert row.startswith("Nieuwe Poort, Antwerpen")


# page -> what somebody can do there, logged out
ACTIONS = {
    "/lid-worden/confirm": "//form[@method='post']//button | //div[@role='status']",
    "/lid-worden/status": "//h1",
    "/lid-worden/apply": "//form//input[@name='group_name']",
    "/set-password": "//form//input[@type='password']",
    "/open": "//form//input[@name='__ac_password'] | //a[contains(@href,'login-link')]",
}


@pytest.fixture
def letters(desk, monkeypatch):
    """Return every letter that membership sends."""
    portal, now = desk.portal, datetime.now(UTC)
    monkeypatch.setattr(applications, "NOW", now)
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record(
            "gastvrij.secretariat_email", "secretariaat@example.org"
        )
        for state in STEPS:
            email = f"{state}@example.org"
            made = make_application(portal, state, contact_email=email)
            if state == "waiting_for_applicant":
                asked = made
    found = desk.letters()
    later = now + timedelta(days=31)
    with api.env.adopt_roles(["Manager"]):
        assert remind_silent(portal, later) == 1
        assert nudge_unpublished(portal, later) == 1
        token = drafts.begin(portal["lid-worden"], now)
        draft_id = drafts.draft_id_of(token, now)
        address = "half@example.org"
        post(portal, resume_letter(portal["lid-worden"], draft_id, address), later)
    found += desk.letterbox.fetch(portal, later)
    answer(asked, "Wij", {}, now)
    return found + desk.letters()


def test_every_link_of_every_letter_reaches_its_action_logged_out(desk, letters):
    told = {letter["Subject"] for letter in letters}
    sending = [name for name, compose in LETTERS.items() if compose]
    assert len(told) >= len(set(map(LETTERS.get, sending)))
    reached = set()
    for letter in letters:
        for link in links_of(letter):
            path = urlsplit(link).path.partition("/plone")[2]
            if path in ("", "/"):
                continue
            shown = requests.get(link, headers={"User-Agent": PHONE}, timeout=30)
            assert shown.status_code == 200, (letter["Subject"], link)
            page = html.fromstring(shown.text)
            assert page.xpath(ACTIONS[path]), (letter["Subject"], path)
            if letter["To"] == "unconfirmed@example.org":
                assert page.xpath("//form[@method='post']//button")
            reached.add(path)
    assert reached == set(ACTIONS)
