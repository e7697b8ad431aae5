"""The due task that makes report books: once they are published, and when they change.

A name that somebody takes away leaves the book with its next making.
"""

from dataclasses import replace
from datetime import datetime
from gastvrij import _
from gastvrij.due.one_by_one import one_by_one
from gastvrij.due.task import DueTask
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.report_contents import report_of
from gastvrij.networkday.report_look import make_pdf
from gastvrij.networkday.report_plans import is_free_for
from gastvrij.networkday.report_plans import printed_notes
from gastvrij.networkday.report_plans import seal_of_file
from gastvrij.networkday.report_records import all_plans
from gastvrij.networkday.report_records import day_of
from gastvrij.networkday.report_records import keep_plan
from gastvrij.networkday.report_records import Plan
from gastvrij.paper.pdf import can_make_pdf
from plone.namedfile.file import NamedBlobFile
from typing import Any
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


PDF = "application/pdf"


def make_what_changed(site: Any, now: datetime) -> int:
    """Make the published books that are not there, or not right any more."""
    published = [plan for plan in all_plans(site) if plan.is_published]
    if not published or not can_make_pdf():
        return 0
    return one_by_one(published, lambda plan: _make(site, plan, now))


def _make(site: Any, plan: Plan, now: datetime) -> int:
    day = day_of(plan)
    if day is None or not printed_notes(site, day):
        return 0
    seal = report_of(site, day, now, with_pictures=False).seal
    if seal == plan.contents or not is_free_for(day, plan):
        return 0
    data = make_pdf(report_of(site, day, now))
    put_book(day, data)
    made = replace(plan, contents=seal, book=seal_of_file(day), may_replace="")
    keep_plan(site, made)
    return 1


def put_book(day: NetworkDay, data: bytes) -> None:
    """Put a book that was made on the page of its day, and into the archive."""
    day.report_book = NamedBlobFile(data, PDF, f"verslagboek-{day.getId()}.pdf")
    notify(ObjectModifiedEvent(day, Attributes(INetworkDay, "report_book")))


MAKE = DueTask(
    _("due_report_books", default="Make the report books of network days"),
    make_what_changed,
)
