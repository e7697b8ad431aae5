"""What is made anew and when, from what visitors see alone."""

from books_made import as_page
from books_made import book_of
from books_made import made_by
from books_made import make
from books_made import make_some
from books_made import NOW
from books_made import told_by
from datetime import date
from datetime import timedelta
from filling import filled_once
from gastvrij.paper import pdf
from gastvrij.paper.pages import OnlyPictures
from gastvrij.paper.picture import Picture
from gastvrij.toolkit import bookmaking
from gastvrij.toolkit.example_decisions import accept
from gastvrij.toolkit.example_decisions import take_back
from gastvrij.toolkit.examples import offer
from gastvrij.toolkit.examples_kept import forget_person
from gastvrij.toolkit.offers import offer_of
from gastvrij.toolkit.pdf import make_pdf
from gastvrij.toolkit.shelf import shelf_of
from groups import make_group
from io import BytesIO
from lxml import html
from PIL import Image
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from pypdf import PdfReader
from toolkit_content import make_edition
from toolkit_content import rich
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import sys


BOOKS = 2 * (1 + 3 + 6)  # the edition, chapters and parts, as PDF and EPUB
WITH_ONE_PART = 2 * 3  # the part, its chapter and the edition
LATER = NOW + timedelta(hours=1)
TOLD = "Wij gingen met twee\n\nnaar het kwartelgesprek."


def fill(portal):
    """Publish an edition and make its books; return how many were made."""
    with api.env.adopt_roles(["Manager"]):
        make_edition(portal.toolkit, 2)
    with made_by(pdf=as_page):
        return make(portal)


filled_layer, functional = filled_once(fill, "Books")


@pytest.fixture(autouse=True)
def pages():
    """Keep the page that a PDF is made from."""
    with made_by(pdf=as_page):
        yield


@pytest.fixture
def portal(functional):
    """The site with all books made; the test acts as a manager."""
    setRoles(functional["portal"], TEST_USER_ID, ["Manager"])
    return functional["portal"]


@pytest.fixture
def edition(portal):
    """Edition 2, which is in force."""
    return portal.toolkit["2"]


@pytest.fixture
def wonen(edition):
    """The part about housing."""
    return edition.huiswerk.wonen


def page_about(portal, content):
    """Return the page of a book as a tree."""
    return html.fromstring(book_of(portal, content).file.data.decode("utf-8"))


def words_of(portal, content):
    """Return the words of a book, with one space between them."""
    return " ".join(page_about(portal, content).text_content().split())


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


def show_example(portal, part, group="", who="an", text=TOLD):
    """Have a group tell what it did, and an editor accept it."""
    example = offer(portal, part, text, group, who, NOW, is_named=bool(group))
    return accept(portal, part, example.id)


def boxes(portal, content, part):
    """Return the lines of each boxed example at a part, in the book of something."""
    (section,) = page_about(portal, content).cssselect(f"#stuk-{part.UID()}")
    found = section.cssselect(".examples > .example")
    return [[line.text_content() for line in box] for box in found]


def test_all_are_made_and_nothing_a_second_time(portal, filled_layer):
    assert filled_layer["given"] == BOOKS
    assert len(shelf_of(portal.toolkit)) == BOOKS
    assert make(portal) == 0


def test_a_change_makes_anew_what_holds_it(portal, edition, wonen):
    change(wonen, text=rich("<p>Een kamer in de stad.</p>"))
    assert make(portal) == WITH_ONE_PART
    assert "Een kamer in de stad." in words_of(portal, edition)
    assert "Een kamer in de stad." in words_of(portal, wonen)


def test_another_order_makes_anew_what_has_another_number(portal, edition):
    edition.huiswerk.moveObjectsToBottom(["wonen"])
    edition.huiswerk.reindexObject()
    assert make(portal) >= 2 * (1 + 1 + 3)
    assert "3.6 Wonen" in words_of(portal, edition)


def test_title_of_the_edition_stands_in_every_book(portal, edition, wonen):
    change(edition, title="Het boek")
    assert make(portal) == BOOKS
    assert "Het boek" in words_of(portal, wonen)


def test_what_is_gone_leaves_the_shelf(portal, edition):
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
    change(edition, title="Het boek")
    assert make(portal) == BOOKS - 2
    for book in shelf_of(portal.toolkit).values():
        assert b"Het boek" in told_by(book)
        assert b"kwartelslag" not in told_by(book)


