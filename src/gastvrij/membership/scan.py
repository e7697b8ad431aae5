"""The scan of a form that came on paper."""

from gastvrij import _
from gastvrij.values.checks import is_pdf
from gastvrij.values.refusal import Refused
from plone.namedfile.file import NamedBlobFile
from typing import Any


MOST = 10_000_000  # octets


def scan_of(upload: Any) -> NamedBlobFile | None:
    """Return an uploaded PDF as it is kept; ``None`` when nothing was chosen.

    Raises ``Refused`` for what is no PDF, and for one that is too large to keep whole.
    """
    name = getattr(upload, "filename", "")
    if not name:
        return None
    content = upload.read(MOST + 1)
    if len(content) > MOST:
        raise Refused(
            _(
                "error_pdf_too_large",
                default="This file is larger than ${most} MB. Choose a smaller one.",
                mapping={"most": MOST // 1_000_000},
            )
        )
    file = NamedBlobFile(content, "application/pdf", "aanvraag.pdf")
    is_pdf(file)
    return file
