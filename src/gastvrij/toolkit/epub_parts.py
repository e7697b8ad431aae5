"""What an EPUB needs around its pages: container, package and navigation."""

from collections.abc import Iterator
from collections.abc import Sequence
from datetime import UTC
from gastvrij import _
from gastvrij.toolkit.book import Book
from gastvrij.toolkit.book import EDITION
from gastvrij.toolkit.epub_pages import Page
from gastvrij.toolkit.piece_html import sayer
from html import escape
from lxml import etree
from lxml.builder import E
from uuid import NAMESPACE_URL
from uuid import uuid5


CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""
XHTML = "application/xhtml+xml"


def document(title: str, language: str, body: str) -> str:
    """Return a page as XHTML; ``body`` is well-formed."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
      lang="{language}" xml:lang="{language}">
<head>
<meta charset="utf-8"/>
<title>{escape(title)}</title>
<link rel="stylesheet" type="text/css" href="book.css"/>
</head>
{body}
</html>
"""


def navigation(book: Book, pages: Sequence[Page]) -> str:
    """Return the table of contents, as an e-reader shows it."""
    title = sayer(book.language)(_("heading_contents", default="Contents"))
    by_file = {page.file: page for page in pages}
    inner = {file for page in pages for file in page.below}
    top = [page for page in pages if page.file not in inner]
    contents = etree.tostring(_list(top, by_file), encoding="unicode")
    body = (
        f'<body><nav epub:type="toc" id="toc"><h1>{escape(title)}</h1>'
        f"{contents}</nav></body>"
    )
    return document(title, book.language, body)


def package(book: Book, pages: Sequence[Page]) -> str:
    """Return what is in the book, and what it is."""
    manifest = [
        f'<item id="nav" href="nav.xhtml" media-type="{XHTML}" properties="nav"/>',
        '<item id="css" href="book.css" media-type="text/css"/>',
        *_items(book, pages),
    ]
    spine = [f'<itemref idref="page-{n}"/>' for n, _page in enumerate(pages)]
    spine.insert(1, '<itemref idref="nav"/>')
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"
         xml:lang="{book.language}"
         prefix="schema: http://schema.org/">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{_lines(_metadata(book))}
</metadata>
<manifest>
{_lines(manifest)}
</manifest>
<spine>
{_lines(spine)}
</spine>
</package>
"""


def _lines(lines: Iterator[str] | Sequence[str]) -> str:
    return "\n".join(lines)


def _list(pages: Sequence[Page], by_file: dict[str, Page]) -> etree._Element:
    lines = E.ol()
    for page in pages:
        line = E.li(E.a(page.title, href=page.file))
        if page.below:
            line.append(_list([by_file[file] for file in page.below], by_file))
        lines.append(line)
    return lines


def _items(book: Book, pages: Sequence[Page]) -> Iterator[str]:
    for number, page in enumerate(pages):
        yield f'<item id="page-{number}" href="{page.file}" media-type="{XHTML}"/>'
    for number, (name, picture) in enumerate(book.pictures.items()):
        yield (
            f'<item id="picture-{number}" href="pictures/{name}"'
            f' media-type="{picture.media_type}"/>'
        )


def _metadata(book: Book) -> Iterator[str]:
    title = book.title if book.kind == EDITION else f"{book.title} - {book.edition}"
    moment = book.made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    urn = uuid5(NAMESPACE_URL, book.uid).urn
    yield f'<dc:identifier id="id">{urn}</dc:identifier>'
    yield f"<dc:title>{escape(title)}</dc:title>"
    yield f"<dc:language>{book.language}</dc:language>"
    yield f"<dc:creator>{escape(book.site)}</dc:creator>"
    yield f"<dc:source>{escape(book.url)}</dc:source>"
    yield f'<meta property="dcterms:modified">{moment}</meta>'
    modes = ["textual", "visual"] if book.pictures else ["textual"]
    for mode in modes:
        yield f'<meta property="schema:accessMode">{mode}</meta>'
    yield '<meta property="schema:accessModeSufficient">textual</meta>'
    for feature in ("tableOfContents", "structuralNavigation", "alternativeText"):
        yield f'<meta property="schema:accessibilityFeature">{feature}</meta>'
    yield '<meta property="schema:accessibilityHazard">none</meta>'
