"""What an EPUB needs around its pages: container, package and navigation."""

from collections.abc import Iterator
from collections.abc import Sequence
from datetime import UTC
from gastvrij import _
from gastvrij.toolkit.book import Book
from gastvrij.toolkit.book import EDITION
from gastvrij.toolkit.epub_pages import Page
from gastvrij.toolkit.piece_html import sayer
from lxml import etree
from lxml.builder import E
from lxml.builder import ElementMaker
from uuid import NAMESPACE_URL
from uuid import uuid5


OCF = "urn:oasis:names:tc:opendocument:xmlns:container"
OPF = "http://www.idpf.org/2007/opf"
OPS = "http://www.idpf.org/2007/ops"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
XHTML = "http://www.w3.org/1999/xhtml"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

PAGE_TYPE = "application/xhtml+xml"
PACKAGE_TYPE = "application/oebps-package+xml"

C = ElementMaker(namespace=OCF, nsmap={None: OCF})
P = ElementMaker(namespace=OPF, nsmap={None: OPF, "dc": DUBLIN_CORE})
DC = ElementMaker(namespace=DUBLIN_CORE)


def container() -> bytes:
    """Return where the package is."""
    root_file = {"full-path": "EPUB/package.opf", "media-type": PACKAGE_TYPE}
    return _written(C.container({"version": "1.0"}, C.rootfiles(C.rootfile(root_file))))


def document(title: str, language: str, body: etree._Element) -> bytes:
    """Return a page as XHTML; the elements of ``body`` become those of XHTML."""
    names = {None: XHTML, "epub": OPS}
    page = etree.Element("html", {"lang": language, XML_LANG: language}, nsmap=names)
    look = {"rel": "stylesheet", "type": "text/css", "href": "book.css"}
    page.append(E.head(E.meta({"charset": "utf-8"}), E.title(title), E.link(look)))
    page.append(body)
    for element in page.iter():
        element.tag = f"{{{XHTML}}}{element.tag}"
    return _written(page, "<!DOCTYPE html>")


def navigation(book: Book, pages: Sequence[Page]) -> bytes:
    """Return the table of contents, as an e-reader shows it."""
    title = sayer(book.language)(_("heading_contents", default="Contents"))
    by_file = {page.file: page for page in pages}
    inner = {file for page in pages for file in page.below}
    top = [page for page in pages if page.file not in inner]
    contents = {f"{{{OPS}}}type": "toc", "id": "toc"}
    body = E.body(E.nav(contents, E.h1(title), _list(top, by_file)))
    return document(title, book.language, body)


def package(book: Book, pages: Sequence[Page]) -> bytes:
    """Return what is in the book, and what it is."""
    about = {
        "version": "3.0",
        "unique-identifier": "id",
        "prefix": "schema: http://schema.org/",
        XML_LANG: book.language,
    }
    return _written(
        P.package(
            about,
            P.metadata(*_metadata(book)),
            P.manifest(*_items(book, pages)),
            P.spine(*_in_order(pages)),
        )
    )


def _written(root: etree._Element, doctype: str | None = None) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype=doctype)


def _list(pages: Sequence[Page], by_file: dict[str, Page]) -> etree._Element:
    lines = E.ol()
    for page in pages:
        line = E.li(E.a(page.title, href=page.file))
        if page.below:
            line.append(_list([by_file[file] for file in page.below], by_file))
        lines.append(line)
    return lines


def _items(book: Book, pages: Sequence[Page]) -> Iterator[etree._Element]:
    nav = _item("nav", "nav.xhtml", PAGE_TYPE)
    nav.set("properties", "nav")
    yield nav
    yield _item("css", "book.css", "text/css")
    for number, page in enumerate(pages):
        yield _item(f"page-{number}", page.file, PAGE_TYPE)
    for number, (name, picture) in enumerate(book.pictures.items()):
        yield _item(f"picture-{number}", f"pictures/{name}", picture.media_type)


def _item(name: str, href: str, media_type: str) -> etree._Element:
    return P.item({"id": name, "href": href, "media-type": media_type})


def _in_order(pages: Sequence[Page]) -> Iterator[etree._Element]:
    """Return what is read one after the other; the contents follow the title."""
    names = [f"page-{number}" for number, _page in enumerate(pages)]
    names.insert(1, "nav")
    for name in names:
        yield P.itemref({"idref": name})


def _metadata(book: Book) -> Iterator[etree._Element]:
    title = book.title if book.kind == EDITION else f"{book.title} - {book.edition}"
    yield DC.identifier({"id": "id"}, uuid5(NAMESPACE_URL, book.uid).urn)
    yield DC.title(title)
    yield DC.language(book.language)
    yield DC.creator(book.site)
    yield DC.source(book.url)
    moment = book.made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    yield _told("dcterms:modified", moment)
    yield _told("schema:accessMode", "textual")
    if book.pictures:
        yield _told("schema:accessMode", "visual")
    yield _told("schema:accessModeSufficient", "textual")
    for feature in ("tableOfContents", "structuralNavigation", "alternativeText"):
        yield _told("schema:accessibilityFeature", feature)
    yield _told("schema:accessibilityHazard", "none")


def _told(name: str, value: str) -> etree._Element:
    return P.meta({"property": name}, value)
