"""Asking people for their notes, and asking again those who did not write.

Each of these is one transaction: what is kept and the letters together.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.directory.addressees import can_be_mailed
from gastvrij.due.one_by_one import one_by_one
from gastvrij.due.task import DueTask
from gastvrij.mail.outbox import post
from gastvrij.mail.pace import may_nudge
from gastvrij.mail.pace import nudged
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.programme_item import ProgrammeItem
from gastvrij.networkday.report_letters import again_letter
from gastvrij.networkday.report_letters import ask_letter
from gastvrij.networkday.report_letters import Asked
from gastvrij.networkday.report_records import all_notes
from gastvrij.networkday.report_records import item_of
from gastvrij.networkday.report_records import Notes
from gastvrij.networkday.report_records import notes_of
from gastvrij.networkday.report_records import plan_of
from gastvrij.networkday.report_records import Reporter
from gastvrij.networkday.reporting import add_reporter
from gastvrij.networkday.reporting import can_report
from gastvrij.networkday.reporting import keep_reporter
from gastvrij.networkday.reporting import speakers_to_ask
from typing import Any


# how long after the first letter somebody is reminded by itself
STAGES = (timedelta(days=7), timedelta(days=14))


def ask(
    site: Any,
    item: ProgrammeItem,
    name: str,
    email: str,
    asked_by: str,
    now: datetime,
) -> Reporter:
    """Ask somebody for the notes of an item; raises ``Refused``."""
    reporter = add_reporter(site, item.UID(), name, email, asked_by, now)
    post(site, ask_letter(item.aq_parent, [Asked(item, reporter)], now), now)
    return reporter


def ask_speakers(
    site: Any, items: Iterable[ProgrammeItem], asked_by: str, now: datetime
) -> int:
    """Ask all speakers of some items who were not asked yet; return how many.

    Who speaks at several gets one letter.
    """
    by_address: dict[str, list[Asked]] = {}
    for item in items:
        for speaker in speakers_to_ask(site, notes_of(site, item.UID())):
            who = (speaker.name, speaker.email, asked_by, now)
            asked = Asked(item, add_reporter(site, item.UID(), *who))
            by_address.setdefault(speaker.email.casefold(), []).append(asked)
    for together in by_address.values():
        day = together[0].item.aq_parent
        post(site, ask_letter(day, together, now), now)
    return len(by_address)


def ask_again(
    site: Any, item: ProgrammeItem, reporter: Reporter, now: datetime
) -> None:
    """Send the letter once more, as a coordinator wants it; on one day it goes once."""
    post(site, again_letter(item.aq_parent, [Asked(item, reporter)], now), now)


def remind(site: Any, now: datetime) -> int:
    """Remind who was asked a week ago, and two weeks ago; return how many letters.

    A person gets one letter about all that is missing, and never two in a week.
    """
    waiting: dict[tuple[str, str], list[tuple[Notes, Asked]]] = {}
    for notes in all_notes(site):
        for day, asked in _due_in(site, notes, now):
            key = (day.UID(), asked.reporter.email.casefold())
            waiting.setdefault(key, []).append((notes, asked))
    return one_by_one(waiting.values(), lambda those: _remind(site, those, now))


def _due_in(
    site: Any, notes: Notes, now: datetime
) -> Iterable[tuple[NetworkDay, Asked]]:
    due = [each for each in notes.reporters if _is_due(each, now)]
    item = item_of(notes) if due and not notes.is_in else None
    if item is None:
        return
    day = item.aq_parent
    if can_report(day, now) and not plan_of(site, day.UID()).is_published:
        for reporter in due:
            yield day, Asked(item, reporter)


def _is_due(reporter: Reporter, now: datetime) -> bool:
    return reporter.reminded < _stages(reporter, now)


def _stages(reporter: Reporter, now: datetime) -> int:
    return sum(now >= reporter.asked_on + stage for stage in STAGES)


def _remind(site: Any, those: list[tuple[Notes, Asked]], now: datetime) -> int:
    asked = [each for _notes, each in those]
    day, address = asked[0].item.aq_parent, asked[0].reporter.email
    if not can_be_mailed(address) or not may_nudge(site, address, now):
        return 0
    letter = again_letter(day, asked, now)
    for notes, each in those:
        done = replace(each.reporter, reminded=_stages(each.reporter, now))
        keep_reporter(site, notes_of(site, notes.item), done)
    nudged(site, address, now)
    post(site, letter, now)
    return 1


REMIND = DueTask(
    _("due_report_notes", default="Ask again for the notes of a network day"), remind
)
