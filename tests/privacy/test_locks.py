"""Who is at work on something: Plone tells everybody, we tell who may change it."""

from gastvrij.privacy import who_works
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from plone.locking.interfaces import ILockable
from test_planted_files import OUTSIDERS
from test_planted_secrets import HTML
from test_planted_secrets import JSON

import pytest
import transaction


pytestmark = pytest.mark.unmeasured

WORKER = "waterral"
PART = "/toolkit/1/wonen/huren"
LOCKED = ("", "/pagina", "/toolkit/1/wonen", PART, "/toolkit/1/aanvulling")
READERS = sorted({*OUTSIDERS, "keeper"} - {"editor", "stock_editor"})
NOBODY = ({}, {"locked": False, "stealable": True})


@pytest.fixture
def locked(site):
    """Things that an editor has open or works on a copy of; who, and the tokens."""
    user = api.user.create(
        email=f"{WORKER}@example.org",
        username=f"{WORKER}@example.org",
        properties={"fullname": f"Sara {WORKER}"},
    )
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(site.portal, "Document", "pagina", title="Pagina")
        api.content.transition(page, "publish")
        api.group.add_user(groupname="Administrators", user=user)
    with api.env.adopt_user(user=user):
        policy = ICheckinCheckoutPolicy(site.at(PART))
        policy.checkout(site.at(PART).aq_parent)
        for path in set(LOCKED) - {PART}:
            ILockable(site.at(path)).lock()
        held = [ILockable(site.at(path)).lock_info() for path in LOCKED]
    transaction.commit()
    return WORKER, user.getId(), *(info["token"] for (info,) in held)


def told_of(site, path, who):
    """Return all that somebody is told of one thing, headers as well."""
    asked = (
        (path, JSON),
        (path, HTML),
        (f"{path}/@lock", JSON),
        (f"{path}/@workingcopy", JSON),
        (f"{path}/@@plone_lock_info/lock_info", HTML),
        (f"{path}/@search?path.depth=0&fullobjects=1", JSON),
    )
    answers = [site.ask(address, who, headers=headers) for address, headers in asked]
    answers.append(site.ask(path, who, "PROPFIND", headers={"Depth": "0"}))
    return [f"{answer.headers} {answer.text}" for answer in answers]


def holding(texts, secrets):
    return [secret for secret in secrets for text in texts if secret in text]


@pytest.mark.parametrize("path", LOCKED)
def test_nobody_is_told_who_holds_a_lock(site, locked, path):
    for who in READERS:
        texts = told_of(site, path, who)
        assert holding(texts, locked) == [], who
        assert site.ask(path, who, headers=JSON).json()["lock"] in NOBODY
        assert site.ask(f"{path}/@lock", who, headers=JSON).json() in NOBODY


def test_who_may_change_it_is_told(site, locked):
    for path, token in zip(LOCKED, locked[2:], strict=True):
        may_change = ("manager", "editor") if "toolkit" in path else ("manager",)
        for who in may_change:
            lock = site.ask(path, who, headers=JSON).json()["lock"]
            assert lock["creator_name"] == f"Sara {WORKER}"
            assert lock["token"] == token


def test_a_visitor_would_be_told(site, locked, monkeypatch):
    monkeypatch.setattr(who_works, "_may_change", lambda content: True)
    for path in LOCKED:
        texts = told_of(site, path, "visitor")
        assert len(holding(texts, locked[:1])) >= 4, path


def test_lock_still_keeps_others_from_saving_over_it(site, locked):
    answer = site.ask(PART, "editor", "PATCH", headers=JSON, json={"title": "Anders"})
    assert answer.status_code == 403
    transaction.begin()
    assert site.at(PART).title != "Anders"
