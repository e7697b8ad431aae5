"""A letter that a coordinator writes to people who registered: to whom, and what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from gastvrij import _
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import one_line
from gastvrij.mail.letters import some_lines
from gastvrij.mail.outbox import post_all
from gastvrij.networkday.letter_facts import letter_to
from gastvrij.networkday.letter_facts import title_of
from gastvrij.networkday.mailboxes import living
from gastvrij.networkday.mailboxes import Mailbox
from gastvrij.networkday.mailboxes import mailboxes
from gastvrij.networkday.mailboxes import own_buttons
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Person
from gastvrij.networkday.seat_letters import greeting
from gastvrij.networkday.seat_letters import OWN
from plone import api


@dataclass(frozen=True)
class Wanted:
    """Who gets a letter: of some standings; with an item or of a group where given.

    ``item`` and ``group`` are UIDs.
    """

    standings: frozenset[str]
    item: str = ""
    group: str = ""

    def fits(self, person: Person) -> bool:
        """Tell whether a person is wanted."""
        chosen = {choice.item for choice in person.seat.choices}
        return (
            person.standing in self.standings
            and (not self.item or self.item in chosen)
            and (not self.group or person.group == self.group)
        )


def chosen_people(day: NetworkDay, wanted: Wanted) -> list[Person]:
    """Return who is wanted; never anybody who did not confirm, or is gone."""
    return [person for person in living(day) if wanted.fits(person)]


def letter_for(day: NetworkDay, mailbox: Mailbox, subject: str, text: str) -> Letter:
    """Return the letter to one mailbox; nothing in it tells of any other."""
    return letter_to(
        day,
        mailbox.reader,
        "info",
        _(
            "letter_to_people_subject",
            default="${subject} (${day})",
            mapping={**title_of(day), "subject": one_line(subject)},
        ),
        greeting(mailbox.name),
        *some_lines(text).split("\n\n"),
        *own_buttons(day, mailbox, OWN),
    )


def post_letters(
    day: NetworkDay, people: Iterable[Person], subject: str, text: str, now: datetime
) -> int:
    """Post the letter to each address once; return how many."""
    letters = [letter_for(day, m, subject, text) for m in mailboxes(day, people)]
    post_all(api.portal.get(), letters, now)
    return len(letters)
