"""Who may see and edit a group, in every state."""

from AccessControl import getSecurityManager
from gastvrij.directory.organisation import IMemberOrganisation
from groups import ANTWERP
from groups import PEOPLE
from groups import STATES
from groups import user_called
from plone import api
from plone.autoform.interfaces import WRITE_PERMISSIONS_KEY
from plone.supermodel.utils import mergedTaggedValueDict
from zope.component import getUtility
from zope.schema import getFieldNames
from zope.security.interfaces import IPermission

import pytest


EVERYBODY = set(PEOPLE)
KEEPERS = {"secretariat", "site_admin", "manager"}
OWN = KEEPERS | {"contact"}
INSIDERS = OWN | {"board"}

# state: who may view, who may edit
TABLE = {
    "draft": (INSIDERS, OWN),
    "active": (EVERYBODY, OWN),
    "paused": (EVERYBODY, OWN),
    "ended": (EVERYBODY, KEEPERS),
    "hidden": (INSIDERS, OWN),
}

# what only the secretariat changes, with a value to try
KEPT = {
    "title": "Een andere naam",
    "legal_form": "feitelijke_vereniging",
    "enterprise_number": "0403.019.261",
    "member_since": "2020-01-01",
    "municipality": ANTWERP,
    "location_precision": "address",
}
OPEN = {
    "description": "In het kort.",
    "text": "<p>Wat wij doen.</p>",
    "founded": 2014,
    "service_area": [ANTWERP],
    "activities": ["work"],
    "target_groups": ["families"],
    "languages": ["fr"],
    "public_email": "groep@example.org",
    "website": "https://groep.example.org",
    "social_media": ["https://facebook.com/groep"],
    "how_to_reach": "Kom langs.",
    "accessibility": "Geen trappen.",
    "recruiting": "yes",
    "needs": [{"text": "Een buggy", "until": None}],
    "summaries": [{"language": "fr", "text": "Bienvenue."}],
}


def may(who: str, permission: str, group: object) -> bool:
    """Tell whether somebody has a permission on a group."""
    if who == "visitor":
        with api.env.adopt_roles(["Anonymous"]):
            return bool(getSecurityManager().checkPermission(permission, group))
    with api.env.adopt_user(user=user_called(who)):
        return bool(getSecurityManager().checkPermission(permission, group))


@pytest.mark.parametrize("permission", ["View", "Access contents information"])
def test_view_is_for_whom_the_state_allows(filled, permission):
    found = {
        state: {who for who in PEOPLE if may(who, permission, filled.groepen[state])}
        for state in STATES
    }
    assert found == {state: viewers for state, (viewers, _) in TABLE.items()}


def test_edit_is_for_the_group_and_the_secretariat(filled):
    permission = "Modify portal content"
    found = {
        state: {who for who in PEOPLE if may(who, permission, filled.groepen[state])}
        for state in STATES
    }
    assert found == {state: editors for state, (_, editors) in TABLE.items()}


def test_contact_person_has_no_say_about_another_group(filled):
    other = filled.groepen.other
    assert not may("contact", "Modify portal content", other)
    assert may("other_contact", "Modify portal content", other)


def test_every_field_has_somebody_who_may_write_it(filled):
    permissions = mergedTaggedValueDict(IMemberOrganisation, WRITE_PERMISSIONS_KEY)
    kept = {*KEPT, "postal_code", "street"}
    assert permissions == {
        **dict.fromkeys(kept, "gastvrij.ManageOrganisation"),
        "confirmed_on": "cmf.ManagePortal",
    }
    open_fields = set(getFieldNames(IMemberOrganisation)) - permissions.keys()
    assert open_fields == OPEN.keys() | {"image", "image_alt", "recruiting_until"}


def test_kept_fields_are_for_the_secretariat(filled):
    manage = getUtility(IPermission, "gastvrij.ManageOrganisation").title
    found = {who for who in PEOPLE if may(who, manage, filled.groepen.active)}
    assert found == KEEPERS


def stored(group, names) -> dict:
    """Return the values of fields as they are in the database."""
    return {name: getattr(group, name) for name in names}


@pytest.mark.parametrize("who", sorted(PEOPLE))
def test_rest_writes_only_what_somebody_may(site, who):
    group = site.portal.groepen.active
    before = stored(group, KEPT), stored(group, OPEN)
    answers = {
        name: site.rest(who, "PATCH", "groepen/active", {name: value}).status_code
        for name, value in (KEPT | OPEN).items()
    }
    now = stored(group, KEPT), stored(group, OPEN)
    changed = {name for name in KEPT if now[0][name] != before[0][name]}
    changed |= {name for name in OPEN if now[1][name] != before[1][name]}
    expected = {True: OPEN.keys(), False: set()}[who in OWN]
    assert changed == expected | (KEPT.keys() if who in KEEPERS else set())
    assert set(answers.values()) == {204 if who in OWN else 401}


def test_rest_passes_over_what_is_not_theirs_between_what_is(site):
    group = site.portal.groepen.active
    kept, extra = stored(group, KEPT), {"contacts": [], "review_state": "hidden"}
    data = KEPT | OPEN | extra | {"confirmed_on": "2030-01-01"}
    answer = site.rest("contact", "PATCH", "groepen/active", data)
    assert answer.status_code == 204
    plain = {name: OPEN[name] for name in ("description", "founded", "languages")}
    assert stored(group, plain) == plain
    assert stored(group, KEPT) == kept
    assert group.confirmed_on is None
    assert api.content.get_state(group) == "active"
    assert not set(extra) & set(group.__dict__)


@pytest.mark.parametrize("state", sorted(STATES))
def test_rest_writes_in_a_state_only_for_its_editors(site, state):
    group = site.portal.groepen[state]
    found = set()
    for who in PEOPLE:
        data = {"description": who}
        site.rest(who, "PATCH", f"groepen/{state}", data)
        if group.description == who:
            found.add(who)
    assert found == TABLE[state][1]


@pytest.mark.parametrize("who", sorted(set(PEOPLE) - {"manager"}))
def test_confirmed_on_is_written_by_the_system_only(site, who):
    site.rest(who, "PATCH", "groepen/active", {"confirmed_on": "2026-01-01"})
    assert site.portal.groepen.active.confirmed_on is None


def test_add_is_for_the_secretariat_and_nothing_fits_inside_a_group(site):
    data = {"@type": "MemberOrganisation", "title": "Nieuw", "legal_form": "vzw"}
    data |= {"municipality": ANTWERP, "activities": ["work"]}
    for who in PEOPLE:
        site.rest(who, "POST", "groepen", data | {"id": f"nieuw-{who}"})
        for kind in ("Document", "MemberOrganisation", "Folder"):
            inside = data | {"@type": kind}
            answer = site.rest(who, "POST", "groepen/active", inside)
            assert answer.status_code in (401, 403), (who, kind)
    added = {id_ for id_ in site.portal.groepen.objectIds() if id_.startswith("nieuw")}
    assert added == {f"nieuw-{who}" for who in KEEPERS}
    assert site.portal.groepen.active.objectIds() == ["dossier"]
    assert api.content.get_state(site.portal.groepen["nieuw-secretariat"]) == "draft"
