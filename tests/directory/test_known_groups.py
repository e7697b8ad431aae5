"""The groups that are remembered: what they tell, and that they are never stale."""

from gastvrij.directory.known_groups import public_groups
from gastvrij.directory.known_groups import visible_groups
from gastvrij.places.lookup import centre
from gastvrij.places.lookup import centre_of_code
from groups import ANTWERP
from groups import GENT
from groups import make_group
from groups import user_called
from plone import api

import pytest
import transaction


def titles(groups):
    """Return the names of groups."""
    return {group.title for group in groups}


def test_visitor_sees_what_is_online(filled):
    with api.env.adopt_roles(["Anonymous"]):
        seen = visible_groups(filled.groepen)
    assert titles(seen.standing) == {"active", "other", "paused"}
    assert titles(seen.ended) == {"ended"}
    assert seen.by_municipality == {GENT: 3}


@pytest.mark.parametrize(
    ("who", "more"),
    [
        ("member", set()),
        ("other_contact", set()),
        ("editor", set()),
        ("contact", {"draft", "hidden"}),
        ("board", {"draft", "hidden"}),
        ("secretariat", {"draft", "hidden"}),
    ],
)
def test_more_is_seen_by_who_may(filled, who, more):
    with api.env.adopt_user(user=user_called(who)):
        seen = visible_groups(filled.groepen)
        public = public_groups(filled.groepen)
    assert titles(seen.standing) == {"active", "other", "paused"} | more
    assert titles(public.standing) == {"active", "other", "paused"}


@pytest.mark.parametrize(
    ("precision", "code", "point"),
    [
        ("municipality", None, centre(GENT)),
        ("postal_code", "9050", centre_of_code("9050")),
        ("address", "9050", centre_of_code("9050")),
        ("postal_code", None, centre(GENT)),
        ("postal_code", "0000", centre(GENT)),
    ],
)
def test_group_is_no_more_exactly_placed_than_it_shows(portal, precision, code, point):
    make_group(portal, "Drempel", location_precision=precision, postal_code=code)
    [group] = public_groups(portal.groepen).standing
    assert group.point == point


def test_values_that_were_emptied_are_read(portal):
    nothing = dict.fromkeys(("target_groups", "languages", "service_area", "summaries"))
    make_group(portal, "Drempel", **nothing)
    [group] = public_groups(portal.groepen).standing
    assert group.service_area == frozenset()
    assert (group.target_groups, group.languages) == ((), ())


@pytest.fixture
def directory(site):
    """Return the directory of a running site, as this thread sees it."""
    transaction.begin()
    return site.portal.groepen


def change(directory, transition):
    """Put a group into another state, in this thread's transaction."""
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(directory["active"], transition)


def test_groups_are_read_once_for_each_state_of_the_catalogue(directory):
    first = public_groups(directory)
    transaction.begin()
    assert public_groups(directory) is first
    change(directory, "pause")
    transaction.commit()
    assert public_groups(directory) is not first


def hide(site):
    """Hide a group in another thread, as its contact person does."""
    answer = site.rest("contact", "POST", "groepen/active/@workflow/hide")
    assert answer.status_code == 200


def test_group_hidden_by_another_thread_is_gone_at_once(site, directory):
    assert "active" in titles(public_groups(directory).standing)
    hide(site)
    assert "active" not in titles(public_groups(directory).standing)


def test_control_a_stamp_that_stays_the_same_goes_on_showing_it(
    site, directory, monkeypatch
):
    monkeypatch.setattr("gastvrij.directory.kept.stamp_of", lambda catalog: (b"", 0))
    assert "active" in titles(public_groups(directory).standing)
    hide(site)
    assert "active" in titles(public_groups(directory).standing)


def test_what_is_not_committed_is_not_kept(directory):
    before = public_groups(directory)
    change(directory, "hide")
    assert "active" not in titles(public_groups(directory).standing)
    transaction.savepoint()
    assert "active" not in titles(public_groups(directory).standing)
    transaction.abort()
    assert public_groups(directory) is before


def test_two_directories_do_not_mix(portal):
    make_group(portal, "Drempel")
    with api.env.adopt_roles(["Manager"]):
        portal.portal_types.MemberDirectory.global_allow = True
        other = api.content.create(portal, "MemberDirectory", id="elders")
        api.content.create(
            other,
            "MemberOrganisation",
            id="ketel",
            title="Ketel",
            legal_form="vzw",
            municipality=ANTWERP,
            activities=["work"],
        )
        api.content.transition(other["ketel"], "publish")
    assert titles(public_groups(portal.groepen).standing) == {"Drempel"}
    assert titles(public_groups(other).standing) == {"Ketel"}


def test_no_group_is_woken(site, directory):
    transaction.begin()
    directory._p_jar.cacheMinimize()
    public_groups(directory)
    visible_groups(directory)
    woken = [group for group in directory.values() if group._p_changed is not None]
    assert woken == []
