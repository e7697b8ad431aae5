"""The scan of a form that came on paper."""

from gastvrij.values.checks import is_pdf
from plone.namedfile.file import NamedBlobFile
from typing import Any


MOST = 10_000_000


def scan_of(upload: Any) -> NamedBlobFile | None:
    """Return an uploaded PDF as it is kept; ``None`` when nothing was chosen.

    Raises ``Refused`` for what is no PDF.
    """
    name = getattr(upload, "filename", "")
    if not name:
        return None
    file = NamedBlobFile(upload.read(MOST), "application/pdf", "aanvraag.pdf")
    is_pdf(file)
    return file
