"""The uploaded file of a whole edition, and until when it is offered."""

from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.files import file_link
from gastvrij.toolkit.files import FileLink
from gastvrij.toolkit.offers import offer_of
from gastvrij.toolkit.outline import Outline
from gastvrij.toolkit.shelf import PDF


def whole_file(
    edition: ToolkitEdition, outline: Outline, language: str
) -> FileLink | None:
    """Return the file that is the whole edition, until a book is made of its texts.

    A part that is a file still is missing in that book.
    """
    file = file_link(edition, "full_file", language)
    is_written = bool(outline.parts()) and outline.is_all_text()
    if file is None or not is_written:
        return file
    offer = offer_of(edition, PDF)
    return None if offer and offer.made else file
