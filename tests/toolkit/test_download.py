"""Books over HTTP: what visitors get, what they do not, and when nothing is sent."""

from books_made import made_by
from books_made import make as make_uncommitted
from books_made import NOW
from datetime import timedelta
from filling import filled_once
from gastvrij.toolkit.shelf import KEY
from plone import api
from toolkit_content import make_edition
from toolkit_content import rich
from toolkit_pages import show
from toolkit_pages import words
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import transaction


EDITION = "toolkit/2"
PDF = f"{EDITION}/download.pdf"
PART = f"{EDITION}/huiswerk/wonen"


def make(portal, now=NOW):
    """Make what changed, for all to see; return how many books were made."""
    made = make_uncommitted(portal, now)
    transaction.commit()
    return made


def quickly():
    """Have books made at once, that are as good as any other to be handed out."""
    return made_by(
        pdf=lambda book: b"%PDF-1.7 " + repr(book).encode(),
        epub=lambda book: b"PK" + repr(book).encode(),
    )


def fill(portal):
    """Put edition 2 in the place of edition 1, and make the books of both."""
    with api.env.adopt_roles(["Manager"]):
        make_edition(portal.toolkit, 1, lineage="same")
        make_edition(portal.toolkit, 2, lineage="same")
    with quickly():
        make(portal)


filled_layer, functional = filled_once(fill, "Editions with books")


@pytest.fixture(autouse=True)
def quick():
    """Have books that are made anew made at once."""
    with quickly():
        yield


@pytest.fixture
def made(site):
    """Return the running site with its books made."""
    return site


def change(content, text):
    """Save another text, as the form would."""
    content.text = rich(text)
    notify(ObjectModifiedEvent(content))
    transaction.commit()


def test_before_the_first_there_is_none_and_the_page_says_when(site):
    del IAnnotations(site.portal.toolkit)[KEY]
    transaction.commit()
    assert site.page(PDF).status_code == 404
    section = show(site, EDITION).get_element_by_id("toolkit-downloads").getparent()
    assert "The PDF is being made" in words(section) or "wordt" in words(section)


def test_visitor_downloads_a_pdf_with_all_that_a_browser_needs(made):
    answer = made.page(PDF)
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Length"] == str(len(answer.content))
    disposition = 'attachment; filename="toolkit-editie-2.pdf"'
    assert answer.headers["Content-Disposition"] == disposition
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Last-Modified"] == "Thu, 05 Nov 2026 17:05:00 GMT"
    assert "no-cache" in answer.headers["Cache-Control"]


def test_program_gets_the_same_and_a_look_at_the_headers_costs_nothing(made):
    browser, program = made.page(PDF), made.json(PDF)
    assert program.content == browser.content
    head = made.json(PDF, method="HEAD")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Length"] == str(len(browser.content))


def test_nothing_is_sent_again_to_who_has_it(made):
    tag = made.page(PDF).headers["ETag"]
    for headers in (
        {"If-None-Match": tag},
        {"If-None-Match": f'"x", W/{tag}'},
        {"If-Modified-Since": "Thu, 05 Nov 2026 17:05:00 GMT"},
    ):
        answer = made.page(PDF, headers=headers)
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["ETag"] == tag


@pytest.mark.parametrize(
    "headers",
    [
        {"If-None-Match": '"x"'},
        {"If-Modified-Since": "Thu, 05 Nov 2026 17:04:59 GMT"},
        {"If-Modified-Since": "gisteren"},
    ],
)
def test_who_has_another_gets_the_new_one(made, headers):
    assert made.page(PDF, headers=headers).status_code == 200


@pytest.mark.parametrize("path", [EDITION, f"{EDITION}/huiswerk", PART, "toolkit"])
def test_pages_link_to_what_there_is(made, path):
    page = show(made, path)
    target = EDITION if path == "toolkit" else path
    hrefs = page.xpath("//section[contains(@class, 'gv-downloads')]//a/@href")
    assert hrefs == [
        f"{made.url}/{target}/download.pdf",
        f"{made.url}/{target}/download.epub",
    ]
    assert all(made.page(href.removeprefix(f"{made.url}/")).ok for href in hrefs)


def test_last_one_is_served_while_a_new_one_is_made(made):
    before = made.page(f"{PART}/download.pdf")
    change(made.portal.toolkit["2"].huiswerk.wonen, "<p>Helemaal anders.</p>")
    assert made.page(f"{PART}/download.pdf").headers["ETag"] == before.headers["ETag"]
    note = show(made, PART).find_class("gv-downloads-note")
    assert "2026" in words(note[0])
    assert make(made.portal, NOW + timedelta(minutes=5)) == 6
    assert made.page(f"{PART}/download.pdf").headers["ETag"] != before.headers["ETag"]
    assert not show(made, PART).find_class("gv-downloads-note")


def test_what_went_offline_is_in_no_book_from_that_moment_on(made):
    part = made.portal.toolkit["2"].huiswerk.wonen
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(part, "send_back")
    transaction.commit()
    for path in (EDITION, f"{EDITION}/huiswerk", PART):
        assert made.page(f"{path}/download.pdf").status_code == 404
    make(made.portal)
    assert made.page(PDF).status_code == 200
    assert made.page(f"{PART}/download.pdf").status_code == 404


def test_editor_gets_no_book_of_an_edition_in_preparation(made, editor):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(
            made.portal.toolkit, "ToolkitEdition", "3", title="Editie 3", number=3
        )
    make(made.portal)
    assert made.page("toolkit/3", auth=editor).status_code == 200
    assert made.page("toolkit/3/download.pdf", auth=editor).status_code == 404
    assert "gv-downloads" not in made.page("toolkit/3", auth=editor).text


def test_previous_edition_has_books_too(made):
    assert made.page("toolkit/1/download.pdf").status_code == 200


def test_nobody_reaches_the_shelf_by_an_address(made):
    for path in ("toolkit/gastvrij.toolkit.shelf", "toolkit/__annotations__"):
        assert made.page(path).status_code == 404
