"""Whether this machine can make a PDF, and making one.

WeasyPrint is an extra of the package, and needs libraries of the system (Pango).
Without them the site runs as well as ever, only without PDFs of its own.
"""

from functools import lru_cache
from gastvrij.due.trouble import in_one_line
from gastvrij.toolkit.book import Book
from importlib import import_module
from typing import Any

import logging


logger = logging.getLogger("gastvrij.toolkit")

PAGES = "gastvrij.toolkit.pdf_pages"


def make_pdf(book: Book) -> bytes:
    """Return a book as PDF; raises ``ImportError`` or ``OSError`` without means."""
    return _pages().make_pdf(book)


@lru_cache(maxsize=1)
def can_make_pdf() -> bool:
    """Tell whether WeasyPrint and its libraries are there; once for each process."""
    try:
        _pages()
    except (ImportError, OSError) as error:
        logger.warning("No PDFs are made of the toolkit: %s", in_one_line(error))
        return False
    return True


def _pages() -> Any:
    return import_module(PAGES)
