"""What is made anew and when, from what visitors see alone."""

from books_made import book_of
from books_made import make
from books_made import make_some
from books_made import NOW
from datetime import timedelta
from gastvrij.toolkit import bookmaking
from gastvrij.toolkit import pdf
from gastvrij.toolkit.book import Picture
from gastvrij.toolkit.book_html import page_of
from gastvrij.toolkit.pdf_pages import OnlyPictures
from gastvrij.toolkit.shelf import shelf_of
from io import BytesIO
from lxml import html
from PIL import Image
from plone import api
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from pypdf import PdfReader
from toolkit_content import rich
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import sys


BOOKS = 2 * (1 + 3 + 6)  # the edition, chapters and parts, as PDF and EPUB


@pytest.fixture(autouse=True)
def pages(monkeypatch):
    """Keep the page that a PDF is made from: making so many takes minutes."""
    monkeypatch.setitem(
        bookmaking.MAKERS, "pdf", lambda book: page_of(book).encode("utf-8")
    )


def words_of(portal, content):
    """Return the words of a book, with one space between them."""
    page = html.fromstring(book_of(portal, content).file.data.decode("utf-8"))
    return " ".join(page.text_content().split())


@pytest.fixture
def wonen(edition):
    """The part about housing."""
    return edition.huiswerk.wonen


def change(content, **values):
    """Save something, as the form would."""
    for name, value in values.items():
        setattr(content, name, value)
    notify(ObjectModifiedEvent(content))
    content.reindexObject()


def picture():
    stream = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(stream, "PNG")
    return NamedBlobImage(stream.getvalue(), "image/png", "foto.png")


def test_all_are_made_and_nothing_a_second_time(portal, edition):
    assert make(portal) == BOOKS
    assert make(portal) == 0


def test_a_change_makes_anew_what_holds_it(portal, edition, wonen):
    make(portal)
    change(wonen, text=rich("<p>Een kamer in de stad.</p>"))
    assert make(portal) == 6
    assert "Een kamer in de stad." in words_of(portal, edition)
    assert "Een kamer in de stad." in words_of(portal, wonen)


def test_another_order_makes_anew_what_has_another_number(portal, edition):
    make(portal)
    edition.huiswerk.moveObjectsToBottom(["wonen"])
    edition.huiswerk.reindexObject()
    assert make(portal) >= 2 * (1 + 1 + 3)
    assert "3.6 Wonen" in words_of(portal, edition)


def test_title_of_the_edition_stands_in_every_book(portal, edition, wonen):
    make(portal)
    change(edition, title="Het boek")
    assert make(portal) == BOOKS
    assert "Het boek" in words_of(portal, wonen)


def test_what_is_gone_leaves_the_shelf(portal, edition):
    make(portal)
    api.content.delete(edition.huiswerk.wonen)
    make(portal)
    assert len(shelf_of(portal.toolkit)) == BOOKS - 2


def test_drafts_and_files_are_not_in_the_book(portal, edition):
    secret = rich("<p>kwartelslag</p>")
    make_part = {"description": "kwartelslag", "text": secret}
    create = api.content.create
    create(edition.huiswerk, "ToolkitSection", "x", title="kwartelslag", **make_part)
    create(edition, "ToolkitChapter", "y", title="kwartelslag", text=secret)
    archived = edition.huiswerk.inleiding
    archived.text = secret
    api.content.transition(archived, "archive")
    make(portal)
    for book in shelf_of(portal.toolkit).values():
        assert b"kwartelslag" not in book.file.data
    assert "kwartelslag" not in words_of(portal, edition)


def test_part_that_is_a_file_says_where_it_is(portal, edition, wonen):
    change(wonen, text=None, file=NamedBlobFile(b"%PDF-1", "application/pdf", "a.pdf"))
    make(portal)
    assert wonen.absolute_url() in words_of(portal, edition)


def test_picture_of_the_site_is_in_the_book(portal, edition, wonen, monkeypatch):
    foto = api.content.create(portal, "Image", "foto", title="Foto", image=picture())
    text = f'<p><img alt="Deur" src="resolveuid/{foto.UID()}/@@images/image"/></p>'
    change(wonen, text=rich(text))
    monkeypatch.undo()
    make(portal)
    pdf_made = PdfReader(BytesIO(book_of(portal, wonen).file.data))
    assert len([each for page in pdf_made.pages for each in page.images]) == 1
    change(foto, title="Andere foto")
    assert make(portal) == 6


@pytest.mark.parametrize(
    "src",
    [
        "http://127.0.0.1:1/foto.png",
        "file:///etc/hostname",
        "data:image/png;base64,x",
        "resolveuid/bestaatniet",
        "//elders.example.org/a.png",
    ],
)
def test_picture_from_elsewhere_never_stops_the_book(portal, edition, wonen, src):
    change(wonen, text=rich(f'<p>Kijk <img alt="Deur" src="{src}"/></p>'))
    assert make(portal) == BOOKS
    assert "Kijk [Deur]" in words_of(portal, wonen)


def test_broken_picture_never_stops_the_book(portal, edition, wonen):
    broken = NamedBlobImage(b"no picture", "image/png", "foto.png")
    foto = api.content.create(portal, "Image", "foto", title="Foto", image=broken)
    change(wonen, text=rich(f'<p>Kijk <img alt="Deur" src="{foto.absolute_url()}"/>'))
    assert make(portal) == BOOKS
    assert "Kijk [Deur]" in words_of(portal, wonen)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org/a.png",
        "http://localhost:8080/",
        "file:///etc/passwd",
        "data:text/plain,x",
        "ftp://example.org/x",
        "picture:b.jpg",
    ],
)
def test_fetcher_opens_no_address(address):
    fetcher = OnlyPictures({"a.jpg": Picture(b"x", "image/jpeg")})
    assert fetcher("picture:a.jpg").read() == b"x"
    with pytest.raises(LookupError):
        fetcher(address)
    with pytest.raises(LookupError):
        fetcher.open(address)


def test_one_book_that_fails_does_not_stop_the_others(portal, edition, monkeypatch):
    def fail(book):
        if book.title.endswith("Wonen. Op zoek naar een eigen adres"):
            raise ValueError("broken")
        return b"%PDF"

    monkeypatch.setitem(bookmaking.MAKERS, "pdf", fail)
    assert make(portal) == BOOKS - 1


def test_when_it_takes_long_the_rest_follows_later(portal, edition, monkeypatch):
    monkeypatch.setattr(bookmaking, "PATIENCE", 0)
    assert make_some(portal) == 1
    assert book_of(portal, edition).file.contentType == "application/pdf"
    assert make_some(portal) == 1


def test_without_weasyprint_there_are_only_epubs(portal, edition, monkeypatch):
    monkeypatch.setitem(sys.modules, pdf.PAGES, None)
    pdf.can_make_pdf.cache_clear()
    try:
        assert make(portal) == BOOKS / 2
        assert {form for _uid, form in shelf_of(portal.toolkit)} == {"epub"}
    finally:
        pdf.can_make_pdf.cache_clear()


def test_book_that_fails_is_left_alone_for_an_hour(portal, edition, monkeypatch):
    tried = []

    def fail(book):
        tried.append(book.title)
        raise ValueError("broken")

    monkeypatch.setitem(bookmaking.MAKERS, "pdf", fail)
    monkeypatch.setattr(bookmaking, "PATIENCE", 0)
    assert make_some(portal) == 1
    assert make(portal) == BOOKS / 2 - 1
    assert len(tried) == len(set(tried)) == BOOKS / 2
    make(portal, NOW + timedelta(hours=2))
    assert len(tried) == BOOKS
