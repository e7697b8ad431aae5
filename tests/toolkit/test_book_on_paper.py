"""The whole toolkit of the demo as PDF, read by another program."""

from books_made import as_page
from books_made import book_of
from books_made import made_by
from books_made import make
from books_made import pdf_of
from books_made import words_of
from gastvrij.toolkit.pdf import make_pdf
from lxml import html

import pytest
import re


pytestmark = pytest.mark.unmeasured

CHAPTERS = 3
PARTS = 13
ADDENDA = {
    "Wat te doen bij ongeneeslijk ziek zijn": "Gezondheidszorg",
    "Problemen met elektriciteit, gas en wate": "Budgetbeheer en vaste kosten",
    "Teruggaan naar het land van herkomst": "Reizen en mobiliteit",
}


@pytest.fixture(scope="module")
def portal(demo_site):
    """Return the demo site with its books made, once.

    The edition and one part are on paper; of the others the page is kept.
    """
    demo_site.testSetUp()
    portal = demo_site["portal"]
    edition = portal.toolkit["2"]
    on_paper = {edition.UID(), edition.huiswerk.gezondheidszorg.UID()}

    def paper(book):
        return make_pdf(book) if book.uid in on_paper else as_page(book)

    with made_by(pdf=paper):
        make(portal)
    yield portal
    demo_site.testTearDown()


@pytest.fixture(scope="module")
def pdf(portal):
    """Return the PDF of edition 2."""
    return pdf_of(portal, portal.toolkit["2"])


def bookmarks(pdf):
    """Return title, page (from 0) and depth of each bookmark."""

    def walk(lines, depth):
        for line in lines:
            if isinstance(line, list):
                yield from walk(line, depth + 1)
            else:
                yield line.title, pdf.get_destination_page_number(line), depth

    return list(walk(pdf.outline, 0))


def without_spaces(text):
    """Return a text without what depends on where its lines end."""
    return "".join(text.split())


def pieces(portal):
    """Return chapters, parts and addenda in reading order, as (depth, title)."""
    edition = portal.toolkit["2"]
    addenda = {
        addendum.supplements.to_object.UID(): addendum.title
        for addendum in edition.objectValues()
        if addendum.portal_type == "ToolkitAddendum"
    }
    for chapter in edition.objectValues():
        if chapter.portal_type == "ToolkitChapter":
            yield 0, chapter.title
            for part in chapter.objectValues():
                yield 1, part.title
                if part.UID() in addenda:
                    yield 2, addenda[part.UID()]


def test_chapters_parts_and_addenda_are_bookmarks_in_their_place(portal, pdf):
    found = bookmarks(pdf)
    told = list(pieces(portal))
    assert [depth for depth, title in told].count(1) == PARTS
    assert [depth for depth, title in told].count(2) == len(ADDENDA)
    titles = iter(found)
    for depth, title in told:
        assert any(name.endswith(title) and at == depth for name, _p, at in titles)


def test_bookmarks_lead_to_the_page_that_has_the_title(pdf):
    for title, page, _depth in bookmarks(pdf):
        assert without_spaces(title) in without_spaces(pdf.pages[page].extract_text())


def test_contents_tell_the_page_of_each_part(pdf):
    lines = pdf.pages[1].extract_text().splitlines()
    contents = [without_spaces(line) for line in lines]
    pages = {title: page + 1 for title, page, depth in bookmarks(pdf) if depth == 1}
    numbered = [title for title in pages if re.match(r"\d+\.\d", title)]
    assert len(numbered) == PARTS
    for title in numbered:
        told = re.compile(rf"{re.escape(without_spaces(title))}\.+{pages[title]}")
        assert any(map(told.fullmatch, contents)), title


def test_pdf_is_tagged_and_says_that_it_is_accessible(pdf):
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert "/StructTreeRoot" in root
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    assert pdf.metadata.title == "Toolkit, tweede editie"


def test_pages_tell_edition_and_day_of_the_check_above(pdf):
    header = pdf.pages[-1].extract_text()
    assert "Toolkit, tweede editie" in header
    text = words_of(pdf)
    assert "nagekeken op" in text or "nog niet nagekeken" in text


def test_book_of_a_part_has_its_addendum_and_no_other_part(portal):
    part = portal.toolkit["2"].huiswerk.gezondheidszorg
    text = words_of(pdf_of(portal, part))
    assert "Gezondheidszorg" in text
    assert "Aanvulling: Wat te doen bij ongeneeslijk ziek zijn" in text
    assert "Kinderbijslag" not in text


def test_book_of_a_chapter_has_its_parts_only(portal):
    edition = portal.toolkit["2"]
    book = html.fromstring(book_of(portal, edition.huiswerk).file.data.decode("utf-8"))
    assert "Kinderbijslag" in book.text_content()
    assert edition.achtergrond.title not in book.text_content()


def test_files_have_names_that_tell_what_they_are(portal):
    edition = portal.toolkit["2"]
    part = edition.huiswerk.gezondheidszorg
    names = [book_of(portal, each).file.filename for each in (edition, part)]
    assert names == ["toolkit-tweede-editie.pdf", "toolkit-2-3.6-gezondheidszorg.pdf"]


def test_nothing_is_made_twice(portal):
    assert make(portal) == 0
