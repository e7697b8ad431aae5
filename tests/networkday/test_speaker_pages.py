"""Asking a speaker, on the pages that a coordinator and the speaker see."""

from gastvrij.networkday.speaker_records import all_speakers
from letterbox import links_of
from letterbox import text_of
from lxml import html
from network_days import create_in
from network_days import submit

import pytest
import requests
import transaction


EMAIL = "ann.peeters@example.org"
PAGE = "netwerkdagen/zomer/speakers"


@pytest.fixture
def item(site):
    """Return a workshop of the day in summer."""
    day = site.portal.netwerkdagen["zomer"]
    made = create_in(
        day,
        "ProgrammeItem",
        "huren",
        title="Huren",
        kind="workshop",
        start=day.start,
        end=day.end,
    )
    transaction.commit()
    return made


def fresh(site):
    """See what the requests of others wrote."""
    transaction.begin()
    return site.portal


def send(session, url, number=-1, **fields):
    """Send one of the forms of a page, the last unless told otherwise."""
    page = html.fromstring(session.get(url, timeout=60).text)
    form = page.get_element_by_id("content").xpath(".//form")[number]
    values = dict(form.form_values()) | fields
    return session.post(form.get("action"), data=values, timeout=60)


def name(session, site, at, **fields):
    """Name a speaker of an item on the page of the coordinator."""
    values = {"item": at.UID(), "name": "An Peeters", "organisation": "De Trap"}
    values |= {"email": EMAIL, "consent": "letter"}
    return send(session, f"{site.url}/{PAGE}", **(values | fields))


def public(site):
    """Return the words of the programme as a visitor reads them."""
    return site.ask("netwerkdagen/zomer").text


def link_in(letters, to=EMAIL):
    """Return the link in the last letter to somebody."""
    mine = [letter for letter in letters if letter["To"] == to]
    (link,) = [link for link in links_of(mine[-1]) if "speaker" in link]
    return link


def test_speaker_agrees_by_the_link_changes_the_name_and_takes_it_away(
    site, planner, item, letterbox
):
    answer = name(planner, site, item)
    assert "An Peeters" in answer.text
    assert "An Peeters" not in public(site)
    letters = letterbox.fetch(site.portal)
    assert letters[-1]["To"] == EMAIL
    assert "Huren" in text_of(letters[-1])
    link, visitor = link_in(letters), requests.Session()
    asked = visitor.get(link, timeout=60)
    assert asked.headers["Referrer-Policy"] == "no-referrer"
    assert asked.headers["Cache-Control"] == "no-store"
    assert "An Peeters" not in public(site)
    answer = send(visitor, link, name="Anneke", organisation="", answer="yes")
    assert answer.url == link
    assert "Anneke" in public(site)
    assert "Peeters" not in public(site)
    (told,) = letterbox.fetch(site.portal)
    assert told["To"] == "coordinator@example.org"
    send(visitor, link, name="Ann", answer="yes")
    assert "Anneke" not in public(site)
    send(visitor, link, answer="no")
    assert ">Ann<" not in public(site)
    assert fresh(site).netwerkdagen["zomer"]["huren"].speakers == []
    assert [each.answer for each in all_speakers(site.portal)] == ["refused"]


def test_speaker_says_no_without_filling_in_anything(site, planner, item, letterbox):
    name(planner, site, item)
    link = link_in(letterbox.fetch(site.portal))
    send(requests.Session(), link, name="", answer="no")
    assert "Peeters" not in public(site)
    letter = letterbox.fetch(site.portal)[-1]
    assert letter["To"] == "coordinator@example.org"
    assert "An Peeters" in letter["Subject"]


def test_opening_the_link_answers_nothing(site, planner, item, letterbox):
    name(planner, site, item)
    link = link_in(letterbox.fetch(site.portal))
    for method in ("GET", "HEAD"):
        requests.request(method, f"{link}&answer=yes&name=An", timeout=60)
    fresh(site)
    assert [each.answer for each in all_speakers(site.portal)] == ["asked"]


def test_answer_from_another_site_is_asked_once_more(site, planner, item, letterbox):
    name(planner, site, item)
    link = link_in(letterbox.fetch(site.portal))
    url, _, token = link.partition("?token=")
    for values in ({"answer": "yes", "name": "An"}, {"answer": "no"}):
        answer = requests.post(url, data={"token": token, **values}, timeout=60)
        assert answer.status_code == 200
    fresh(site)
    assert [each.answer for each in all_speakers(site.portal)] == ["asked"]


