"""Secrets in the edition that everybody reads: only who writes it finds them."""

from channels import ours_of
from channels import site_request
from contextlib import nullcontext
from filling import filled_once
from gastvrij.due.on_behalf import on_behalf_of
from gastvrij.privacy import who_works
from gastvrij.toolkit import bookmaking
from gastvrij.toolkit import wanted
from gastvrij.toolkit.bookmaking import make_what_changed
from io import BytesIO
from planting import FINDABLE
from planting_toolkit import FOR_EDITORS
from planting_toolkit import IN_COPY
from planting_toolkit import IN_DOUBT
from planting_toolkit import IN_DRAFT
from planting_toolkit import IN_EDITOR
from planting_toolkit import IN_EXAMPLE
from planting_toolkit import IN_LOOKED_FOR
from planting_toolkit import IN_OFFERER
from planting_toolkit import IN_REMARK
from planting_toolkit import NOW
from planting_toolkit import OPEN
from planting_toolkit import PART
from planting_toolkit import plant_toolkit
from planting_toolkit import UNPUBLISHED
from plone import api
from pypdf import PdfReader
from test_planted_files import OUTSIDERS
from test_planted_secrets import addresses_below
from test_planted_secrets import answers
from test_planted_secrets import found
from test_planted_secrets import holding
from test_planted_secrets import HTML
from test_planted_secrets import JSON
from test_planted_secrets import listed  # noqa: F401, a fixture
from test_planted_secrets import LISTING
from test_planted_secrets import SILENT
from test_planted_secrets import SYNDICATION
from zipfile import ZipFile

import pytest
import transaction


pytestmark = pytest.mark.unmeasured

ALL = (*UNPUBLISHED, *FOR_EDITORS)
CHAPTER = "/toolkit/1/wonen"
ADDENDUM = "/toolkit/1/aanvulling"
READ = ("/toolkit", "/toolkit/1", CHAPTER, PART, ADDENDUM)
# where an editor, and Manager, find each of them
TELLING = (
    ("/toolkit", HTML, IN_DRAFT),
    ("/toolkit/1", HTML, IN_DRAFT),
    (CHAPTER, HTML, IN_DRAFT),
    (PART, HTML, IN_DRAFT),
    (f"{CHAPTER}/{IN_DRAFT}-part", JSON, IN_DRAFT),
    ("/toolkit/@toolkit", JSON, IN_DRAFT),
    (f"/toolkit/search?q={FINDABLE}", HTML, IN_DRAFT),
    (f"/toolkit/@toolkit-search?q={FINDABLE}", JSON, IN_DRAFT),
    (f"/@search?SearchableText={FINDABLE}&fullobjects=1", JSON, IN_DRAFT),
    (f"/@search?SearchableText={FINDABLE}&metadata_fields=_all", JSON, IN_COPY),
    (PART, JSON, IN_COPY),
    (PART, JSON, IN_EDITOR),
    (f"{PART}/@lock", JSON, IN_EDITOR),
    (f"{PART}/check", HTML, IN_EDITOR),
    (f"{PART}/who-changed", HTML, IN_EDITOR),
    (f"{PART}/who-changed", HTML, IN_REMARK),
    (f"{PART}/@workflow", JSON, IN_REMARK),
    (f"{PART}/check", HTML, IN_DOUBT),
    ("/toolkit/ten-minutes", HTML, IN_DOUBT),
    ("/toolkit/looked-for", HTML, IN_LOOKED_FOR),
    (f"{PART}/examples", HTML, IN_EXAMPLE),
    (f"{PART}/examples", HTML, IN_OFFERER),
)
BOOKS = tuple(
    f"{path}/download.{form}"
    for path in ("/toolkit/1", CHAPTER, PART)
    for form in ("pdf", "epub")
)
FEEDS = tuple(
    f"{path}/{name}"
    for path in READ[:3]
    for name in ("RSS", "rss.xml", "atom.xml", "itunes.xml", "newsml.xml")
)
LOCK = f"{PART}/@@plone_lock_info/lock_info"
OTHERS = (
    (f"{PART}?expand=actions,breadcrumbs,workflow,translations,types", JSON),
    (LOCK, HTML),
    (f"{PART}/offer-example", HTML),
    (f"{PART}/flag", HTML),
    (f"{PART}/flag?heading=x", HTML),
    (f"{PART}/@history", JSON),
    ("/author/{editor}", HTML),
    ("/@users/{editor}", JSON),
    ("/toolkit/changes", HTML),
    ("/toolkit/changes.atom", HTML),
    ("/toolkit/@changes", JSON),
    ("/toolkit/@search?portal_type=ToolkitSection&metadata_fields=_all", JSON),
    ("/toolkit/@search?portal_type=ToolkitSection&fullobjects=1", JSON),
    ("/search_rss?SearchableText=huren", HTML),
    *((address, HTML) for address in FEEDS),
    ("/desk", HTML),
    ("/@desk", JSON),
)
# the secretariat sees what is not published yet, and nothing of who and why
EVERYBODY = {
    **dict.fromkeys((*OUTSIDERS, "board"), ALL),
    "secretary": FOR_EDITORS,
}


