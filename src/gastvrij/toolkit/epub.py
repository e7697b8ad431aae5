"""A book for an e-reader: EPUB 3, with one page for each chapter and part."""

from gastvrij.paper.picture import PICTURE
from gastvrij.toolkit.book import Book
from gastvrij.toolkit.epub_pages import Page
from gastvrij.toolkit.epub_pages import pages_of
from gastvrij.toolkit.epub_parts import container
from gastvrij.toolkit.epub_parts import document
from gastvrij.toolkit.epub_parts import navigation
from gastvrij.toolkit.epub_parts import package
from gastvrij.toolkit.look import SCREEN
from io import BytesIO
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile
from zipfile import ZipInfo


def make_epub(book: Book) -> bytes:
    """Return a book as EPUB 3."""
    pages = pages_of(book)
    stream = BytesIO()
    moment = book.made.timetuple()[:6]
    with ZipFile(stream, "w") as archive:

        def add(name: str, data: str | bytes, how: int = ZIP_DEFLATED) -> None:
            info = ZipInfo(name, moment)
            info.external_attr = 0o644 << 16
            archive.writestr(info, data, how)

        # the first, and not compressed: by this a reader knows what the file is
        add("mimetype", "application/epub+zip", ZIP_STORED)
        add("META-INF/container.xml", container())
        add("EPUB/package.opf", package(book, pages))
        add("EPUB/nav.xhtml", navigation(book, pages))
        add("EPUB/book.css", SCREEN)
        for page in pages:
            add(f"EPUB/{page.file}", _page(book, page))
        for name, picture in book.pictures.items():
            add(f"EPUB/pictures/{name}", picture.data)
    return stream.getvalue()


def _page(book: Book, page: Page) -> bytes:
    for picture in page.body.iter("img"):
        picture.set("src", picture.get("src").replace(PICTURE, "pictures/", 1))
    return document(page.title, book.language, page.body)
