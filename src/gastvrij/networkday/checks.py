"""What a value must be before it may stand in a network day."""

from gastvrij import _
from gastvrij.rows.refusal import Refused
from plone.namedfile.interfaces import INamedBlobFile


PDF_BEGINS_WITH = b"%PDF-"


def is_pdf(value: INamedBlobFile) -> bool:
    """Accept a file whose *content* is a PDF; raises ``Refused`` otherwise.

    What the browser says about the file does not count. Source: ISO 32000-2, 7.5.2.
    """
    with value.open() as content:
        beginning = content.read(len(PDF_BEGINS_WITH))
    if beginning != PDF_BEGINS_WITH:
        raise Refused(
            _(
                "error_report_book_no_pdf",
                default="This is not a PDF. Choose a PDF file.",
            )
        )
    return True
