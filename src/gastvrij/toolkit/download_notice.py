"""What the desk says while no PDFs can be made, to who may see the due tasks."""

from datetime import datetime
from gastvrij import _
from gastvrij.due.interfaces import Notice
from gastvrij.due.notice import NoticeFor
from gastvrij.due.notices import SEE
from gastvrij.paper.pdf import can_make_pdf
from typing import Any


NO_PDF = _(
    "notice_no_pdf",
    default="No PDFs are made of the toolkit: WeasyPrint or the libraries that it needs"
    " are not on this machine. Who maintains the site finds in docs/operations.md what"
    " to install.",
)


def why_no_pdf(site: Any, now: datetime) -> Notice | None:
    """Return that no PDFs can be made; nothing where they can."""
    url = f"{site.absolute_url()}/due-tasks"
    return None if can_make_pdf() else Notice(NO_PDF, "attention", url)


download_notices = NoticeFor(SEE, why_no_pdf)
