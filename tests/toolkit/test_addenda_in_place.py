"""An addendum is read in the page of its part."""

from datetime import date
from gastvrij.toolkit.headings import with_anchors
from lxml import html
from plone import api
from plone.namedfile.file import NamedBlobFile
from toolkit_content import rich
from toolkit_pages import show
from toolkit_pages import words

import pytest
import transaction


PART = "toolkit/2/huiswerk/gezondheidszorg"
ADDENDUM = "toolkit/2/ongeneeslijk-ziek"
TITLE = "Ongeneeslijk ziek zijn"


@pytest.fixture
def handbook(site):
    """The current edition of the running site."""
    return site.portal.toolkit["2"]


@pytest.fixture
def addendum(handbook):
    """The addendum to part 3.6, with a text like that of the part."""
    found = handbook["ongeneeslijk-ziek"]
    found.text = rich(
        '<h2>Eerst dit</h2><h3 id="dan">Dan dat</h3><p>Lees <a href="#dan">verder</a>'
    )
    found.date = date(2019, 1, 31)
    transaction.commit()
    return found


def test_part_shows_its_addendum_after_its_text_and_before_its_sources(
    site, handbook, addendum
):
    handbook.huiswerk.gezondheidszorg.sources = [
        {"title": "Bron", "url": None, "checked_on": None}
    ]
    transaction.commit()
    body = show(site, PART).cssselect(".gv-reading-body")[0]
    assert [words(h2) for h2 in body.cssselect("h2")] == [
        "Aanvulling bij dit onderdeel",
        "Eerst dit",
        f"Aanvulling: {TITLE}",
        "Bronnen",
        "Neem mee",
    ]
    section = body.cssselect("section.gv-addendum")[0]
    assert "31 januari 2019" in words(section)
    assert "Lees verder" in words(section)
    links = [a.get("href") for a in section.cssselect("a")]
    assert f"{site.url}/{ADDENDUM}" in links


def test_box_of_a_part_jumps_to_its_addendum(site, addendum):
    tree = show(site, PART)
    (link,) = tree.cssselect(".gv-notice--info a")
    assert link.get("href") == "#aanvulling-ongeneeslijk-ziek"
    assert words(link) == TITLE
    assert TITLE in words(tree.get_element_by_id("aanvulling-ongeneeslijk-ziek"))


def test_no_id_stands_twice_in_a_part_with_its_addendum(site, handbook, addendum):
    handbook.huiswerk.gezondheidszorg.text = rich(
        "<h2>Eerst dit</h2><h2>Aanvulling ongeneeslijk ziek</h2>"
        '<p id="aanvulling-ongeneeslijk-ziek">Nog een.</p>'
    )
    transaction.commit()
    tree = show(site, PART)
    ids = tree.cssselect(".gv-reading-body")[0].xpath(".//@id")
    assert len(ids) == len(set(ids))
    section = tree.cssselect("section.gv-addendum")[0]
    targets = [a.get("href")[1:] for a in section.cssselect("a[href^='#']")]
    assert len(targets) == 3
    assert set(targets) <= set(section.xpath(".//@id"))


def test_addendum_that_is_a_file_is_offered_in_its_part(site, addendum):
    addendum.text = None
    addendum.date = None
    addendum.file = NamedBlobFile(b"%PDF-1.4", "application/pdf", "bijlage.pdf")
    transaction.commit()
    section = show(site, PART).cssselect("section.gv-addendum")[0]
    (file,) = section.cssselect("a.gv-file")
    assert file.get("href") == f"{site.url}/{ADDENDUM}/@@download/file/bijlage.pdf"
    assert section.cssselect(".gv-prose") == []


def test_draft_of_an_addendum_stands_in_its_part_for_editors_alone(
    site, addendum, editor
):
    api.content.transition(addendum, "send_back")
    transaction.commit()
    assert TITLE not in site.page(PART).text
    section = show(site, PART, auth=editor).cssselect("section.gv-addendum")[0]
    assert "Ontwerp" in words(section)


def test_change_of_an_addendum_changes_the_page_of_its_part(site, addendum, editor):
    assert "Nieuw woord" not in site.page(PART).text
    new = {"text": "<p>Nieuw woord.</p>", "change_note": "Een woord is nieuw."}
    assert site.json(ADDENDUM, "PATCH", json=new, auth=editor).status_code == 204
    assert "Nieuw woord" in site.page(PART).text


def test_with_anchors_inside_another_text_stands_one_level_lower():
    text = with_anchors("<h1>A</h1><h2>B</h2><h3>C</h3><h4>D</h4>", inside="deze")
    tree = html.fragment_fromstring(text.html, create_parent="div")
    tags = [(e.tag, words(e)) for e in tree.iter("h1", "h2", "h3", "h4", "h5")]
    assert tags == [("h3", "A"), ("h3", "B"), ("h4", "C"), ("h5", "D")]
    assert [heading.id for heading in text.headings] == [
        "deze--a",
        "deze--b",
        "deze--c",
    ]


def test_addendum_in_place_tells_of_its_check_and_where_its_facts_come_from(
    site, addendum
):
    (section,) = show(site, PART).cssselect("section.gv-addendum")
    assert "Nog niet nagekeken" in words(section)
    addendum.checked_on = date(2026, 2, 3)
    addendum.sources = [
        {"title": "Palliatief", "url": "https://example.org/x", "checked_on": None}
    ]
    addendum.reindexObject()
    transaction.commit()
    (section,) = show(site, PART).cssselect("section.gv-addendum")
    assert "Nagekeken op 3 februari 2026" in words(section)
    (link,) = section.cssselect(".gv-sources a")
    assert (words(link), link.get("href")) == ("Palliatief", "https://example.org/x")
