"""What publishing an edition refuses, and what it brings about."""

from gastvrij.toolkit.publication import check_ready
from gastvrij.toolkit.publication import NotReadyError
from gastvrij.toolkit.readiness import readiness
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from Products.CMFCore.WorkflowCore import WorkflowException
from toolkit_content import make_edition

import pytest
import transaction


def states(library):
    return {
        edition.number: api.content.get_state(edition) for edition in library.values()
    }


def test_publishing_makes_the_old_edition_a_previous_one(library, acting):
    new = make_edition(library, 3, state="in_preparation")
    acting("Toolkit Editor")
    api.content.transition(new, "publish")
    assert states(library) == {2: "previous", 3: "current"}


def test_publishing_leaves_previous_and_withdrawn_editions_alone(library):
    make_edition(library, 3)
    api.content.transition(library["2"], "withdraw")
    make_edition(library, 4)
    make_edition(library, 5)
    assert states(library) == {
        2: "withdrawn",
        3: "previous",
        4: "previous",
        5: "current",
    }


def test_publishing_works_when_no_edition_is_in_force(library, acting):
    api.portal.get_tool("portal_workflow").doActionFor(library["2"], "supersede")
    new = make_edition(library, 3, state="in_preparation")
    acting("Toolkit Editor")
    api.content.transition(new, "publish")
    assert states(library) == {2: "previous", 3: "current"}


def test_publishing_writes_the_library_so_that_two_editors_do_not_pass(library):
    new = make_edition(library, 3, state="in_preparation")
    transaction.savepoint()
    assert not library._p_changed
    api.content.transition(new, "publish")
    assert library._p_changed


def test_publishing_publishes_what_is_being_reviewed(library, acting):
    new = make_edition(library, 3, state="in_preparation")
    waiting = [new.rol, new.huiswerk.wonen, new["ongeneeslijk-ziek"]]
    for thing in waiting:
        api.content.transition(thing, "send_back")
        api.content.transition(thing, "submit")
    acting("Toolkit Editor")
    api.content.transition(new, "publish")
    assert [api.content.get_state(thing) for thing in waiting] == ["published"] * 3


def test_publishing_leaves_the_archive_and_working_copies_alone(library):
    new = make_edition(library, 3, state="in_preparation")
    api.content.transition(new.huiswerk.wonen, "archive")
    copy = ICheckinCheckoutPolicy(new.huiswerk.inleiding).checkout(new.huiswerk)
    api.content.transition(new, "publish")
    assert api.content.get_state(new.huiswerk.wonen) == "archived"
    assert api.content.get_state(copy) == "draft"


def test_drafts_of_an_archived_chapter_are_nothing_to_do(library):
    new = make_edition(library, 3, state="in_preparation")
    api.content.transition(new.huiswerk.wonen, "send_back")
    assert [draft.getId() for draft in readiness(new).drafts] == ["wonen"]
    api.content.transition(new.huiswerk, "archive")
    assert readiness(new).drafts == ()


@pytest.mark.parametrize("path", ["rol", "huiswerk/wonen", "ongeneeslijk-ziek"])
def test_publishing_refuses_a_draft_by_name(library, path):
    new = make_edition(library, 3, state="in_preparation")
    draft = new.unrestrictedTraverse(path)
    api.content.transition(draft, "send_back")
    workflow = api.portal.get_tool("portal_workflow")
    with pytest.raises(WorkflowException, match=draft.title):
        workflow.doActionFor(new, "publish")
    assert states(library) == {2: "current", 3: "in_preparation"}
    assert transaction.isDoomed()


def test_check_ready_names_drafts_in_reading_order(library):
    edition = library["2"]
    for path in ("huiswerk/wonen", "rol", "huiswerk/checklist"):
        api.content.transition(edition.unrestrictedTraverse(path), "send_back")
    with pytest.raises(NotReadyError) as refusal:
        check_ready(edition)
    assert [each.Title() for each in refusal.value.lacks.drafts] == [
        "Maatschappelijke rol",
        "Checklist van het ‘huiswerk’ na erkenning",
        "Wonen. Op zoek naar een eigen adres",
    ]


@pytest.mark.parametrize("role", ["Toolkit Editor", "Secretariat", "Member"])
def test_nobody_supersedes_by_hand(library, acting, role):
    acting(role)
    with pytest.raises(WorkflowException):
        api.portal.get_tool("portal_workflow").doActionFor(library["2"], "supersede")
    assert states(library) == {2: "current"}


@pytest.mark.parametrize("role", ["Secretariat", "Board Member", "Editor", "Member"])
def test_only_toolkit_editors_publish(library, acting, role):
    new = make_edition(library, 3, state="in_preparation")
    acting(role)
    with pytest.raises(WorkflowException):
        api.portal.get_tool("portal_workflow").doActionFor(new, "publish")
    assert states(library) == {2: "current", 3: "in_preparation"}
