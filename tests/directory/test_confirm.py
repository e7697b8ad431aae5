"""Still right? The page behind the link in a letter, and the same over REST."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.directory.ask_letter import CONFIRM
from gastvrij.directory.asked import all_farewells
from gastvrij.directory.asking import ask_groups
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.contacts import file_of
from gastvrij.links.ledger import issue
from gastvrij.spelling.dates import today_in_belgium
from groups import address
from groups import PASSWORD
from groups import STATES
from groups import user_called
from letterbox import links_of
from letterbox import text_of
from lxml import html
from people import name
from plone import api
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import pytest
import requests
import transaction


LONG_AGO = date(2024, 3, 9)
SECRET = "kwartelslag@example.org"


@pytest.fixture
def active(site, letterbox):
    """Return a group that was confirmed long ago, with a contact person."""
    api.portal.set_registry_record("gastvrij.quiet_months", ())
    group = site.portal.groepen.active
    group.confirmed_on = LONG_AGO
    group.reindexObject(idxs=["fresh_since"])
    name(group, "contact", email=SECRET)
    transaction.commit()
    return group


def link_to(group, lifetime=timedelta(days=1), thing="", now=None):
    """Return a token for the contact person of a group."""
    token = issue(
        api.portal.get(),
        CONFIRM,
        thing or group.UID(),
        now or datetime.now(UTC),
        lifetime,
        person=user_called("contact").getId(),
    )
    transaction.commit()
    return token


def post(site, token, answer, path="groepen/active/confirm", **others):
    """Press a button on the page that the link leads to."""
    data = {"token": token, "answer": answer} | others
    return site.ask("visitor", "POST", path, data=data)


def title_of(answer):
    [title] = html.fromstring(answer.text).xpath("//*[@id='content']//h1")
    return " ".join(title.text_content().split())


def log_in(site, who):
    """Return a browser in which somebody is logged in."""
    session = requests.Session()
    login = {"__ac_name": address(who), "__ac_password": PASSWORD}
    session.post(f"{site.url}/login", data=login | {"buttons.login": "1"}, timeout=30)
    return session


def buttons(page):
    """Return the answers that a page offers, each once."""
    return list(dict.fromkeys(page.xpath("//*[@id='content']//button/@value")))


def test_every_link_of_the_letter_reaches_its_action(site, active, letterbox):
    assert ask_groups(site.portal, datetime.now(UTC)) == 1
    [letter] = letterbox.fetch(site.portal)
    assert letter["To"] == SECRET
    text = text_of(letter)
    for told in ("Dag Contact,", "ACTIVE (GENT)", "Activiteiten: Wonen", "Waar: Gent"):
        assert told in text
    right, change, stop = [
        url for url in links_of(letter) if "/groepen" in url or ("/open" in url)
    ]
    page = html.fromstring(requests.get(right, timeout=30).text)
    assert buttons(page) == ["right", "pause", "stop"]
    assert urlsplit(stop).fragment == "stop"
    assert page.xpath("//section[@id='stop']//button/@value") == ["pause", "stop"]
    assert parse_qs(urlsplit(change).query) == {
        "id": [active.UID()],
        "page": ["update"],
    }
    tokens = [parse_qs(urlsplit(url).query)["token"][0] for url in (right, stop)]
    assert post(site, tokens[0], "right").status_code == 200
    transaction.begin()
    assert active.confirmed_on == today_in_belgium()
    assert post(site, tokens[1], "pause").status_code == 200
    transaction.begin()
    assert api.content.get_state(active) == "paused"


def test_looking_three_times_changes_nothing(site, active):
    token = link_to(active)
    url = f"groepen/active/confirm?token={token}"
    site.ask("visitor", "GET", url)
    before = site.portal._p_jar.db().lastTransaction()
    for _ in range(3):
        answer = site.ask("visitor", "GET", url)
        assert title_of(answer) == "Klopt je profiel nog?"
        assert "Niet bevestigd sinds maart 2024" in answer.text
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "ETag" not in answer.headers
        assert SECRET not in answer.text
    assert site.portal._p_jar.db().lastTransaction() == before
    assert post(site, token, "right").status_code == 200


def test_confirming_is_not_editing(site, active):
    token, modified = link_to(active), active.modified()
    history = repr(active.workflow_history)
    answer = post(site, token, "right")
    assert title_of(answer) == "Dank je wel. Je profiel is bevestigd."
    assert "Je hoeft nu niets te doen." in answer.text
    transaction.begin()
    assert active.confirmed_on == today_in_belgium()
    assert file_of(active).confirmed_by == user_called("contact").getId()
    assert (active.modified(), repr(active.workflow_history)) == (modified, history)
    assert (
        "Bevestigd door de groep in"
        in site.ask("visitor", "GET", "groepen/active").text
    )
    [brain] = site.portal.portal_catalog.unrestrictedSearchResults(UID=active.UID())
    assert brain.confirmed_on == today_in_belgium()


def test_second_answer_is_told_that_the_first_counts(site, active):
    token = link_to(active)
    post(site, token, "right")
    before = site.portal._p_jar.db().lastTransaction()
    for answer in (
        post(site, token, "right"),
        post(site, token, "pause"),
        site.ask("visitor", "GET", f"groepen/active/confirm?token={token}"),
    ):
        assert answer.status_code == 200
        assert title_of(answer) == "Je hebt al geantwoord"
        assert buttons(html.fromstring(answer.text)) == []
    assert site.portal._p_jar.db().lastTransaction() == before


def dead_tokens(group):
    """Return tokens that do not work, by why."""
    now = datetime.now(UTC)
    return {
        "expired": link_to(group, now=now - timedelta(days=2)),
        "unknown": "x" * 43,
        "odd": "\0",
        "about another": link_to(group, thing=api.portal.get().groepen.other.UID()),
    }


def test_dead_link_offers_a_fresh_one_and_acts_on_nothing(site, active, letterbox):
    answers = []
    for token in dead_tokens(active).values():
        path = "groepen/active/confirm"
        answer = site.ask("visitor", "GET", path, params={"token": token})
        assert (answer.status_code, title_of(answer)) == (
            410,
            "Deze link werkt niet meer",
        )
        assert buttons(html.fromstring(answer.text)) == ["fresh"]
        assert post(site, token, "right").status_code == 410
        assert post(site, token, "stop").status_code == 410
        answers.append(post(site, token, "fresh").text.replace(token, ""))
    assert title_of(post(site, "x", "fresh")) == "Kijk in je mailbox"
    # whoever asks, the answer is the same
    assert len(set(answers)) == 1
    transaction.begin()
    assert active.confirmed_on == LONG_AGO
    assert dict(all_farewells(site.portal)).get(active.UID()) is None
    # only who had the link gets a letter, to the address that we know
    [letter] = letterbox.fetch(site.portal)
    assert letter["To"] == SECRET
    fresh = next(url for url in links_of(letter) if "token=" in url)
    assert title_of(requests.get(fresh, timeout=30)) == "Klopt je profiel nog?"


def test_fresh_links_are_slowed_down(site, active, letterbox):
    token = link_to(active, now=datetime.now(UTC) - timedelta(days=2))
    told = {post(site, token, "fresh").text for _ in range(4)}
    assert len(told) == 1
    assert len(letterbox.fetch(site.portal)) == 2


def test_former_contact_person_has_no_link_any_more(site, active):
    token = link_to(active)
    end_contact(active, user_called("contact").getId(), datetime.now(UTC))
    transaction.commit()
    assert post(site, token, "right").status_code == 410
    transaction.begin()
    assert active.confirmed_on == LONG_AGO


def test_pausing_is_done_by_whoever_had_the_link(site, active):
    answer = post(site, link_to(active), "pause")
    assert title_of(answer) == "Je groep is tijdelijk gestopt"
    transaction.begin()
    assert api.content.get_state(active) == "paused"
    [*_others, last] = active.workflow_history["directory_organisation_workflow"]
    assert last["actor"] == user_called("contact").getId()
    assert active.confirmed_on == LONG_AGO
    again = post(site, link_to(active), "resume")
    assert title_of(again) == "Je groep is opnieuw gestart"
    transaction.begin()
    assert api.content.get_state(active) == "active"


def test_stopping_asks_the_secretariat_and_changes_nothing_yet(site, active):
    answer = post(site, link_to(active), "stop")
    assert title_of(answer) == "We hebben het aan het secretariaat gezegd"
    transaction.begin()
    assert api.content.get_state(active) == "active"
    wish = dict(all_farewells(site.portal)).get(active.UID())
    assert wish.user_id == user_called("contact").getId()
    post(site, link_to(active), "right")
    transaction.begin()
    assert dict(all_farewells(site.portal)).get(active.UID()) is None


@pytest.mark.parametrize("answer", ["", "end", "hide", "publish", "resume", "fresh"])
def test_odd_answer_is_none_and_leaves_the_link(site, active, answer):
    token = link_to(active)
    assert post(site, token, answer).status_code == 400
    transaction.begin()
    assert api.content.get_state(active) == "active"
    assert post(site, token, "right").status_code == 200


@pytest.mark.parametrize("who", ["contact", "secretariat"])
def test_who_keeps_the_group_confirms_without_a_link(site, active, who):
    session = log_in(site, who)
    url = f"{site.url}/groepen/active/confirm"
    page = html.fromstring(session.get(url, timeout=30).text)
    assert buttons(page) == ["right", "pause", "stop"]
    bare = session.post(url, data={"answer": "right"}, timeout=30)
    assert bare.status_code == 403
    transaction.begin()
    assert active.confirmed_on == LONG_AGO
    [form, *_] = page.xpath("//*[@id='content']//form")
    data = dict(form.form_values()) | {"answer": "right"}
    assert title_of(session.post(url, data=data, timeout=30)) == (
        "Dank je wel. Je profiel is bevestigd."
    )
    transaction.begin()
    assert active.confirmed_on == today_in_belgium()
    assert file_of(active).confirmed_by == user_called(who).getId()
    assert title_of(session.post(url, data=data, timeout=30)) == "Je hebt al geantwoord"


def test_preview_offers_to_confirm_once_a_year(site, active):
    session, url = log_in(site, "contact"), f"{site.url}/groepen/active"
    preview = html.fromstring(session.get(f"{url}/preview", timeout=30).text)
    [form] = preview.xpath("//main//form")
    assert form.get("action") == f"{url}/confirm"
    data = dict(form.form_values()) | {"answer": form.xpath(".//button/@value")[0]}
    answer = session.post(form.get("action"), data=data, timeout=30)
    assert title_of(answer) == "Dank je wel. Je profiel is bevestigd."
    transaction.begin()
    assert active.confirmed_on == today_in_belgium()
    preview = html.fromstring(session.get(f"{url}/preview", timeout=30).text)
    assert preview.xpath("//main//form") == []


@pytest.mark.parametrize("who", ["visitor", "member", "other_contact", "board"])
def test_nobody_else_gets_to_answer(site, active, who):
    for method in ("GET", "POST"):
        answer = site.ask(
            who, method, "groepen/active/confirm", data={"answer": "right"}
        )
        assert answer.status_code in (302, 401), (who, method)
    transaction.begin()
    assert active.confirmed_on == LONG_AGO


@pytest.mark.parametrize("state", sorted(STATES))
def test_states_in_which_a_profile_is_confirmed(site, letterbox, state):
    group = site.portal.groepen[state]
    name(group, "contact")
    path = f"groepen/{state}/confirm"
    transaction.commit()
    session = log_in(site, "contact")
    page = html.fromstring(session.get(f"{site.url}/{path}", timeout=30).text)
    expected = {
        "active": ["right", "pause", "stop"],
        "paused": ["right", "resume", "stop"],
        "draft": ["right", "stop"],
        "hidden": ["right", "stop"],
        "ended": [],
    }
    assert buttons(page) == expected[state]
    # the yearly letter goes to groups that visitors can see: a link is for those
    link = site.ask("visitor", "GET", f"{path}?token={link_to(group)}")
    assert link.status_code == (404 if state in ("draft", "hidden") else 200)


def rest(site, who, data, path="groepen/active/@confirm"):
    return site.rest(who, "POST", path, data)


def test_rest_confirms_with_a_link_once(site, active):
    token = link_to(active)
    answer = rest(site, "visitor", {"token": token})
    today = today_in_belgium()
    assert answer.status_code == 200
    told = answer.json()
    assert told["confirmed_on"] == today.isoformat()
    assert told["freshness"]["token"] == "right"
    assert told["freshness"]["title"].startswith("Bevestigd door de groep in")
    assert told["@id"].endswith("/groepen/active/@confirm")
    assert active.confirmed_on == today
    again = rest(site, "visitor", {"token": token})
    assert again.status_code == 409
    assert again.json() == {
        "type": "Conflict",
        "message": "Deze link is al gebruikt.",
        "errors": [{"field": "token", "message": "Deze link is al gebruikt."}],
    }


@pytest.mark.parametrize("who", ["contact", "secretariat"])
def test_rest_confirms_for_who_keeps_the_group(site, active, who):
    assert rest(site, who, {}).status_code == 200
    assert rest(site, who, {}).status_code == 200
    assert active.confirmed_on == today_in_belgium()


@pytest.mark.parametrize("who", ["visitor", "member", "other_contact", "board"])
def test_rest_refuses_everybody_else(site, active, who):
    before = site.portal._p_jar.db().lastTransaction()
    answers = [rest(site, who, data) for data in ({}, {"token": ""}, {"token": 7})]
    answers += [rest(site, who, {"token": "x" * 43}), rest(site, who, {"token": "\0"})]
    found = [(answer.status_code, answer.json()["type"]) for answer in answers]
    assert found == [
        (401, "Unauthorized"),
        (401, "Unauthorized"),
        (400, "BadRequest"),
        (403, "Forbidden"),
        (403, "Forbidden"),
    ]
    assert all(answer.json()["errors"][0]["field"] == "token" for answer in answers)
    assert active.confirmed_on == LONG_AGO
    assert site.portal._p_jar.db().lastTransaction() == before


def test_rest_refuses_what_is_no_object(site, active):
    answer = rest(site, "visitor", [])
    assert (answer.status_code, answer.json()["type"]) == (400, "BadRequest")
    assert active.confirmed_on == LONG_AGO


@pytest.mark.parametrize("state", ["ended", "draft", "hidden"])
def test_rest_refuses_in_other_states(site, letterbox, state):
    assert rest(site, "visitor", {}, f"groepen/{state}/@confirm").status_code == (
        401 if state == "ended" else 404
    )
    answer = rest(site, "secretariat", {}, f"groepen/{state}/@confirm")
    assert answer.status_code == (400 if state == "ended" else 200)
