"""Names in an edition that would stand in the way of the short addresses."""

from OFS.CopySupport import CopyError
from plone import api
from zExceptions import BadRequest

import pytest
import transaction


NUMBERS = ["3", "3.6", "3.", "3.6.", "999.999", "deel"]


@pytest.mark.parametrize("kind", ["ToolkitChapter", "ToolkitAddendum"])
@pytest.mark.parametrize("name", NUMBERS)
def test_edition_refuses_a_name_that_is_a_short_address(edition, kind, name):
    with pytest.raises(BadRequest):
        edition.invokeFactory(kind, name, title="Titel")
    assert name not in edition


@pytest.mark.parametrize("name", NUMBERS)
def test_edition_refuses_to_rename_to_a_short_address(edition, name):
    with pytest.raises(CopyError):
        edition.manage_renameObject("rol", name)
    assert "rol" in edition


@pytest.mark.parametrize("name", ["1234", "3-6", "deel-1", "deel2", "hoofdstuk"])
def test_edition_accepts_other_names(edition, name):
    edition.invokeFactory("ToolkitChapter", name, title="Titel")
    assert name in edition


@pytest.mark.parametrize("title", ["3", "3.6", "Deel"])
def test_chapter_with_a_number_for_a_title_gets_another_name(edition, title):
    chapter = api.content.create(edition, "ToolkitChapter", title=title)
    assert chapter.getId() not in NUMBERS
    assert edition[chapter.getId()].title == title


def test_name_that_is_a_short_address_is_refused_over_rest(site, editor):
    new = {"@type": "ToolkitChapter", "id": "3", "title": "Drie"}
    answer = site.json("toolkit/2", "POST", json=new, auth=editor)
    assert answer.status_code == 400
    transaction.begin()
    assert "3" not in site.portal.toolkit["2"]
    location = site.page("toolkit/2/3").headers["Location"]
    assert location == f"{site.url}/toolkit/2/huiswerk"


@pytest.mark.parametrize("name", ["3", "deel"])
def test_renaming_to_a_short_address_over_rest_gives_another_name(site, editor, name):
    uid = site.portal.toolkit["2"].rol.UID()
    answer = site.json("toolkit/2/rol", "PATCH", json={"id": name}, auth=editor)
    assert answer.status_code == 204
    transaction.begin()
    assert name not in site.portal.toolkit["2"]
    assert api.content.get(UID=uid).getId() == f"{name}-1"
