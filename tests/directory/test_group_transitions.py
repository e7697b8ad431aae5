"""Who may bring a group from which state to which: the table of the contract."""

from groups import PEOPLE
from groups import STATES
from plone import api
from test_group_permissions import KEEPERS
from test_group_permissions import OWN

import pytest
import transaction


# transition: from which states, to which, by whom
TRANSITIONS = {
    "publish": ({"draft"}, "active", OWN),
    "pause": ({"active"}, "paused", OWN),
    "resume": ({"paused"}, "active", OWN),
    "hide": ({"active", "paused"}, "hidden", OWN),
    "restore": ({"hidden"}, "active", OWN),
    "end": ({"draft", "active", "paused", "hidden"}, "ended", KEEPERS),
    "reopen": ({"ended"}, "draft", KEEPERS),
}


def expected(who: str, state: str, transition: str) -> str:
    """Return the state that follows, which is the same one when somebody may not."""
    sources, target, allowed = TRANSITIONS[transition]
    return target if state in sources and who in allowed else state


def put_back(group, state: str) -> None:
    """Bring a group into a state, whatever the workflow says."""
    tool = api.portal.get_tool("portal_workflow")
    workflow = tool["directory_organisation_workflow"]
    status = tool.getStatusOf(workflow.getId(), group) | {"review_state": state}
    tool.setStatusOf(workflow.getId(), group, status)
    workflow.updateRoleMappingsFor(group)
    group.reindexObject()
    transaction.commit()


def test_workflow_has_the_transitions_of_the_contract(portal):
    workflow = portal.portal_workflow["directory_organisation_workflow"]
    found = {
        name: (
            {
                id_
                for id_, state in workflow.states.items()
                if name in state.transitions
            },
            transition.new_state_id,
        )
        for name, transition in workflow.transitions.items()
    }
    assert found == {name: row[:2] for name, row in TRANSITIONS.items()}
    assert workflow.initial_state == "draft"
    assert set(workflow.states) == set(STATES)


@pytest.mark.parametrize("state", sorted(STATES))
def test_transition_over_rest_is_done_by_whom_the_contract_says(site, state):
    group = site.portal.groepen[state]
    surprises = []
    for who in PEOPLE:
        for transition in TRANSITIONS:
            site.rest(who, "POST", f"groepen/{state}/@workflow/{transition}")
            reached = api.content.get_state(group)
            if reached != expected(who, state, transition):
                surprises.append((who, transition, reached))
            if reached != state:
                put_back(group, state)
    assert surprises == []


@pytest.mark.parametrize("state", sorted(STATES))
def test_transition_in_the_classic_pages_is_done_by_the_same(site, state):
    group = site.portal.groepen[state]
    for who in ("visitor", "contact", "board", "secretariat"):
        page = site.ask(who, "GET", f"groepen/{state}/content_status_history")
        offered = {name for name in TRANSITIONS if f'value="{name}"' in page.text}
        assert offered == {
            name for name in TRANSITIONS if expected(who, state, name) != state
        }
    assert api.content.get_state(group) == state