def test_part_that_is_a_file_says_where_it_is(portal, edition, wonen):
    change(wonen, text=None, file=NamedBlobFile(b"%PDF-1", "application/pdf", "a.pdf"))
    make(portal)
    assert wonen.absolute_url() in words_of(portal, edition)


def test_example_stands_in_a_box_at_its_part_with_the_name_that_is_shown(
    portal, edition, wonen
):
    gezondheidszorg = edition.huiswerk.gezondheidszorg
    show_example(portal, wonen, make_group(portal, "De Drempel").UID())
    show_example(portal, wonen)
    assert make(portal) == WITH_ONE_PART
    for book in (edition, edition.huiswerk, wonen):
        assert sorted(boxes(portal, book, wonen)) == [
            ["Wij gingen met twee", "naar het kwartelgesprek.", "De Drempel"],
            ["Wij gingen met twee", "naar het kwartelgesprek.", "Een lidgroep"],
        ]
    assert boxes(portal, edition, gezondheidszorg) == []
    archive = told_by(book_of(portal, wonen, "epub"))
    assert archive.count(b"naar het kwartelgesprek.") == 2
    assert make(portal) == 0


def test_example_of_an_addendum_stands_in_the_addendum(portal, edition):
    part = edition.huiswerk.gezondheidszorg
    addendum = edition["ongeneeslijk-ziek"]
    show_example(portal, addendum)
    assert make(portal) == WITH_ONE_PART
    assert len(boxes(portal, part, addendum)) == 1


def test_example_that_waits_and_who_told_it_are_in_no_book(portal, edition, wonen):
    group = make_group(portal, "Kwartelgroep").UID()
    waiting = "Wij wachten: kwartelslag."
    offer(portal, wonen, waiting, group, "an", NOW, is_named=True)
    show_example(portal, wonen, who="kwartelkoning")
    make(portal)
    assert "kwartelgesprek" in words_of(portal, edition)
    told = b"".join(map(told_by, shelf_of(portal.toolkit).values()))
    secrets = (b"kwartelslag", b"Kwartelgroep", b"kwartelkoning")
    assert [secret for secret in secrets if secret in told] == []


def test_example_that_was_taken_back_is_read_in_no_older_book(portal, edition, wonen):
    example = show_example(portal, wonen)
    make(portal)
    take_back(portal, wonen, example.id)
    assert offer_of(edition, "pdf").made is None
    assert make(portal) == WITH_ONE_PART
    assert boxes(portal, edition, wonen) == []


def test_name_of_a_group_that_was_hidden_is_read_in_no_older_book(
    portal, edition, wonen
):
    group = make_group(portal, "De Drempel")
    show_example(portal, wonen, group.UID())
    make(portal)
    assert "De Drempel" in words_of(portal, edition)
    api.content.transition(group, "hide")
    assert offer_of(edition, "pdf").made is None
    assert make(portal) == WITH_ONE_PART
    assert "De Drempel" not in words_of(portal, edition)
    assert "naar het kwartelgesprek." in words_of(portal, edition)


def test_example_that_was_erased_is_read_in_no_older_book(portal, edition, wonen):
    show_example(portal, wonen, text="Schrijf naar an@example.org.")
    make(portal)
    assert offer_of(wonen, "pdf").is_fresh
    forget_person(portal, "", "an@example.org")
    for content in (edition, edition.huiswerk, wonen):
        assert offer_of(content, "pdf").made is None
    assert offer_of(edition.huiswerk.gezondheidszorg, "pdf").is_fresh
    assert make(portal) == WITH_ONE_PART
    assert "an@example.org" not in words_of(portal, edition)
    assert "Schrijf naar" in words_of(portal, edition)


def test_picture_of_the_site_is_in_the_book(portal, edition, wonen):
    foto = api.content.create(portal, "Image", "foto", title="Foto", image=picture())
    text = f'<p><img alt="Deur" src="resolveuid/{foto.UID()}/@@images/image"/></p>'
    change(wonen, text=rich(text))

    def paper(book):
        return make_pdf(book) if book.uid == wonen.UID() else as_page(book)

    with made_by(pdf=paper):
        make(portal)
    made = PdfReader(BytesIO(book_of(portal, wonen).file.data))
    assert len([each for page in made.pages for each in page.images]) == 1
    change(foto, title="Andere foto")
    assert make(portal) == WITH_ONE_PART


