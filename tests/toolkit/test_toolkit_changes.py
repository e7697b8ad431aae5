"""What changed for readers: who sees it, and who never does."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.toolkit.change_data import ChangesData
from gastvrij.toolkit.change_note import Said
from gastvrij.toolkit.change_record import CHANGED
from gastvrij.toolkit.change_record import record_change
from gastvrij.toolkit.change_record import recorded
from gastvrij.toolkit.change_record import SMALL
from gastvrij.toolkit.changes import changes
from gastvrij.values.refusal import Refused
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from toolkit_content import make_edition
from toolkit_content import rich
from zope.annotation.interfaces import IAnnotations

import pytest


NOW = datetime(2031, 5, 3, 22, 30, tzinfo=UTC)


@pytest.fixture
def wonen(edition):
    """A part that readers have, of which one change was written down."""
    record_change(edition.huiswerk.wonen, CHANGED, "De huurprijs\nklopt weer.", NOW)
    return edition.huiswerk.wonen


def told(library):
    return [(change.label, change.note) for change in changes(library)][:1]


def notes(library):
    return [str(change.note) for change in changes(library)]


def test_change_is_told_with_title_number_address_and_day(library, wonen, acting):
    acting(None)
    change = changes(library)[0]
    assert change.label == "3.4 Wonen. Op zoek naar een eigen adres"
    assert change.url == wonen.absolute_url()
    assert change.note == "De huurprijs klopt weer."
    # half past midnight in Belgium
    assert change.day.isoformat() == "2031-05-04"


def test_newest_change_comes_first(library, wonen):
    part = wonen.aq_parent.inleiding
    record_change(part, CHANGED, "Eerder.", NOW - timedelta(days=1))
    record_change(part, CHANGED, "Later.", NOW + timedelta(days=1))
    assert notes(library)[:3] == ["Later.", "De huurprijs klopt weer.", "Eerder."]


@pytest.mark.parametrize("how", ["send_back", "archive"])
def test_change_is_told_only_of_what_readers_see_now(library, wonen, acting, how):
    api.content.transition(wonen, how)
    for role in (None, "Member", "Toolkit Editor", "Manager"):
        acting(role)
        assert "De huurprijs klopt weer." not in notes(library)


def test_change_in_a_chapter_that_is_hidden_is_not_told(library, wonen, acting):
    api.content.transition(wonen.aq_parent, "send_back")
    for role in (None, "Toolkit Editor"):
        acting(role)
        assert "De huurprijs klopt weer." not in notes(library)


def test_change_has_the_title_of_today(library, wonen):
    wonen.title = "Een huis"
    wonen.reindexObject()
    assert told(library) == [("3.4 Een huis", "De huurprijs klopt weer.")]


def test_small_correction_is_written_down_and_not_told(library, wonen):
    record_change(wonen, SMALL, "", NOW + timedelta(days=1))
    assert next(recorded(library)).kind == SMALL
    assert told(library)[0][1] == "De huurprijs klopt weer."


def test_change_never_tells_who(library, wonen):
    change = changes(library)[0]
    (first, *_rest) = recorded(library)
    assert first.who == api.user.get_current().getId()
    assert first.who not in repr(change)


def test_looking_writes_nothing(portal):
    assert changes(portal.toolkit) == []
    assert not [n for n in IAnnotations(portal.toolkit) if n.startswith("gastvrij.")]


def test_new_addendum_is_told_by_itself(library, edition):
    addendum = api.content.create(
        edition,
        "ToolkitAddendum",
        title="Gas",
        text=rich("<p>Gas</p>"),
        change_note="Over gas.",
    )
    before = len(notes(library))
    api.content.transition(addendum, "publish")
    assert len(notes(library)) == before + 1
    assert told(library) == [("Gas", "Over gas.")]


def test_new_edition_is_told_once_and_not_part_by_part(library):
    before = len(changes(library))
    new = make_edition(library, 3, state="in_preparation")
    assert len(changes(library)) == before
    api.content.transition(new.huiswerk.wonen, "send_back")
    api.content.transition(new.huiswerk.wonen, "submit")
    api.content.transition(new, "publish")
    assert len(changes(library)) == before + 1
    assert changes(library)[0].label == "Toolkit, editie 3"


def test_working_copy_is_told_to_nobody(library, edition):
    before = notes(library)
    copy = ICheckinCheckoutPolicy(edition.huiswerk.wonen).checkout(edition.huiswerk)
    record_change(copy, CHANGED, "Geheim.", NOW)
    assert notes(library) == before


@pytest.mark.parametrize(
    ("note", "is_small", "right"),
    [
        ("Nieuw bedrag.", False, True),
        ("", True, True),
        ("Nieuw bedrag.", True, True),
        ("", False, False),
        (" \n ", False, False),
        ("x" * 601, False, False),
        ("x" * 600, False, True),
    ],
)
def test_note_is_asked_unless_the_correction_is_small(note, is_small, right):
    said = Said(note, is_small)
    if right:
        said.check()
        return
    with pytest.raises(Refused):
        said.check()


def test_editor_is_found_exported_and_forgotten(portal, library, edition):
    user = api.user.create(email="els@example.org", username="els@example.org")
    with api.env.adopt_user(user=user):
        record_change(edition.huiswerk.wonen, CHANGED, "De huurprijs.", NOW)
    data = ChangesData()
    assert [found.title for found in data.find(portal, "els@example.org")] == [
        "De huurprijs."
    ]
    (exported,) = data.export(portal, "els@example.org")
    assert exported["note"] == "De huurprijs."
    assert data.erase(portal, "els@example.org", NOW) == 1
    assert data.find(portal, "els@example.org") == []
    assert notes(library)[0] == "De huurprijs."
    assert data.erase(portal, "niemand@example.org", NOW) == 0


def published_again(part, note):
    """Take a part back and publish it again, which asks for no note."""
    api.content.transition(part, "send_back")
    part.change_note = note
    api.content.transition(part, "publish")


def test_part_that_is_published_again_is_not_new(library, edition):
    published_again(edition.huiswerk.wonen, "")
    assert notes(library)[0] == "change_again"


def test_note_is_not_told_twice(library, edition):
    wonen = edition.huiswerk.wonen
    record_change(
        wonen, CHANGED, "De huurprijs klopt weer.", datetime(2021, 1, 2, tzinfo=UTC)
    )
    published_again(wonen, "De huurprijs klopt weer.")
    assert notes(library)[0] == "change_again"
    published_again(wonen, "Nu ook de waarborg.")
    assert notes(library)[0] == "Nu ook de waarborg."
