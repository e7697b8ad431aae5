"""Reminders to everybody who has a seat: seven days before the day, and one day."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.directory.addressees import can_be_mailed
from gastvrij.due.one_by_one import one_by_one
from gastvrij.due.task import DueTask
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from gastvrij.mail.outbox import post_all
from gastvrij.networkday import ledger_views
from gastvrij.networkday.claims_waiting import coming_days
from gastvrij.networkday.door import start_of
from gastvrij.networkday.join_link import is_given
from gastvrij.networkday.join_link import join_link_of
from gastvrij.networkday.letter_facts import Reader
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Person
from gastvrij.networkday.reminder_letter import reminder
from gastvrij.networkday.seats import CONFIRMED
from typing import Any


REMINDED = "gastvrij.networkday.reminded"
# by name, the last one last; a later one takes the place of one that was missed
STAGES = {"week": timedelta(days=7), "day": timedelta(days=1)}


def remind(site: Any, now: datetime) -> int:
    """Post what is due and was not posted yet; return how many letters."""
    return one_by_one(coming_days(site, now), lambda day: _remind(site, day, now))


def _remind(site: Any, day: NetworkDay, now: datetime) -> int:
    start = start_of(day)
    due = [name for name, before in STAGES.items() if now >= start - before]
    if not due or now >= start:
        return 0
    mark = f"{due[-1]} {start.date()}"
    done = shelf(site, REMINDED).get(day.UID(), frozenset())
    there = [each for each in ledger_views.people(day) if each.is_there]
    new = [each for each in there if f"{mark} {each.id}" not in done]
    if not new:
        return 0
    since = start - STAGES[due[-1]]
    asked = [each for each in new if _is_reminded(day, each, since, now)]
    letters = [
        replace(reminder(day, reader, own, now), key=_key(day, mark, own))
        for reader, own in _by_mailbox(day, asked)
    ]
    post_all(site, letters, now)
    # only now: where one letter cannot be made, nobody counts as reminded
    marks = {f"{mark} {each.id}" for each in new}
    shelf_to_write(site, REMINDED)[day.UID()] = done | marks
    return len(letters)


def _key(day: NetworkDay, mark: str, people: list[Person]) -> str:
    """Return the key of a letter: a person is in one letter of each reminder."""
    return f"networkday.reminder/{day.UID()}/{mark}/{people[0].id}"


def _is_reminded(
    day: NetworkDay, person: Person, since: datetime, now: datetime
) -> bool:
    """Tell whether somebody gets a letter: not who has just been told of a seat."""
    seated = [when for standing, when in person.moments if standing == CONFIRMED]
    has_link = is_given(day, now) and bool(join_link_of(day))
    return has_link or not seated or seated[-1] <= since


def _by_mailbox(
    day: NetworkDay, people: Iterable[Person]
) -> Iterator[tuple[Reader, list[Person]]]:
    found: dict[tuple[str, str], list[Person]] = {}
    for person in people:
        address = ledger_views.address_of(day, person)
        found.setdefault((person.party, address.casefold()), []).append(person)
    for own in found.values():
        address = ledger_views.address_of(day, own[0])
        if can_be_mailed(address):
            yield Reader(address, own[0].language), own


def forget_marks(site: Any, now: datetime) -> int:
    """Forget who was reminded of a day that is not coming any more."""
    coming = {day.UID() for day in coming_days(site, now)}
    marks = shelf(site, REMINDED)
    over = [uid for uid in marks if uid not in coming]
    for uid in over:
        del marks[uid]
    return len(over)


REMIND = DueTask(
    _("due_networkday_reminders", default="Remind people of the network day"), remind
)
FORGET = DueTask(
    _("due_networkday_marks", default="Forget who was reminded of a day"), forget_marks
)
