"""A new edition: what comes along, what is decided, what publishing refuses."""

from datetime import date
from gastvrij.toolkit.addenda_decisions import CARRIED
from gastvrij.toolkit.addenda_decisions import decide
from gastvrij.toolkit.addenda_decisions import decisions
from gastvrij.toolkit.addenda_decisions import DROPPED
from gastvrij.toolkit.addenda_decisions import MERGED
from gastvrij.toolkit.addenda_decisions import NoPartError
from gastvrij.toolkit.addenda_decisions import OPEN
from gastvrij.toolkit.addenda_decisions import undecided
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import editions
from gastvrij.toolkit.new_edition import edition_in_preparation
from gastvrij.toolkit.new_edition import start_edition
from gastvrij.toolkit.readiness import inside
from gastvrij.toolkit.readiness import readiness
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from plone.namedfile.file import NamedBlobFile
from Products.CMFCore.WorkflowCore import WorkflowException
from toolkit_content import PARTS
from toolkit_content import rich
from zExceptions import Unauthorized
from zope.annotation.interfaces import IAnnotations

import pytest
import transaction


READERS = [None, "Member", "Contact Person", "Board Member", "Network Day Coordinator"]
SEERS = ["Manager", "Site Administrator", "Toolkit Editor", "Secretariat"]


@pytest.fixture
def old(edition):
    """Edition 2, in which one part has everything that a part can have."""
    part = edition.huiswerk.wonen
    part.file = NamedBlobFile(b"%PDF-1.4", "application/pdf", "wonen.pdf")
    part.checked_on = date(2025, 3, 1)
    part.check_interval = "6"
    part.sources = [{"title": "Huurwijzer", "url": None, "checked_on": None}]
    part.change_note = "De huurprijs klopt weer."
    part.text = rich(
        f'<p><a href="resolveuid/{edition.huiswerk.inleiding.UID()}">Lees</a></p>'
        f'<p><img alt="Een huis" src="resolveuid/{"a" * 32}/@@images/image" /></p>'
    )
    edition.foreword = rich(f'<p><a href="resolveuid/{edition.rol.UID()}">Lees</a></p>')
    edition.full_file = NamedBlobFile(b"%PDF-1.4", "application/pdf", "heel.pdf")
    return edition


@pytest.fixture
def new(old, acting):
    """Edition 3, as a toolkit editor started it."""
    acting("Toolkit Editor")
    return start_edition(old, "Toolkit, editie 3", 2027)


@pytest.fixture
def addendum(old):
    """The open addendum of edition 2."""
    return old["ongeneeslijk-ziek"]


def states(things):
    return {api.content.get_state(thing) for thing in things}


def make_ready(edition):
    for thing in inside(edition):
        if api.content.get_state(thing) == "draft":
            api.content.transition(thing, "submit")


def publish(edition):
    api.portal.get_tool("portal_workflow").doActionFor(edition, "publish")


def test_new_edition_has_the_next_number_and_knows_the_previous_one(old, new):
    assert (new.getId(), new.number, new.title) == ("3", 3, "Toolkit, editie 3")
    assert new.year == 2027
    assert new.previous_edition.to_object.UID() == old.UID()
    assert new.full_file is None
    assert api.content.get_state(new) == "in_preparation"


def test_new_edition_passes_over_a_number_that_is_taken(library, old):
    api.content.create(library, "ToolkitEdition", title="Drie", number=3)
    assert start_edition(old, "Vier").number == 4


def test_new_edition_has_the_same_parts_as_drafts_in_the_same_order(old, new):
    assert [c.id for c in contents(new).chapters] == ["achtergrond", "rol", "huiswerk"]
    parts = contents(new).parts()
    assert [(part.id, part.title) for part in parts] == list(PARTS)
    assert [part.lineage for part in parts] == [f"2-{name}" for name, title in PARTS]
    assert states(inside(new)) == {"draft"}
    assert contents(new).addenda == ()


