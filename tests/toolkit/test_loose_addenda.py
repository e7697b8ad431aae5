"""An addendum whose part is gone is never lost, and never tells of that part."""

from plone import api
from toolkit_content import relation
from toolkit_content import rich
from toolkit_pages import show
from toolkit_pages import words

import pytest
import transaction


ADDENDUM = "toolkit/2/ongeneeslijk-ziek"
TITLE = "Ongeneeslijk ziek zijn"


@pytest.fixture
def handbook(site):
    """The current edition of the running site."""
    return site.portal.toolkit["2"]


def lose(handbook, how):
    """Take the part of the addendum away."""
    part = handbook.huiswerk.gezondheidszorg
    if how == "delete":
        api.content.delete(part, check_linkintegrity=False)
    else:
        api.content.transition(part, how)
    transaction.commit()


@pytest.mark.parametrize("how", ["archive", "delete"])
def test_addendum_without_a_part_stands_in_the_edition_for_editors(
    site, handbook, editor, how
):
    assert "toolkit-loose-addenda" not in site.page("toolkit/2", auth=editor).text
    lose(handbook, how)
    tree = show(site, "toolkit/2", auth=editor)
    (section,) = tree.cssselect("[aria-labelledby=toolkit-loose-addenda]")
    (link,) = section.cssselect("a")
    assert (words(link), link.get("href")) == (TITLE, f"{site.url}/{ADDENDUM}")
    assert "toolkit-loose-addenda" not in site.page("toolkit/2").text


@pytest.mark.parametrize("state", ["published", "draft"])
@pytest.mark.parametrize("how", ["archive", "delete", "send_back"])
def test_addendum_without_a_visible_part_is_readable_when_published(
    site, handbook, how, state
):
    if state == "draft":
        api.content.transition(handbook["ongeneeslijk-ziek"], "send_back")
    lose(handbook, how)
    answer = site.page(ADDENDUM)
    assert answer.status_code == (200 if state == "published" else 404)
    assert ("niet meer gezond" in answer.text) is (state == "published")
    assert "Gezondheidszorg" not in answer.text
    assert TITLE not in site.page("toolkit/2").text


def test_draft_of_an_addendum_without_a_part_is_marked(site, handbook, editor):
    new = api.content.create(
        handbook,
        "ToolkitAddendum",
        title="Nieuw",
        text=rich("<p>Nieuw.</p>"),
        supplements=relation(handbook.huiswerk.wonen),
    )
    api.content.delete(handbook.huiswerk.wonen, check_linkintegrity=False)
    transaction.commit()
    assert api.content.get_state(new) == "draft"
    (section,) = show(site, "toolkit/2", auth=editor).cssselect(
        "[aria-labelledby=toolkit-loose-addenda]"
    )
    assert "Nieuw Ontwerp" in words(section)
