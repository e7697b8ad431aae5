"""What the desk says while no PDFs can be made, to who may see the due tasks."""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.due.interfaces import INotices
from gastvrij.due.interfaces import Notice
from gastvrij.due.may import may
from gastvrij.due.notices import SEE
from gastvrij.toolkit.pdf import can_make_pdf
from typing import Any
from zope.interface import implementer


NO_PDF = _(
    "notice_no_pdf",
    default="No PDFs are made of the toolkit: WeasyPrint or the libraries that it needs"
    " are not on this machine. Who maintains the site finds in docs/operations.md what"
    " to install.",
)


@implementer(INotices)
class DownloadNotices:
    """One sentence while PDFs cannot be made; nothing otherwise."""

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterator[Notice]:
        """Return the sentence for who may see the due tasks."""
        if may(site, SEE, roles) and not can_make_pdf():
            yield Notice(NO_PDF, "attention", f"{site.absolute_url()}/due-tasks")


download_notices = DownloadNotices()
