"""A report book as a part of a page of the site, before it is on paper."""

from collections.abc import Mapping
from gastvrij.networkday.notes_pictures import source_of
from gastvrij.networkday.report_book import Report
from gastvrij.networkday.report_contents import name_of
from gastvrij.networkday.report_html import sections_of
from gastvrij.networkday.report_records import Notes
from gastvrij.paper.picture import PICTURE
from lxml import etree
from lxml import html


LOWER = {"h1": "h3", "h2": "h4"}


def preview_of(report: Report, notes: list[Notes]) -> str:
    """Return the pages of a book as HTML, with small pictures in it."""
    sources = {name_of(p): source_of(p) for each in notes for p in each.pictures}
    return "".join(_shown(each, sources) for each in sections_of(report))


def _shown(section: etree._Element, sources: Mapping[str, str]) -> str:
    for element in section.iter(*LOWER):
        element.tag = LOWER[element.tag]
    for image in section.iter("img"):
        image.set("src", sources.get(image.get("src").removeprefix(PICTURE), ""))
    return html.tostring(section, encoding="unicode")
