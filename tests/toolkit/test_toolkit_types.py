"""What the types of the toolkit accept."""

from datetime import date
from datetime import timedelta
from gastvrij.toolkit.addendum import IToolkitAddendum
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.part import IToolkitPart
from gastvrij.values.refusal import Refused
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from plone.dexterity.utils import createContentInContainer
from toolkit_content import make_edition
from toolkit_content import rich
from types import SimpleNamespace

import pytest


def test_edition_is_named_after_its_number(library):
    edition = createContentInContainer(library, "ToolkitEdition", title="X", number=7)
    assert edition.getId() == "7"


def test_part_gets_a_lineage_of_its_own(edition):
    first, second = (
        createContentInContainer(edition.huiswerk, "ToolkitSection", title="Nieuw")
        for _ in range(2)
    )
    assert len(first.lineage) == 32
    assert first.lineage != second.lineage


def test_part_keeps_the_lineage_it_came_with(edition):
    assert edition.huiswerk.wonen.lineage == "2-wonen"


def test_part_keeps_its_lineage_through_a_working_copy(edition):
    part = edition.huiswerk.wonen
    copy = ICheckinCheckoutPolicy(part).checkout(edition.huiswerk)
    ICheckinCheckoutPolicy(copy).checkin("nagelezen")
    assert edition.huiswerk.wonen.lineage == "2-wonen"


def test_addendum_supplements_a_part_of_its_own_edition(library):
    other = make_edition(library, 3, state="in_preparation")
    addendum = library["2"]["ongeneeslijk-ziek"]
    field = IToolkitAddendum["supplements"].bind(addendum)
    field.validate(library["2"].huiswerk.wonen)
    with pytest.raises(Refused, match="error_other_edition"):
        field.validate(other.huiswerk.wonen)


def test_edition_of_what_stands_elsewhere_is_an_error(library):
    assert edition_of(library["2"].huiswerk.wonen).number == 2
    with pytest.raises(LookupError):
        edition_of(library)


@pytest.mark.parametrize(
    ("text", "file", "refused"),
    [
        (rich("<p>Woorden</p>"), None, False),
        (None, object(), False),
        (None, None, True),
        (rich(""), None, True),
        (rich("  "), None, True),
    ],
)
def test_part_is_a_text_or_a_file(text, file, refused):
    errors = []
    data = SimpleNamespace(text=text, file=file)
    IToolkitPart.validateInvariants(data, errors) if not refused else None
    if refused:
        with pytest.raises(Exception, match="error_text_or_file"):
            IToolkitPart.validateInvariants(data, errors)
    assert [error.name for error in errors] == (["text"] if refused else [])


def test_checked_on_is_never_in_the_future():
    field = IToolkitPart["checked_on"]
    field.validate(date(2020, 2, 29))
    with pytest.raises(Refused):
        field.validate(date.today() + timedelta(days=2))


def test_copy_in_the_same_edition_is_a_part_of_its_own(library, edition):
    part = edition.huiswerk.wonen
    copy = api.content.copy(part, edition.huiswerk, "kopie")
    (brain,) = api.content.find(UID=copy.UID())
    assert brain.lineage == copy.lineage != part.lineage
    other = make_edition(library, 3)
    assert api.content.copy(part, other.huiswerk, "kopie").lineage == part.lineage


def test_chapter_title_is_not_lent_to_its_parts_in_the_catalogue(edition):
    edition.huiswerk.short_title = "Huiswerk"
    edition.huiswerk.wonen.reindexObject()
    brain = api.content.find(UID=edition.huiswerk.wonen.UID())[0]
    assert not brain.short_title
    assert not brain.has_text
