"""Whether this machine can make a PDF, and making one.

WeasyPrint is an extra of the package, and needs libraries of the system (Pango).
Without them the site runs as well as ever, only without PDFs of its own.
"""

from collections.abc import Mapping
from functools import lru_cache
from gastvrij.due.trouble import in_one_line
from gastvrij.paper.picture import Picture
from importlib import import_module
from typing import Any

import logging


logger = logging.getLogger("gastvrij.paper")

PAGES = "gastvrij.paper.pages"


def make_pdf(page: str, style: str, pictures: Mapping[str, Picture]) -> bytes:
    """Return an HTML page as PDF, in the look of a style sheet.

    ``pictures`` are those that the page shows, by the name that follows ``PICTURE`` in
    their address. Raises ``ImportError`` or ``OSError`` without means.
    """
    return _pages().make_pdf(page, style, pictures)


@lru_cache(maxsize=1)
def can_make_pdf() -> bool:
    """Tell whether WeasyPrint and its libraries are there; once for each process."""
    try:
        _pages()
    except (ImportError, OSError) as error:
        logger.warning("No PDFs are made: %s", in_one_line(error))
        return False
    return True


def _pages() -> Any:
    return import_module(PAGES)
