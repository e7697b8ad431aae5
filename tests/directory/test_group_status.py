"""The pages beside the profile: state, what the secretariat keeps, own groups."""

from gastvrij.directory.status import STEPS
from groups import ANTWERP
from groups import PEOPLE
from groups import STATES
from plone import api
from test_group_update import sentence_at
from test_group_update import UpdateForm

import pytest


KEEPERS = {"secretariat", "site_admin", "manager"}
OFFERED = {
    "draft": ["publish", "end"],
    "active": ["pause", "hide", "end"],
    "paused": ["resume", "hide", "end"],
    "ended": ["reopen"],
    "hidden": ["restore", "end"],
}
ONLY_KEEPERS = {"end", "reopen"}


def offered(site, who, state):
    """Return the steps that a page offers, or its status where it is not shown."""
    answer = site.ask(who, "GET", f"groepen/{state}/status")
    if answer.status_code != 200:
        return answer.status_code
    page = site.page(who, f"groepen/{state}/status")
    return page.xpath("//button[@name='step']/@value")


@pytest.mark.parametrize("state", sorted(STATES))
def test_each_sees_the_steps_that_are_theirs(site, state):
    every = [step.id for step in STEPS]
    expected = sorted(OFFERED[state], key=every.index)
    assert offered(site, "secretariat", state) == expected
    own = [step for step in expected if step not in ONLY_KEEPERS]
    assert offered(site, "contact", state) == own
    is_seen = state in ("active", "paused", "ended")
    for who in ("visitor", "other_contact"):
        assert offered(site, who, state) == (302 if is_seen else 404)


def step(site, who, state, name, **typed):
    """Press the button of a step."""
    page = site.page(who, f"groepen/{state}/status")
    data = dict(page.xpath("//main//form")[0].form_values()) | {"step": name} | typed
    return site.ask(who, "POST", f"groepen/{state}/status", data=data)


@pytest.mark.parametrize(
    ("state", "name", "after"),
    [
        ("draft", "publish", "active"),
        ("active", "pause", "paused"),
        ("active", "hide", "hidden"),
        ("paused", "resume", "active"),
        ("hidden", "restore", "active"),
    ],
)
def test_contact_person_takes_a_step_and_presses_twice(site, state, name, after):
    group = site.portal.groepen[state]
    for _press in range(2):
        step(site, "contact", state, name)
        assert api.content.get_state(group) == after
    if after == "hidden":
        assert site.ask("visitor", "GET", f"groepen/{state}").status_code == 404


def test_step_that_is_not_theirs_or_not_from_here_is_not_taken(site):
    group = site.portal.groepen.active
    step(site, "contact", "active", "end")
    step(site, "contact", "active", "hide", _authenticator="x")
    site.ask("contact", "GET", "groepen/active/status?step=hide")
    assert api.content.get_state(group) == "active"
    step(site, "secretariat", "active", "end")
    assert api.content.get_state(group) == "ended"


def test_secretariat_keeps_name_and_place(site):
    path = "groepen/active/name-and-place"
    group = site.portal.groepen.active
    form = UpdateForm(site, "secretariat", path)
    answer = form.send(
        title="Nieuwe naam",
        municipality="Antwerpen",
        location_precision="address",
        postal_code="2000",
        street="Plein 1",
        member_since="01/02/2016",
        enterprise_number="0403.019.261",
    )
    assert answer.status_code == 302
    assert (group.title, group.municipality) == ("Nieuwe naam", ANTWERP)
    assert (group.postal_code, group.street) == ("2000", "Plein 1")
    wrong = UpdateForm(site, "secretariat", path).send(
        location_precision="municipality"
    )
    assert "Laat de postcode leeg" in sentence_at(wrong, "postal_code")
    assert "Laat de straat leeg" in sentence_at(wrong, "street")
    for who in PEOPLE:
        is_shown = site.ask(who, "GET", path).status_code == 200
        assert is_shown == (who in KEEPERS), who


def test_secretariat_makes_a_group_once(site):
    form = UpdateForm(site, "secretariat", "groepen/add")
    typed = {"title": "De Poort", "legal_form": "vzw", "municipality": "Gent"}
    typed |= {"activities": ["work"]}
    wrong = form.send(**typed | {"legal_form": ""})
    assert "Vul dit in" in sentence_at(wrong, "legal_form")
    for is_told in (True, False):
        answer = form.send(**typed)
        assert answer.headers["Location"].endswith("/groepen/de-poort/people")
        assert ("statusmessages" in answer.headers.get("Set-Cookie", "")) is is_told
    group = site.portal.groepen["de-poort"]
    assert api.content.get_state(group) == "draft"
    assert (group.title, group.activities) == ("De Poort", ["work"])
    assert [id_ for id_ in site.portal.groepen.objectIds() if "poort" in id_] == [
        "de-poort"
    ]
    for who in PEOPLE:
        is_shown = site.ask(who, "GET", "groepen/add").status_code == 200
        assert is_shown == (who in KEEPERS), who


@pytest.mark.parametrize("title", ["Add", "Mine", "view", "..."])
def test_new_group_with_the_name_of_a_page_is_made_or_refused(site, title):
    form = UpdateForm(site, "secretariat", "groepen/add")
    answer = form.send(
        title=title, legal_form="vzw", municipality="Gent", activities=["work"]
    )
    assert answer.status_code in (200, 302)
    assert site.ask("visitor", "GET", "groepen").status_code == 200


WAYS = {
    "contact": ["update", "preview", "status", "ask-change"],
    "secretariat": ["update", "preview", "status", "name-and-place"],
    "visitor": [],
    "board": [],
    "other_contact": [],
}


@pytest.mark.parametrize("who", sorted(WAYS))
def test_page_of_a_group_leads_its_keepers_to_our_pages_only(site, who):
    page = site.page(who, "groepen/active")
    links = page.xpath("//*[contains(@class, 'gv-keeping')]//a/@href")
    ours = [link.rpartition("/")[2] for link in links]
    assert [
        link for link in ours if link in WAYS["contact"] + WAYS["secretariat"]
    ] == WAYS[who]
    for path in ours:
        assert site.ask(who, "GET", f"groepen/active/{path}").status_code == 200
    stock = ("/edit", "/content_status_history", "/folder_contents")
    assert not [a for a in page.xpath("//main//@href") if a.endswith(stock)]
    kept = site.ask(who, "GET", "groepen/active").headers.get("Cache-Control", "")
    assert ("no-store" in kept) == bool(WAYS[who])
