"""Who sees and plans what, as the workflow hands it out."""

from network_days import pdf
from network_days import whole_day
from plone import api
from zExceptions import Unauthorized

import pytest


SEES_DRAFTS = {
    "Anonymous": False,
    "Member": False,
    "Contact Person": False,
    "Toolkit Editor": False,
    "Board Member": False,
    "Secretariat": True,
    "Network Day Coordinator": True,
    "Manager": True,
}
PLANS = {
    "Anonymous": False,
    "Member": False,
    "Editor": False,
    "Secretariat": False,
    "Board Member": False,
    "Network Day Coordinator": True,
    "Manager": True,
}
PERMISSIONS = ("View", "Access contents information")


def things(day):
    """Return a day and everything in it."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        path="/".join(day.getPhysicalPath())
    )
    return [brain._unrestrictedGetObject() for brain in brains]


@pytest.mark.parametrize("role", SEES_DRAFTS)
def test_draft_is_seen_with_all_that_is_in_it_or_not_at_all(days, become, role):
    inside = things(days.netwerkdagen["geheim"])
    become(role)
    allowed = {
        (thing.getId(), permission): api.user.has_permission(permission, obj=thing)
        for thing in inside
        for permission in PERMISSIONS
    }
    names = {"geheim", "geheim-item", "geheim.pdf"}
    assert {name for name, _ in allowed} == names
    assert set(allowed.values()) == {SEES_DRAFTS[role]}


@pytest.mark.parametrize("role", SEES_DRAFTS)
def test_draft_is_found_only_by_who_may_see_it(days, become, role):
    become(role)
    found = {brain.getId for brain in api.content.find(SearchableText="Geheim*")}
    assert bool(found) is SEES_DRAFTS[role]


@pytest.mark.parametrize("transition", [None, "cancel", "finish"])
def test_day_is_seen_by_everyone_once_it_is_announced(days, become, transition):
    draft = days.netwerkdagen["geheim"]
    api.content.transition(draft, "announce")
    if transition:
        api.content.transition(draft, transition)
    inside = things(draft)
    become("Anonymous")
    seen = [
        api.user.has_permission(p, obj=thing) for thing in inside for p in PERMISSIONS
    ]
    assert len(seen) == 8
    assert all(seen)
    assert len(api.content.find(SearchableText="Geheim*")) == 4


def add_everything(container):
    """Add a day, an item in it and a file in that, as whoever is logged in."""
    day = api.content.create(
        container, "NetworkDay", id="nieuw", title="Nieuw", **whole_day("2026-07-04")
    )
    item = api.content.create(
        day, "ProgrammeItem", id="stuk", title="Stuk", start=day.start, end=day.end
    )
    for parent in (day, item):
        api.content.create(parent, "File", id="blad", title="Blad", file=pdf())


@pytest.mark.parametrize("role", [role for role, plans in PLANS.items() if plans])
def test_planner_adds_days_items_and_files(days, become, role):
    become(role)
    add_everything(days.netwerkdagen)
    nieuw = days.netwerkdagen["nieuw"]
    assert [nieuw.objectIds(), nieuw["stuk"].objectIds()] == [
        ["stuk", "blad"],
        ["blad"],
    ]


@pytest.mark.parametrize("role", [role for role, plans in PLANS.items() if not plans])
@pytest.mark.parametrize("where", ["netwerkdagen", "2019", "verhalen"])
def test_others_add_nothing(days, become, role, where):
    day = days.netwerkdagen["2019"]
    places = {
        "netwerkdagen": (days.netwerkdagen, "NetworkDay"),
        "2019": (day, "ProgrammeItem"),
        "verhalen": (day["verhalen"], "File"),
    }
    container, portal_type = places[where]
    before = container.objectIds()
    become(role)
    with pytest.raises((Unauthorized, ValueError, api.exc.InvalidParameterError)):
        api.content.create(container, portal_type, id="nieuw", title="Nieuw")
    assert container.objectIds() == before


@pytest.mark.parametrize("who", ["visitor", "member", "secretariat"])
def test_others_add_nothing_over_rest(site, who):
    sent = {"@type": "NetworkDay", "title": "Ingeslopen"}
    answer = site.rest("netwerkdagen", who, method="POST", json=sent)
    assert answer.status_code in (401, 403)
    listed = site.rest("netwerkdagen/@networkdays", "manager").json()["items"]
    assert "Ingeslopen" not in {item["title"] for item in listed}


@pytest.mark.parametrize(
    ("who", "allowed"),
    [("visitor", False), ("secretariat", False), ("coordinator", True)],
)
def test_only_a_planner_announces(site, who, allowed):
    answer = site.rest("netwerkdagen/geheim/@workflow/announce", who, method="POST")
    assert answer.ok is allowed
    told = site.rest("netwerkdagen/geheim", "coordinator").json()
    assert told["review_state"] == ("announced" if allowed else "draft")
