"""Report books that can be made, or have stood still, for the tasks of coordinators."""

from collections.abc import Iterable
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from gastvrij.due.may import may
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.report_records import all_notes
from gastvrij.networkday.report_records import item_of
from gastvrij.networkday.report_records import Notes
from gastvrij.networkday.report_records import plan_of
from gastvrij.networkday.reporting import can_report
from typing import Any
from typing import ClassVar
from zope.i18nmessageid import Message
from zope.interface import implementer


KIND = "networkday.report"
PLAN = "gastvrij: Announce Network Day"
# after the letters that go out by themselves
PATIENCE = timedelta(days=21)
MAKE = _("waiting_report_make", default="Look at the book and publish it")
CALL = _("waiting_report_call", default="Ask who did not answer, or go on without")


@implementer(IWaitingThings)
class ReportsWaiting:
    """Days whose notes are all in, or were asked for long ago in vain."""

    kinds: ClassVar[dict[str, Message]] = {
        KIND: _("waiting_report", default="Report books to make")
    }

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable[WaitingThing]:
        """Return the days, for who plans days; wakes only those concerned."""
        if not may(site, PLAN, roles):
            return
        by_day: dict[str, tuple[NetworkDay, list[Notes]]] = {}
        for notes in all_notes(site):
            item = item_of(notes) if notes.reporters else None
            if item is not None:
                day = item.aq_parent
                by_day.setdefault(day.UID(), (day, []))[1].append(notes)
        for day, asked in by_day.values():
            if can_report(day, now) and not plan_of(site, day.UID()).is_published:
                yield from _things(day, asked, now)


def _things(
    day: NetworkDay, asked: list[Notes], now: datetime
) -> Iterable[WaitingThing]:
    missing = [each for each in asked if not each.is_in]
    url = day.absolute_url()
    if not missing:
        last = max(each.changed_on for each in asked if each.changed_on)
        page = f"{url}/report-preview"
        yield WaitingThing(KIND, day.title, page, since=last, action=MAKE)
        return
    first = max(r.asked_on for each in missing for r in each.reporters)
    if now - first >= PATIENCE:
        page = f"{url}/report-notes"
        yield WaitingThing(KIND, day.title, page, since=first, action=CALL)