filled_layer, functional = filled_once(plant_toolkit, "Planted toolkit", "module")


@pytest.fixture
def channels(listed):  # noqa: F811, the fixture
    """Return where something could be found, and every book."""
    editor = api.user.get(username=f"{IN_EDITOR}@example.org").getId()
    asked = [
        *((address, headers) for address, headers, _secret in TELLING),
        *((address.format(editor=editor), headers) for address, headers in OTHERS),
    ]
    return list(dict.fromkeys((a, h["Accept"]) for a, h in asked))


def told_in(site, channels, who):
    """Return what ``who`` is told in each channel."""
    return answers(site, [(a, {"Accept": kind}) for a, kind in channels], who)


@pytest.mark.parametrize("who", ["manager", "editor"])
def test_who_writes_finds_all_of_it_so_it_is_there(listed, who):  # noqa: F811
    told = {
        (address, secret): secret in text
        for address, headers, secret in TELLING
        for _address, text in answers(listed, [(address, headers)], who)
    }
    assert [key for key, is_told in told.items() if not is_told] == []
    assert {secret for _address, secret in told} == set(ALL)


@pytest.mark.parametrize("who", sorted({*EVERYBODY} - {"editor"}))
def test_nobody_else_finds_any_of_it(listed, channels, who):  # noqa: F811
    told = told_in(listed, channels, who)
    assert holding(told, *EVERYBODY[who]) == []


def test_visitor_finds_none_of_it_in_any_list(listed):  # noqa: F811
    assert found(listed, LISTING + SILENT, "visitor", *ALL) == []


@pytest.mark.parametrize("path", READ)
def test_no_view_or_service_below_the_toolkit_tells_it(listed, path):  # noqa: F811
    channels = addresses_below(listed, path)
    assert len(channels) > 200
    assert found(listed, channels, "visitor", *ALL) == []


@pytest.mark.parametrize("who", ["contact", "secretary", "stock_editor"])
def test_no_page_or_service_of_ours_tells_it(listed, who):  # noqa: F811
    asked = [
        (f"{path}/{name}", headers)
        for path in READ
        for name, headers in ours_of(listed.at(path), site_request())
    ]
    assert len(asked) > 50
    assert found(listed, asked, who, *EVERYBODY[who]) == []


def test_a_lock_would_tell_who_is_at_work(listed, monkeypatch):  # noqa: F811
    monkeypatch.setattr(who_works, "_may_change", lambda content: True)
    locks = [(PART, JSON), (f"{PART}/@lock", JSON), (LOCK, HTML)]
    assert found(listed, locks, "visitor", IN_EDITOR) == [PART, f"{PART}/@lock", LOCK]


def test_feeds_would_tell_who_wrote_what_is_in_them(listed):  # noqa: F811
    feeds = [(address, HTML) for address in FEEDS]
    try:
        show_authors(is_wished=True)
        assert found(listed, feeds, "visitor", IN_EDITOR)
    finally:
        show_authors(is_wished=False)


def show_authors(*, is_wished):
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record(f"{SYNDICATION}.show_author_info", is_wished)
    transaction.commit()


def words_of(book):
    """Return all words of a book, without the hyphens at the ends of lines."""
    if book.startswith(b"%PDF"):
        pdf = PdfReader(BytesIO(book))
        pages = [page.extract_text() for page in pdf.pages]
        text = " ".join([*pages, *map(str, (pdf.metadata or {}).values())])
        return text.replace("\N{HYPHEN}\n", "").replace("-\n", "")
    with ZipFile(BytesIO(book)) as epub:
        return " ".join(
            epub.read(name).decode("utf-8", "ignore") for name in epub.namelist()
        )


@pytest.mark.parametrize("path", BOOKS)
def test_a_book_holds_what_everybody_reads_and_nothing_else(listed, path):  # noqa: F811
    for who in ("visitor", "manager"):
        answer = listed.ask(path, who)
        assert answer.status_code == 200
        words = words_of(answer.content)
        assert OPEN in words
        assert [secret for secret in ALL if secret in words] == []
        assert holding([(path, str(answer.headers))], *ALL) == []


def test_a_book_made_with_the_eyes_of_an_editor_would_tell_the_draft(
    listed,  # noqa: F811
    monkeypatch,
):
    made = []
    monkeypatch.setattr(wanted, "as_visitor", nullcontext)
    for form in ("pdf", "epub"):
        monkeypatch.setitem(
            bookmaking.MAKERS, form, lambda book: made.append(repr(book)) or b"%PDF"
        )
    with on_behalf_of(listed.portal) as portal:
        make_what_changed(portal, NOW)
    transaction.abort()
    assert any(IN_DRAFT in book for book in made)
