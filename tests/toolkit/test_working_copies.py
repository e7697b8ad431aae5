"""A draft beside what is published: what it takes along, what it brings back."""

from datetime import date
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.keepers import keepers_of
from gastvrij.toolkit.keepers import note_check
from gastvrij.toolkit.keepers import thread_of
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from Products.CMFCore.WorkflowCore import WorkflowException
from toolkit_content import rich
from zope.annotation.interfaces import IAnnotations

import pytest
import transaction


@pytest.fixture
def part(edition, acting):
    """A published part that was checked, with a note of editors beside it."""
    part = edition.huiswerk.wonen
    part.checked_on = date(2025, 3, 1)
    part.change_note = "De huurprijs klopt weer."
    part.reindexObject()
    IAnnotations(part)["gastvrij.flags"] = ["eerste"]
    acting("Toolkit Editor")
    return part


def check_out(part):
    return ICheckinCheckoutPolicy(part).checkout(part.aq_parent)


def check_in(copy):
    return ICheckinCheckoutPolicy(copy).checkin("")


def test_checking_in_brings_the_text_and_keeps_number_lineage_and_address(
    edition, part
):
    before = contents(edition).by_number("3.4")
    copy = check_out(part)
    assert copy.lineage == part.lineage
    copy.title, copy.text = "Een huis", rich("<p>Nieuw.</p>")
    copy.lineage = "another"
    check_in(copy)
    after = contents(edition).by_number("3.4")
    assert after.title == "Een huis"
    assert edition.huiswerk.wonen.text.raw == "<p>Nieuw.</p>"
    assert (after.uid, after.url, after.lineage) == (
        before.uid,
        before.url,
        before.lineage,
    )
    assert after.state == "published"
    assert len(contents(edition).parts()) == 6


@pytest.mark.parametrize(
    ("of_copy", "of_part", "kept"),
    [
        (date(2025, 3, 1), date(2025, 9, 1), date(2025, 9, 1)),
        (date(2025, 10, 1), date(2025, 9, 1), date(2025, 10, 1)),
        (None, date(2025, 9, 1), date(2025, 9, 1)),
        (None, None, None),
    ],
)
def test_checking_in_keeps_the_newer_check_date(part, of_copy, of_part, kept):
    copy = check_out(part)
    copy.checked_on, part.checked_on = of_copy, of_part
    assert check_in(copy).checked_on == kept


def test_whoever_brings_a_newer_check_date_back_checked_the_part(portal, part):
    note_check(portal, thread_of(part), "iemand", part.checked_on)
    check_in(check_out(part))
    assert keepers_of(portal, thread_of(part)).checked_by == "iemand"
    copy = check_out(part)
    copy.checked_on = date(2025, 10, 1)
    check_in(copy)
    kept = keepers_of(portal, thread_of(part))
    assert kept.checked_by == api.user.get_current().getId()
    assert kept.checked_on == date(2025, 10, 1)


def test_interval_of_the_working_copy_is_that_of_the_part(part):
    copy = check_out(part)
    copy.check_interval = "3"
    assert check_in(copy).check_interval == "3"


def test_what_is_noted_beside_a_part_stays_with_the_part(part):
    copy = check_out(part)
    assert "gastvrij.flags" not in IAnnotations(copy)
    IAnnotations(part)["gastvrij.flags"] = ["eerste", "tweede"]
    IAnnotations(copy)["gastvrij.flags"] = ["van de kopie"]
    assert IAnnotations(check_in(copy))["gastvrij.flags"] == ["eerste", "tweede"]


def test_note_is_asked_anew_and_the_old_one_stays_until_then(part):
    copy = check_out(part)
    assert copy.change_note is None
    assert check_in(copy).change_note == "De huurprijs klopt weer."


def test_addendum_keeps_its_part_and_its_destination(edition, acting):
    addendum = edition["ongeneeslijk-ziek"]
    acting("Toolkit Editor")
    copy = ICheckinCheckoutPolicy(addendum).checkout(edition)
    addendum.destination = "merged"
    back = check_in(copy)
    assert back.destination == "merged"
    assert back.supplements.to_object.UID() == edition.huiswerk.gezondheidszorg.UID()
    assert contents(edition).by_number("3.6").addenda[0].uid == addendum.UID()


@pytest.mark.parametrize("role", [None, "Member", "Board Member", "Contact Person"])
def test_readers_do_not_see_a_working_copy(part, acting, role):
    copy = check_out(part)
    acting(role)
    assert not api.user.has_permission("View", obj=copy)


def test_working_copy_is_not_published_beside_its_part(part):
    copy = check_out(part)
    with pytest.raises(WorkflowException):
        api.portal.get_tool("portal_workflow").doActionFor(copy, "publish")
    assert transaction.isDoomed()
    assert api.content.get_state(copy) == "draft"


def test_one_editor_alone_may_publish_and_send_back(part):
    for transition in ("send_back", "submit", "send_back", "publish"):
        api.content.transition(part, transition)
    assert api.content.get_state(part) == "published"
