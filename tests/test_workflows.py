"""The workflows: every state and transition of the contract, and nothing else."""

from plone import api
from zope.i18n import translate

import pytest


KEEP = "gastvrij: Keep Organisation"
MANAGE = "gastvrij: Manage Organisation"
PUBLISH = "gastvrij: Publish Governance Document"
RETRACT = "gastvrij: Retract Governance Document"
HANDLE = "gastvrij: Handle Application"
POSTPONE = "gastvrij: Postpone Application"
DECIDE = "gastvrij: Decide Application"
RECORD = "gastvrij: Record Decision"
TOOLKIT = "gastvrij: Publish Toolkit"
DAY = "gastvrij: Announce Network Day"

# workflow -> states, the initial one first; transition -> (from, to, permission)
WORKFLOWS = {
    "directory_container_workflow": (["open"], {}),
    "directory_organisation_workflow": (
        ["draft", "active", "paused", "ended", "hidden"],
        {
            "publish": (["draft"], "active", KEEP),
            "pause": (["active"], "paused", KEEP),
            "resume": (["paused"], "active", KEEP),
            "hide": (["active", "paused"], "hidden", KEEP),
            "restore": (["hidden"], "active", KEEP),
            "end": (["active", "draft", "hidden", "paused"], "ended", MANAGE),
            "reopen": (["ended"], "draft", MANAGE),
        },
    ),
    "directory_file_workflow": (["private"], {}),
    "directory_notes_workflow": (["private"], {}),
    "membership_desk_workflow": (["open"], {}),
    "membership_document_workflow": (
        ["draft", "published", "retracted"],
        {
            "publish": (["draft"], "published", PUBLISH),
            "retract": (["published"], "retracted", RETRACT),
        },
    ),
    "membership_application_workflow": (
        [
            "unconfirmed",
            "submitted",
            "in_review",
            "waiting_for_applicant",
            "starting_up",
            "ready_for_board",
            "postponed",
            "approved",
            "rejected",
            "withdrawn",
            "anonymised",
        ],
        {
            "confirm": (["unconfirmed"], "submitted", HANDLE),
            "take_up": (["starting_up", "submitted", "withdrawn"], "in_review", HANDLE),
            "ask": (["in_review", "ready_for_board"], "waiting_for_applicant", HANDLE),
            "answer": (["waiting_for_applicant"], "in_review", HANDLE),
            "guide": (
                ["in_review", "submitted", "waiting_for_applicant"],
                "starting_up",
                HANDLE,
            ),
            "present": (["in_review", "starting_up"], "ready_for_board", HANDLE),
            "postpone": (["ready_for_board"], "postponed", POSTPONE),
            "resume": (["postponed"], "ready_for_board", POSTPONE),
            "approve": (["postponed", "ready_for_board"], "approved", DECIDE),
            "reject": (["postponed", "ready_for_board"], "rejected", DECIDE),
            "record_approval": (["postponed", "ready_for_board"], "approved", RECORD),
            "record_rejection": (["postponed", "ready_for_board"], "rejected", RECORD),
            "withdraw": (
                [
                    "in_review",
                    "postponed",
                    "ready_for_board",
                    "starting_up",
                    "submitted",
                    "unconfirmed",
                    "waiting_for_applicant",
                ],
                "withdrawn",
                HANDLE,
            ),
            "anonymise": (["rejected", "withdrawn"], "anonymised", "Manage portal"),
        },
    ),
    "toolkit_library_workflow": (["open"], {}),
    "toolkit_edition_workflow": (
        ["in_preparation", "current", "previous", "withdrawn"],
        {
            "publish": (["in_preparation"], "current", TOOLKIT),
            "supersede": (["current"], "previous", "Manage portal"),
            "withdraw": (["previous"], "withdrawn", TOOLKIT),
        },
    ),
    "toolkit_part_workflow": (
        ["draft", "in_review", "published", "archived"],
        {
            "submit": (["draft"], "in_review", TOOLKIT),
            "publish": (["draft", "in_review"], "published", TOOLKIT),
            "send_back": (["in_review", "published"], "draft", TOOLKIT),
            "archive": (["published"], "archived", TOOLKIT),
            "restore": (["archived"], "draft", TOOLKIT),
        },
    ),
    "networkday_container_workflow": (["open"], {}),
    "networkday_workflow": (
        ["draft", "announced", "cancelled", "finished"],
        {
            "announce": (["draft"], "announced", DAY),
            "cancel": (["announced"], "cancelled", DAY),
            "finish": (["announced"], "finished", DAY),
            "reopen": (["cancelled", "finished"], "announced", DAY),
        },
    ),
}

