"""The report book as it would be printed now, for a coordinator."""

from datetime import datetime
from datetime import UTC
from gastvrij.links.headers import keep_to_yourself
from gastvrij.networkday.report_contents import report_of
from gastvrij.networkday.report_look import make_pdf
from gastvrij.networkday.report_plans import printed_notes
from gastvrij.networkday.reporting import can_report
from gastvrij.paper.pdf import can_make_pdf
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from zExceptions import NotFound


class ReportBookView(BrowserView):
    """What the page and the PDF of the preview have in common."""

    site: Any
    now: datetime

    def begin(self) -> None:
        """Look at the clock; raises ``NotFound`` where there is nothing to report."""
        keep_to_yourself(self.request.response)
        self.site, self.now = api.portal.get(), datetime.now(UTC)
        if not can_report(self.context, self.now):
            raise NotFound(self.__name__)


class ReportPreviewPdf(ReportBookView):
    """``/netwerkdagen/<id>/report-preview.pdf``: the book as it would be printed now.

    It is made while the coordinator waits, a few seconds, and is kept nowhere.
    """

    def __call__(self) -> bytes:
        """Return the PDF; raises ``NotFound`` without notes or means."""
        self.begin()
        if not can_make_pdf() or not printed_notes(self.site, self.context):
            raise NotFound(self.__name__)
        data = make_pdf(report_of(self.site, self.context, self.now))
        response = self.request.response
        response.setHeader("Content-Type", "application/pdf")
        name = f"ontwerp-verslagboek-{self.context.getId()}.pdf"
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        response.setHeader("X-Content-Type-Options", "nosniff")
        return data
