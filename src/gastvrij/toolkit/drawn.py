"""Lists of the toolkit that are drawn once, for all who see the same.

With 300 parts a list takes longer than all the rest of its page.
"""

from collections.abc import Callable
from gastvrij.directory.kept import Kept
from gastvrij.directory.kept import sight
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.outline import Outline
from gastvrij.toolkit.rows import Row
from gastvrij.toolkit.rows import row
from plone import api
from typing import Any


_ROWS: Kept[tuple[Row, ...]] = Kept(most=16)
_HTML: Kept[str] = Kept(most=256)


def chapter_rows(edition: ToolkitEdition, outline: Outline) -> tuple[Row, ...]:
    """Return the chapters of an edition with their parts, as its reader sees them."""
    language = api.portal.get_current_language()

    def make() -> tuple[Row, ...]:
        return tuple(row(chapter, language) for chapter in outline.chapters)

    return _ROWS.get(edition, make, edition.absolute_url(), language, sight())


def drawn(content: Any, name: str, draw: Callable[[], str]) -> str:
    """Return a piece of the page of some content, by its name.

    Nothing may be in it that depends on anything but the content, what the reader sees
    of the toolkit, and the language: no name of the reader, no day, nothing of a form.
    """
    language = api.portal.get_current_language()
    return _HTML.get(content, draw, name, content.absolute_url(), language, sight())