# a published part is as visible as the edition and the chapter that hold it
ACQUIRED = {
    ("toolkit_part_workflow", "published", "View"),
    ("toolkit_part_workflow", "published", "Access contents information"),
}

VARIABLES = {"action", "actor", "comments", "review_history", "time"}

by_workflow = pytest.mark.parametrize("name", WORKFLOWS)


@by_workflow
def test_workflow_has_the_states_and_transitions_of_the_contract(integration, name):
    workflow = api.portal.get_tool("portal_workflow")[name]
    states, transitions = WORKFLOWS[name]
    assert workflow.initial_state == states[0]
    assert set(workflow.states.objectIds()) == set(states)
    found = {
        transition.getId(): (
            sorted(
                state.getId()
                for state in workflow.states.objectValues()
                if transition.getId() in state.transitions
            ),
            transition.new_state_id,
            ", ".join(transition.guard.permissions),
        )
        for transition in workflow.transitions.objectValues()
    }
    assert found == transitions


@by_workflow
def test_workflow_keeps_the_five_standard_variables(integration, name):
    workflow = api.portal.get_tool("portal_workflow")[name]
    assert set(workflow.variables.objectIds()) == VARIABLES


@by_workflow
def test_states_decide_themselves_who_may(integration, name):
    workflow = api.portal.get_tool("portal_workflow")[name]
    acquired = {
        (name, state.getId(), permission)
        for state in workflow.states.objectValues()
        for permission, roles in state.permission_roles.items()
        if isinstance(roles, list)
    }
    assert acquired == {entry for entry in ACQUIRED if entry[0] == name}


@by_workflow
def test_no_state_grants_anything_to_the_stock_editing_roles(integration, name):
    workflow = api.portal.get_tool("portal_workflow")[name]
    granted = {
        role
        for state in workflow.states.objectValues()
        for roles in state.permission_roles.values()
        for role in roles
    }
    assert not granted & {"Owner", "Contributor", "Editor", "Reviewer", "Reader"}


@by_workflow
def test_titles_are_dutch_where_plone_shows_them(integration, name):
    workflow = api.portal.get_tool("portal_workflow")[name]
    titled = [
        workflow,
        *workflow.states.objectValues(),
        *workflow.transitions.objectValues(),
    ]
    for thing in titled:
        dutch = translate(thing.title, domain="plone", target_language="nl")
        assert dutch != thing.title, thing.title


def test_contact_persons_are_never_made_on_the_sharing_page(integration):
    portal = integration["portal"]
    with api.env.adopt_roles(["Manager"]):
        group = api.content.create(
            portal.groepen,
            "MemberOrganisation",
            id="voorbeeld",
            title="Voorbeeld",
            legal_form="vzw",
            municipality="44021",
            activities=["housing"],
        )
        for place in (portal, group, group.dossier):
            offered = [role["id"] for role in sharing(place).roles()]
            assert "Contact Person" not in offered


def sharing(content):
    """Return the sharing page of some content."""
    return api.content.get_view("sharing", content, content.REQUEST)


def test_every_workflow_of_ours_is_in_the_table(integration):
    workflow = api.portal.get_tool("portal_workflow")
    rooms = ("directory_", "membership_", "toolkit_", "networkday_")
    ours = {name for name in workflow.objectIds() if name.startswith(rooms)}
    assert ours == set(WORKFLOWS)
