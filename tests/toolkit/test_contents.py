"""Who sees what of the contents of an edition, and in which order."""

from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import current_edition
from gastvrij.toolkit.contents import editions
from gastvrij.toolkit.contents import same_part
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from plone.app.iterate.interfaces import IWorkingCopy
from toolkit_content import make_edition
from toolkit_content import PARTS

import pytest
import transaction


TITLES = [title for name, title in PARTS]
EDITORS = ["Manager", "Site Administrator", "Toolkit Editor", "Secretariat"]
READERS = [None, "Member", "Contact Person", "Board Member", "Network Day Coordinator"]


def titles(edition):
    return [part.title for part in contents(edition).parts()]


def numbers(edition):
    return [part.number for part in contents(edition).parts()]


def test_contents_has_chapters_parts_and_addenda_in_order(edition):
    found = contents(edition)
    assert [c.label for c in found.chapters] == [
        "1 Achtergrond",
        "2 Maatschappelijke rol",
        "3 Huiswerk",
    ]
    assert titles(edition) == TITLES
    part = found.by_number("3.6")
    assert part.label == "3.6 Gezondheidszorg"
    assert part.url == edition.huiswerk.gezondheidszorg.absolute_url()
    assert part.description == "Over Gezondheidszorg."
    assert [a.title for a in part.addenda] == ["Ongeneeslijk ziek zijn"]


def test_contents_knows_which_chapters_have_a_text(edition):
    assert [c.has_text for c in contents(edition).chapters] == [True, True, False]


def test_contents_number_follows_the_order_with_nothing_stored(edition):
    part = edition.huiswerk.gezondheidszorg
    contents(edition)
    transaction.savepoint()
    edition.huiswerk.moveObjectsToTop(["gezondheidszorg"])
    found = contents(edition)
    assert found.by_number("3.1").title == "Gezondheidszorg"
    assert found.by_number("3.1").addenda[0].title == "Ongeneeslijk ziek zijn"
    assert found.by_number("3.6").title == "Inburgering en integratie"
    assert found.neighbours(part.UID()).previous.title == "Maatschappelijke rol"
    assert not part._p_changed
    assert not edition["ongeneeslijk-ziek"]._p_changed


def test_contents_changes_the_catalogue_counter_when_parts_move(edition):
    catalog = api.portal.get_tool("portal_catalog")
    before = catalog.getCounter()
    edition.huiswerk.moveObjectsToTop(["gezondheidszorg"])
    contents(edition)
    assert catalog.getCounter() > before


@pytest.mark.parametrize("role", READERS)
@pytest.mark.parametrize("transition", ["send_back", "archive"])
def test_contents_hides_an_unpublished_part_from_readers(
    edition, acting, role, transition
):
    api.content.transition(edition.huiswerk.wonen, transition)
    acting(role)
    assert titles(edition) == [title for title in TITLES if "Wonen" not in title]
    assert numbers(edition) == ["3.1", "3.2", "3.3", "3.4", "3.5"]


@pytest.mark.parametrize("role", EDITORS)
def test_contents_shows_drafts_to_editors_without_a_number(edition, acting, role):
    api.content.transition(edition.huiswerk.wonen, "send_back")
    acting(role)
    assert titles(edition) == TITLES
    assert numbers(edition) == ["3.1", "3.2", "3.3", None, "3.4", "3.5"]
    assert contents(edition).parts()[3].state == "draft"


@pytest.mark.parametrize("role", EDITORS)
def test_contents_leaves_the_archive_out_for_editors_too(edition, acting, role):
    api.content.transition(edition.huiswerk.wonen, "archive")
    acting(role)
    assert "Wonen. Op zoek naar een eigen adres" not in titles(edition)


def test_contents_hides_the_parts_of_a_draft_chapter(edition, acting):
    api.content.transition(edition.huiswerk, "send_back")
    acting(None)
    assert [c.number for c in contents(edition).chapters] == ["1", "2"]
    assert titles(edition) == []


@pytest.mark.parametrize("role", READERS)
def test_contents_of_an_edition_in_preparation_is_empty_for_readers(
    library, acting, role
):
    make_edition(library, 3, state="in_preparation")
    acting(role)
    assert contents(library["3"]).chapters == ()
    assert contents(library["3"]).addenda == ()
    assert [edition.number for edition in editions(library)] == [2]


@pytest.mark.parametrize("role", EDITORS)
def test_contents_of_an_edition_in_preparation_is_there_for_editors(
    library, acting, role
):
    make_edition(library, 3, state="in_preparation")
    acting(role)
    assert titles(library["3"]) == TITLES
    assert [edition.number for edition in editions(library)] == [3, 2]


@pytest.mark.parametrize(
    ("state", "seen"),
    [("current", TITLES), ("previous", TITLES), ("withdrawn", [])],
)
def test_contents_for_a_visitor_follows_the_state_of_the_edition(
    library, acting, state, seen
):
    edition = make_edition(library, 3)
    if state != "current":
        make_edition(library, 4)
    if state == "withdrawn":
        api.content.transition(edition, "withdraw")
    assert api.content.get_state(edition) == state
    acting(None)
    assert titles(edition) == seen


def test_contents_never_counts_a_working_copy(edition):
    part = edition.huiswerk.inleiding
    copy = ICheckinCheckoutPolicy(part).checkout(edition.huiswerk)
    assert IWorkingCopy.providedBy(copy)
    assert titles(edition) == TITLES
    assert numbers(edition)[0] == "3.1"


def test_contents_without_the_rule_on_working_copies_would_count_one(
    edition, monkeypatch
):
    part = edition.huiswerk.inleiding
    ICheckinCheckoutPolicy(part).checkout(edition.huiswerk)
    monkeypatch.setattr("gastvrij.toolkit.contents.NO_WORKING_COPIES", {"not": "none"})
    assert titles(edition) == [*TITLES, "Inleiding"]


def test_contents_wakes_no_part(edition):
    parts = edition.huiswerk.objectValues()
    contents(edition)
    transaction.savepoint()
    for part in parts:
        part._p_deactivate()
    assert titles(edition) == TITLES
    assert [part._p_changed for part in parts] == [None] * len(parts)


def test_current_edition_is_the_one_in_force(library):
    make_edition(library, 3, state="in_preparation")
    assert current_edition(library).number == 2
    assert current_edition(library).year == 2018


def test_same_part_follows_the_lineage_into_the_current_edition(library):
    old = make_edition(library, 3, lineage="same")
    new = make_edition(library, 4, lineage="same")
    new.huiswerk.moveObjectsToTop(["wonen"])
    api.content.rename(new.huiswerk.wonen, "huis")
    found = same_part(old.huiswerk.wonen.lineage, library)
    assert found.url == new.huiswerk.huis.absolute_url()
    assert found.number == "3.1"


@pytest.mark.parametrize("lineage", [None, "", "2-gone"])
def test_same_part_is_none_without_a_match(library, lineage):
    assert same_part(lineage, library) is None


def test_same_part_is_none_without_a_current_edition(library):
    lineage = library["2"].huiswerk.wonen.lineage
    api.content.delete(library["2"])
    assert same_part(lineage, library) is None