def test_pictures_from_elsewhere_never_stop_the_book(portal, edition, wonen):
    addresses = (
        "http://127.0.0.1:1/foto.png",
        "file:///etc/hostname",
        "data:image/png;base64,x",
        "resolveuid/bestaatniet",
        "//elders.example.org/a.png",
    )
    pictures = (f'<img alt="Deur" src="{address}"/>' for address in addresses)
    change(wonen, text=rich(f"<p>Kijk {' '.join(pictures)}</p>"))
    assert make(portal) == WITH_ONE_PART
    assert f"Kijk {' '.join(['[Deur]'] * 5)}" in words_of(portal, wonen)


def test_broken_picture_never_stops_the_book(portal, edition, wonen):
    broken = NamedBlobImage(b"no picture", "image/png", "foto.png")
    foto = api.content.create(portal, "Image", "foto", title="Foto", image=broken)
    change(wonen, text=rich(f'<p>Kijk <img alt="Deur" src="{foto.absolute_url()}"/>'))
    assert make(portal) == WITH_ONE_PART
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


def test_one_book_that_fails_does_not_stop_the_others(portal, edition):
    def fail(book):
        if book.title.endswith("Wonen. Op zoek naar een eigen adres"):
            raise ValueError("broken")
        return b"%PDF"

    change(edition, title="Het boek zonder wonen")
    with made_by(pdf=fail):
        assert make(portal) == BOOKS - 1


def test_when_it_takes_long_the_rest_follows_later(portal, edition, wonen, monkeypatch):
    monkeypatch.setattr(bookmaking, "PATIENCE", 0)
    change(wonen, title="Een huis")
    assert make_some(portal, LATER) == 1
    assert book_of(portal, edition).made == LATER
    assert book_of(portal, wonen).made == NOW
    assert make_some(portal) == 1


def test_without_weasyprint_there_are_only_epubs(portal, edition, monkeypatch):
    monkeypatch.setitem(sys.modules, pdf.PAGES, None)
    pdf.can_make_pdf.cache_clear()
    change(edition, title="Het boek")
    try:
        assert make(portal, LATER) == BOOKS / 2
    finally:
        pdf.can_make_pdf.cache_clear()
    books = shelf_of(portal.toolkit).items()
    assert {form for (_uid, form), book in books if book.made == LATER} == {"epub"}


def test_book_that_fails_is_left_alone_for_an_hour(portal, edition, monkeypatch):
    tried = []
    change(edition, title="Het boek dat mislukt")

    def fail(book):
        tried.append(book.title)
        raise ValueError("broken")

    monkeypatch.setattr(bookmaking, "PATIENCE", 0)
    with made_by(pdf=fail):
        assert make_some(portal) == 1
        assert make(portal) == BOOKS / 2 - 1
        assert len(tried) == len(set(tried)) == BOOKS / 2
        make(portal, NOW + timedelta(hours=2))
        assert len(tried) == BOOKS


@pytest.mark.parametrize("form", ["pdf", "epub"])
def test_book_of_a_previous_edition_says_so_and_where_to_read_on(portal, edition, form):
    wonen = edition.huiswerk.wonen
    for content in (edition, edition.huiswerk, wonen):
        assert b"vorige editie" not in told_by(book_of(portal, content, form))
    make_edition(portal.toolkit, 3)
    make(portal, LATER)
    for content in (edition, edition.huiswerk, wonen):
        told = told_by(book_of(portal, content, form))
        assert b"Dit is een vorige editie" in told
        assert f'"{portal.toolkit.absolute_url()}"'.encode() in told
        assert b"De nieuwste versie" not in told
    assert b"vorige editie" not in told_by(book_of(portal, portal.toolkit["3"], form))


def test_book_says_until_when_a_check_holds(portal, edition, wonen):
    wonen.checked_on, wonen.check_interval = date(2026, 5, 3), "6"
    notify(ObjectModifiedEvent(wonen))
    make(portal, LATER)
    told = told_by(book_of(portal, wonen)).decode()
    assert "Nagekeken op 3 mei 2026" in told
    assert "na te kijken tegen 3 november 2026" in told
