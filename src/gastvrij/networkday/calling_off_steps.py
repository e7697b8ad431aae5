"""Calling a day off, undoing it, and telling everybody once, after ten minutes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from gastvrij import _
from gastvrij.due.one_by_one import one_by_one
from gastvrij.due.task import DueTask
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import post_all
from gastvrij.networkday.calling_off import begin
from gastvrij.networkday.calling_off import calling_off_of
from gastvrij.networkday.calling_off import CallingOff
from gastvrij.networkday.calling_off import forget
from gastvrij.networkday.calling_off import give_reason
from gastvrij.networkday.calling_off import note_told
from gastvrij.networkday.calling_off import untold_days
from gastvrij.networkday.calling_off_letters import called_off
from gastvrij.networkday.calling_off_letters import goes_on
from gastvrij.networkday.door import end_of
from gastvrij.networkday.mailboxes import living
from gastvrij.networkday.mailboxes import Mailbox
from gastvrij.networkday.mailboxes import mailboxes
from gastvrij.networkday.moments import is_over
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Person
from plone import api
from typing import Any


CANCEL, REOPEN = "cancel", "reopen"


def call_off(day: NetworkDay, reason: str) -> None:
    """Call an announced day off, for a reason that everybody may read."""
    api.content.transition(day, CANCEL)
    give_reason(day, reason)


def follow_state(day: NetworkDay, transition: str, now: datetime) -> None:
    """Note that a day was called off, or tell that it goes on, whoever did it."""
    if transition == CANCEL:
        begin(day, now)
    elif transition == REOPEN:
        _go_on(day, now)


def tell_what_is_due(site: Any, now: datetime) -> int:
    """Tell everybody of days that were called off ten minutes ago or longer."""
    due = [day for day, record in untold_days(site) if record.until <= now]
    return one_by_one(due, lambda day: _tell(day, now))


def counting_on(day: NetworkDay, since: datetime) -> list[Person]:
    """Return who is told; nobody when the day was over already at that moment."""
    return [] if is_over(end_of(day), since) else living(day)


def _tell(day: NetworkDay, now: datetime) -> int:
    record = calling_off_of(day)
    if record is None or api.content.get_state(day) != "cancelled":
        return 0
    people, reason = counting_on(day, record.since), record.reason
    occasion = f"called_off/{record.since.isoformat()}"
    count = _post(
        day, people, lambda box: called_off(day, box, reason, now), occasion, now
    )
    note_told(day, count, now)
    return count


def _go_on(day: NetworkDay, now: datetime) -> None:
    record: CallingOff | None = calling_off_of(day)
    forget(day)
    if record is not None and record.letters:
        people = counting_on(day, now)
        occasion = f"goes_on/{record.since.isoformat()}"
        _post(day, people, lambda box: goes_on(day, box, now), occasion, now)


def _post(
    day: NetworkDay,
    people: list[Person],
    letter: Callable[[Mailbox], Letter],
    occasion: str,
    now: datetime,
) -> int:
    key = f"networkday.{occasion}/{day.UID()}"
    letters = [
        replace(letter(mailbox), key=f"{key}/{mailbox.people[0].id}")
        for mailbox in mailboxes(day, people)
    ]
    post_all(api.portal.get(), letters, now)
    return len(letters)


TELL = DueTask(
    _(
        "due_tell_called_off",
        default="Tell people that a network day does not take place",
    ),
    tell_what_is_due,
)