def test_part_comes_along_with_what_readers_and_checks_need(old, new):
    part, copy = old.huiswerk.wonen, new.huiswerk.wonen
    for name in ("description", "checked_on", "check_interval", "sources"):
        assert getattr(copy, name) == getattr(part, name)
    assert copy.file.data == b"%PDF-1.4"
    assert copy.file is not part.file
    assert copy.sources is not part.sources
    assert copy.change_note is None
    assert old.rol.text.raw == new.rol.text.raw


def test_links_lead_to_the_new_parts_and_pictures_stay(old, new):
    raw = new.huiswerk.wonen.text.raw
    assert f"resolveuid/{new.huiswerk.inleiding.UID()}" in raw
    assert old.huiswerk.inleiding.UID() not in raw
    assert f"resolveuid/{'a' * 32}/@@images" in raw
    assert new.foreword.raw == f'<p><a href="resolveuid/{new.rol.UID()}">Lees</a></p>'


def test_nobody_gets_a_role_and_no_history_or_note_comes_along(library, old, acting):
    part = old.huiswerk.wonen
    part.manage_setLocalRoles("iemand", ["Editor"])
    IAnnotations(part)["gastvrij.secret"] = "kwartelslag"
    acting("Toolkit Editor")
    new = start_edition(old, "Drie")
    for thing in (new, *inside(new)):
        assert thing.get_local_roles() == ()
        assert "gastvrij.secret" not in IAnnotations(thing)
        (history,) = thing.workflow_history.values()
        assert len(history) == 1


def test_archive_and_working_copies_stay_behind(old, acting):
    api.content.transition(old.huiswerk.ocmw, "archive")
    ICheckinCheckoutPolicy(old.huiswerk.wonen).checkout(old.huiswerk)
    acting("Toolkit Editor")
    new = start_edition(old, "Drie")
    assert new.huiswerk.objectIds() == [name for name, t in PARTS if name != "ocmw"]


@pytest.mark.parametrize("role", READERS)
def test_readers_do_not_see_an_edition_in_preparation(library, new, acting, role):
    acting(role)
    assert [each.number for each in editions(library)] == [2]
    assert edition_in_preparation(library) is None
    assert contents(new).parts() == []
    for thing in (new, *inside(new)):
        assert not api.user.has_permission("View", obj=thing)


@pytest.mark.parametrize("role", SEERS)
def test_editors_see_an_edition_in_preparation(library, new, acting, role):
    acting(role)
    assert edition_in_preparation(library).number == 3
    assert len(contents(new).parts()) == 6


@pytest.mark.parametrize("role", ["Secretariat", "Member", "Board Member", None])
def test_only_toolkit_editors_start_an_edition(library, old, acting, role):
    acting(role)
    with pytest.raises(Unauthorized):
        start_edition(old, "Drie")
    assert library.objectIds() == ["2"]


def test_addendum_is_undecided_at_first(new, addendum):
    assert [each.Title() for each in undecided(new)] == ["Ongeneeslijk ziek zijn"]
    assert [each.outcome for each in decisions(new)] == [OPEN]


@pytest.mark.parametrize("outcome", [MERGED, DROPPED])
def test_addendum_keeps_what_was_decided(new, addendum, outcome):
    decide(new, addendum.UID(), outcome)
    assert addendum.destination == outcome
    assert undecided(new) == []
    decide(new, addendum.UID(), OPEN)
    assert undecided(new) == [addendum]


def test_addendum_is_carried_over_once_to_the_same_part(new, addendum):
    for _again in range(2):
        decide(new, addendum.UID(), CARRIED)
    (copy,) = contents(new).addenda
    assert copy.title == addendum.title
    assert copy.supplements == new.huiswerk.gezondheidszorg.UID()
    assert copy.state == "draft"
    assert addendum.destination == OPEN
    assert new[copy.id].destination == OPEN
    assert [each.outcome for each in decisions(new)] == [CARRIED]
    api.content.delete(new[copy.id])
    assert undecided(new) == [addendum]