@pytest.mark.parametrize("token", ["", "x", "token=y"])
def test_link_that_is_none_says_so(site, token):
    answer = site.ask(f"netwerkdagen/speaker?token={token}")
    assert answer.status_code == 410
    assert "form" not in html.fromstring(answer.text).get_element_by_id("content")


def test_link_of_what_is_gone_says_so(site, planner, item, letterbox):
    name(planner, site, item)
    link = link_in(letterbox.fetch(site.portal))
    send(planner, f"{site.url}/{PAGE}", 0, action="forget")
    assert requests.get(link, timeout=60).status_code == 410


def test_speaker_is_asked_while_the_day_is_a_draft(site, planner, letterbox):
    day = site.portal.netwerkdagen["geheim"]
    page = f"{site.url}/netwerkdagen/geheim/speakers"
    values = {"item": day["geheim-item"].UID(), "name": "An", "email": EMAIL}
    send(planner, page, **values, consent="letter")
    link = link_in(letterbox.fetch(site.portal))
    answer = requests.get(link, timeout=60)
    assert "Geheime workshop" in answer.text
    assert "netwerkdagen/geheim" not in answer.text


def test_coordinator_writes_down_who_agreed_in_person(site, planner, item, letterbox):
    name(planner, site, item, consent="in_person")
    assert "An Peeters" in public(site)
    link = link_in(letterbox.fetch(site.portal))
    send(requests.Session(), link, answer="no")
    assert "An Peeters" not in public(site)
    name(planner, site, item, name="Bo", email="", consent="in_person")
    assert ">Bo<" in public(site)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"item": ""}, ["item"]),
        ({"item": "nergens"}, ["item"]),
        ({"name": ""}, ["name"]),
        ({"email": ""}, ["email"]),
        ({"email": "an"}, ["email"]),
        ({"email": "an@example.org, bo@example.org"}, ["email"]),
        ({"consent": "perhaps"}, ["consent"]),
    ],
)
def test_coordinator_reads_what_is_wrong_beside_the_field(
    site, planner, item, fields, wrong
):
    page = html.fromstring(name(planner, site, item, **fields).text)
    marked = page.xpath("//*[contains(@class, 'gv-error')][@id]/@id")
    assert [mark.removesuffix("-error") for mark in marked] == wrong
    fresh(site)
    assert list(all_speakers(site.portal)) == []


def test_letter_goes_out_once_a_day_however_often_it_is_asked(
    site, planner, item, letterbox
):
    name(planner, site, item)
    for _ in range(2):
        send(planner, f"{site.url}/{PAGE}", 0, action="again")
    letters = letterbox.fetch(site.portal)
    assert [letter["To"] for letter in letters].count(EMAIL) == 1


def test_name_of_nobody_who_was_asked_can_be_taken_out(site, planner, item):
    item.speakers = [{"name": "Cé", "organisation": None}]
    item.reindexObject()
    transaction.commit()
    assert ">Cé<" in public(site)
    send(planner, f"{site.url}/{PAGE}", 0, action="unlist")
    assert ">Cé<" not in public(site)


@pytest.mark.parametrize("who", ["visitor", "member", "secretariat"])
def test_page_of_the_coordinator_is_for_coordinators(site, planner, item, who):
    name(planner, site, item)
    answer = site.ask(PAGE, who)
    assert "An Peeters" not in answer.text
    assert EMAIL not in answer.text


def test_form_of_an_item_does_not_ask_for_speakers(site, planner, item):
    page = planner.get(f"{site.url}/netwerkdagen/zomer/huren/edit", timeout=60).text
    assert "form.widgets.speakers" not in page
    url = f"{site.url}/netwerkdagen/zomer/huren/edit"
    item.speakers = [{"name": "Cé", "organisation": None}]
    transaction.commit()
    submit(planner, url, "form.buttons.save", {"form.widgets.title": "Huren nu"})
    assert fresh(site).netwerkdagen["zomer"]["huren"].speakers == [
        {"name": "Cé", "organisation": None}
    ]
