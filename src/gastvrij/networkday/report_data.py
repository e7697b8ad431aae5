"""What is kept of people who were asked for notes, and how long.

Addresses, notes and pictures go with the registrations, a year after the day. The book
that was published stays, as the file of the day.
"""

from dataclasses import replace
from datetime import datetime
from gastvrij import _
from gastvrij.due.task import DueTask
from gastvrij.due.waking import wake_after_commit
from gastvrij.links.ledger import void
from gastvrij.networkday.report_records import all_notes
from gastvrij.networkday.report_records import all_plans
from gastvrij.networkday.report_records import day_of
from gastvrij.networkday.report_records import drop_notes
from gastvrij.networkday.report_records import drop_plan
from gastvrij.networkday.report_records import item_of
from gastvrij.networkday.report_records import keep_notes
from gastvrij.networkday.report_records import Notes
from gastvrij.networkday.report_records import plan_of
from gastvrij.networkday.report_records import Reporter
from gastvrij.networkday.reporting import PURPOSE
from gastvrij.networkday.reporting import take_out
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.privacy.retention import is_over
from gastvrij.values.mail_address import same_address
from plone.restapi.serializer.converters import json_compatible
from typing import Any
from zope.interface import implementer


@implementer(IPersonalData)
class ReportersData:
    """Finds who was asked for notes by the address to which they were asked."""

    title = _("data_reporters", default="Notes for report books")

    def find(self, site: Any, email: str) -> list[Found]:
        """Return of what somebody was asked for the notes."""
        return [
            Found(self.title, _told(notes, reporter), _url(notes))
            for notes, reporter in _of(site, email)
        ]

    def export(self, site: Any, email: str) -> list[dict[str, Any]]:
        """Return all of it; the notes where nobody else was asked for them."""
        return [
            {"at": _told(notes, reporter), **json_compatible(vars(reporter))}
            | (_written(notes) if _is_theirs(notes, reporter) else {})
            for notes, reporter in _of(site, email)
        ]

    def erase(self, site: Any, email: str, now: datetime) -> int:
        """Forget that they were asked; their name leaves the book.

        Notes that they wrote and that are in no published book go as well.
        """
        found = _of(site, email)
        for notes, reporter in found:
            changed = take_out(site, notes, reporter)
            if (
                changed.is_in
                and _is_theirs(notes, reporter)
                and not _is_out(site, notes)
            ):
                _blank(site, changed)
        if found:
            # a book that is out is made anew, without the name
            wake_after_commit()
        return len(found)


def forget_what_is_over(site: Any, now: datetime) -> int:
    """Forget notes, addresses and plans of days that are long over; return how many."""
    notes = [each for each in all_notes(site) if _is_over(_day(each), now)]
    for each in notes:
        drop_notes(site, each.item)
        void(site, purpose=PURPOSE, thing=each.item)
    plans = [each for each in all_plans(site) if _is_over(day_of(each), now)]
    for plan in plans:
        drop_plan(site, plan.day)
    return len(notes) + len(plans)


def _is_over(day: Any, now: datetime) -> bool:
    return day is None or is_over("registrations", day.end, now)


def _day(notes: Notes) -> Any:
    item = item_of(notes)
    return item.aq_parent if item is not None else None


def _is_theirs(notes: Notes, reporter: Reporter) -> bool:
    return notes.changed_by == reporter.id or len(notes.reporters) == 1


def _is_out(site: Any, notes: Notes) -> bool:
    day = _day(notes)
    return day is not None and plan_of(site, day.UID()).is_published


def _blank(site: Any, notes: Notes) -> None:
    if notes.reporters:
        blank = replace(notes, insights=(), tips=(), signal="", pictures=())
        keep_notes(site, blank)
    else:
        drop_notes(site, notes.item)


def _written(notes: Notes) -> dict[str, Any]:
    return {
        "insights": list(notes.insights),
        "tips": list(notes.tips),
        "signal": notes.signal,
        "pictures": [each.alt for each in notes.pictures],
    }


def _of(site: Any, email: str) -> list[tuple[Notes, Reporter]]:
    return [
        (notes, reporter)
        for notes in all_notes(site)
        for reporter in notes.reporters
        if same_address(reporter.email, email)
    ]


def _told(notes: Notes, reporter: Reporter) -> str:
    item = item_of(notes)
    words = (reporter.name, item.title if item is not None else "")
    return " – ".join(filter(None, words))


def _url(notes: Notes) -> str:
    day = _day(notes)
    return f"{day.absolute_url()}/report-notes" if day is not None else ""


FORGET = DueTask(
    _("due_forget_reporters", default="Forget notes for report books of long ago"),
    forget_what_is_over,
)