def test_links_of_what_is_carried_over_lead_to_the_parts_beside_it(old, new, addendum):
    link = '<p><a href="resolveuid/{}">Lees</a></p>'
    addendum.text = rich(link.format(old.huiswerk.wonen.UID()))
    decide(new, addendum.UID(), CARRIED)
    copy = new[contents(new).addenda[0].id]
    assert copy.text.raw == link.format(new.huiswerk.wonen.UID())
    assert old.huiswerk.wonen.UID() in addendum.text.raw


def test_link_to_an_addendum_leads_to_what_was_carried_over(old, new, addendum):
    link = f'<p><a href="resolveuid/{addendum.UID()}">Zie 3.12</a></p>'
    new.huiswerk.wonen.text = rich(link)
    decide(new, addendum.UID(), CARRIED)
    copy = new[contents(new).addenda[0].id]
    assert f"resolveuid/{copy.UID()}" in new.huiswerk.wonen.text.raw


def test_addendum_is_carried_over_into_the_edition_after_that(new, addendum):
    decide(new, addendum.UID(), CARRIED)
    make_ready(new)
    publish(new)
    fourth = start_edition(new, "Vier")
    copy = new[contents(new).addenda[0].id]
    assert undecided(fourth) == [copy]
    decide(fourth, copy.UID(), CARRIED)
    assert undecided(fourth) == []
    assert contents(fourth).addenda[0].lineage == addendum.UID()


def test_addendum_without_its_part_is_not_carried_over(new, addendum):
    api.content.delete(new.huiswerk.gezondheidszorg)
    with pytest.raises(NoPartError):
        decide(new, addendum.UID(), CARRIED)
    assert undecided(new) == [addendum]


def test_addendum_of_another_edition_is_nobodys(new):
    assert decide(new, "b" * 32, DROPPED) is None


def test_publishing_refuses_an_addendum_that_is_undecided(library, new, addendum):
    make_ready(new)
    with pytest.raises(WorkflowException, match="Ongeneeslijk ziek zijn"):
        publish(new)
    assert transaction.isDoomed()
    assert api.content.get_state(library["2"]) == "current"


def test_publishing_refuses_a_part_without_text_or_file(new, addendum):
    decide(new, addendum.UID(), DROPPED)
    make_ready(new)
    new.huiswerk.inleiding.text = rich(" ")
    assert [each.getId() for each in readiness(new).unwritten] == ["inleiding"]
    with pytest.raises(WorkflowException, match="Inleiding"):
        publish(new)


def test_publishing_refuses_pictures_without_words_by_the_name_of_their_part(
    new, addendum
):
    decide(new, addendum.UID(), DROPPED)
    make_ready(new)
    new.huiswerk.inleiding.text = rich('<img src="tafel.jpg" alt="">')
    assert [each.getId() for each in readiness(new).wordless] == ["inleiding"]
    with pytest.raises(WorkflowException, match="Inleiding"):
        publish(new)


def test_publishing_names_every_draft(new, addendum):
    decide(new, addendum.UID(), MERGED)
    with pytest.raises(WorkflowException) as refused:
        publish(new)
    for _name, title in PARTS:
        assert title in str(refused.value)


def test_readers_never_get_an_empty_book(library, old):
    empty = api.content.create(library, "ToolkitEdition", title="Leeg", number=7)
    with pytest.raises(WorkflowException, match=r"empty book|leeg boek"):
        publish(empty)
    assert api.content.get_state(old) == "current"


def test_published_edition_takes_the_place_of_the_old_one(library, new, addendum):
    decide(new, addendum.UID(), CARRIED)
    make_ready(new)
    publish(new)
    assert states(inside(new)) == {"published"}
    found = {each.number: each.state for each in editions(library)}
    assert found == {3: "current", 2: "previous"}
    assert contents(new).by_number("3.6").addenda[0].title == addendum.title
