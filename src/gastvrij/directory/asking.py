"""When somebody is asked whether the profile of a group is still right.

Once a year a letter, after it the reminders of the settings; then it is the turn of the
secretariat. A letter asks about all groups of one person for which one is due.
"""

from Acquisition import aq_base
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.directory.addressees import first_contacts_of
from gastvrij.directory.ask_letter import letter_about
from gastvrij.directory.asked import all_asked
from gastvrij.directory.asked import Asked
from gastvrij.directory.asked import asked_about
from gastvrij.directory.asked import forget_asked
from gastvrij.directory.asked import note_asked
from gastvrij.directory.contacts import Contact
from gastvrij.directory.states import ONLINE
from gastvrij.due.one_by_one import one_by_one
from gastvrij.due.task import DueTask
from gastvrij.mail.outbox import post
from gastvrij.mail.pace import is_quiet
from gastvrij.mail.pace import may_nudge
from gastvrij.mail.pace import nudged
from gastvrij.settings.records import settings
from gastvrij.spelling.dates import BELGIUM
from gastvrij.values.months import months_after
from typing import Any


# where a group has nobody who can be asked, time passes all the same
NOBODY = Contact("", "", "", None, "contact", date.min, None)
WORKFLOW = "directory_organisation_workflow"
# the index counts from the day; a month that is too short moves it by three at most
SLACK = timedelta(days=3)


@dataclass(frozen=True)
class Turn:
    """That it is somebody's turn to be asked about a group, perhaps in a new round."""

    group: Any
    contact: Contact
    begins_round: bool


def is_stale(fresh_since: date, today: date, months: int) -> bool:
    """Tell whether a group is to be asked: ``months`` after it last confirmed."""
    return today >= months_after(fresh_since, months)


def is_first_due(asked: Asked | None, today: date, months: int) -> bool:
    """Tell whether a round begins: nobody asked yet, or that was ``months`` ago."""
    return asked is None or is_stale(_day(asked.first), today, months)


def is_reminder_due(asked: Asked, now: datetime, reminder_days: Sequence[int]) -> bool:
    """Tell whether somebody who did not answer gets a reminder.

    ``reminder_days`` rise and count from the first letter. A reminder that came late
    puts the next one off: half of the days between the two lie between their letters.
    """
    sent = asked.letters - 1
    if asked.answered or sent >= len(reminder_days):
        return False
    before = reminder_days[sent - 1] if sent else 0
    pause = timedelta(days=reminder_days[sent] - before) / 2
    is_time = now - asked.first >= timedelta(days=reminder_days[sent])
    return is_time and now - asked.last >= pause


def is_silent(asked: Asked, reminder_days: Sequence[int]) -> bool:
    """Tell whether somebody got the last reminder, and did not answer yet."""
    return not asked.answered and asked.letters > len(reminder_days)


def begun_on(group: Any) -> date:
    """Return the day on which a group was first online; until then its making.

    Whoever asks: the history that a workflow tells is for the eyes of some only.
    """
    histories = getattr(aq_base(group), "workflow_history", {})
    history = histories.get(WORKFLOW, ())
    moments = [each["time"] for each in history if each["action"] == "publish"]
    first = moments[0] if moments else group.created()
    return _day(first.asdatetime())


def is_due(group: Any, today: date) -> bool:
    """Tell whether it is time for a group to say that its profile is still right."""
    since = group.confirmed_on or begun_on(group)
    return is_stale(since, today, settings().confirm_every_months)


def ask_groups(site: Any, now: datetime) -> int:
    """Send the letters that are due about profiles; return how many."""
    stale = {brain.UID: brain for brain in _stale(site, _day(now))}
    answered = [uid for uid, _asked in all_asked(site) if uid not in stale]
    for uid in answered:
        forget_asked(site, uid)
    if is_quiet(now):
        return 0
    to_ask = _to_ask(site, stale, now)
    return one_by_one(to_ask.values(), lambda turns: _ask(site, turns, now))


ask_when_due = DueTask(
    _("due_ask_groups", default="Ask groups whether their profile is still right"),
    ask_groups,
)


def _stale(site: Any, today: date) -> Iterator[Any]:
    """Return catalogue brains of the groups that may have to be asked; wake none."""
    months = settings().confirm_every_months
    brains = site.portal_catalog.unrestrictedSearchResults(
        portal_type="MemberOrganisation",
        review_state=ONLINE,
        fresh_since={"query": months_after(today, -months) + SLACK, "range": "max"},
    )
    for brain in brains:
        day = brain.confirmed_on
        if day is None or is_stale(day, today, months):
            yield brain


def _to_ask(site: Any, stale: dict[str, Any], now: datetime) -> dict[str, list[Turn]]:
    """Return by user id what somebody is to be asked about.

    Groups of which everybody was asked not long ago are not woken.
    """
    turns = defaultdict(list)
    for uid, brain in stale.items():
        asked = asked_about(site, uid)
        if asked and not any(_is_due(each, now) for each in asked.values()):
            continue
        for turn in _turns(brain._unrestrictedGetObject(), asked, now):
            turns[turn.contact.user_id].append(turn)
    return turns


def _turns(group: Any, asked: Mapping[str, Asked], now: datetime) -> list[Turn]:
    """Return whose turn it is to be asked about a group; nobody's where none can be."""
    months = settings().confirm_every_months
    if not is_due(group, _day(now)):
        return []
    contacts = first_contacts_of(group) or [NOBODY]
    return [
        Turn(group, contact, is_first_due(before, _day(now), months))
        for contact in contacts
        for before in [asked.get(contact.user_id)]
        if _is_due(before, now)
    ]


def _is_due(asked: Asked | None, now: datetime) -> bool:
    decided = settings()
    if asked is None or is_first_due(asked, _day(now), decided.confirm_every_months):
        return True
    return is_reminder_due(asked, now, decided.confirm_reminder_days)


def _ask(site: Any, turns: list[Turn], now: datetime) -> int:
    """Ask one person about all groups of which it is their turn, if they may be."""
    contact = turns[0].contact
    if contact.email:
        if not may_nudge(site, contact.email, now):
            return 0
        post(site, letter_about(site, contact, [t.group for t in turns], now), now)
        nudged(site, contact.email, now)
    for turn in turns:
        uid = turn.group.UID()
        note_asked(site, uid, contact.user_id, now, turn.begins_round)
    return 1 if contact.email else 0


def _day(moment: datetime) -> date:
    return moment.astimezone(BELGIUM).date()
