"""How a report book looks on paper."""

from gastvrij.networkday.report_book import Report
from gastvrij.networkday.report_html import page_of
from gastvrij.paper import pdf
from gastvrij.paper.look import BASE
from importlib.resources import files


_OWN = files("gastvrij.networkday") / "paper" / "report.css"
PAPER = BASE + _OWN.read_text("utf-8")


def make_pdf(report: Report) -> bytes:
    """Return a report book as PDF; raises ``ImportError`` or ``OSError``."""
    return pdf.make_pdf(page_of(report), PAPER, report.pictures)
