"""The letters about a day that is called off, and about one that goes on after all."""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import Part
from gastvrij.networkday import wording
from gastvrij.networkday.letter_facts import facts_of
from gastvrij.networkday.letter_facts import letter_to
from gastvrij.networkday.letter_facts import said
from gastvrij.networkday.letter_facts import title_of
from gastvrij.networkday.mailboxes import Mailbox
from gastvrij.networkday.mailboxes import own_buttons
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration_words import standing_of
from gastvrij.networkday.seat_letters import CANNOT_COME
from gastvrij.networkday.seat_letters import greeting
from gastvrij.networkday.seat_letters import OWN
from gastvrij.networkday.summary import summary_of_day


def called_off(day: NetworkDay, mailbox: Mailbox, reason: str, now: datetime) -> Letter:
    """Return the letter that says that a day does not take place."""
    language = mailbox.reader.language
    when = wording.when(summary_of_day(day, now), language)
    return letter_to(
        day,
        mailbox.reader,
        "info",
        _(
            "letter_called_off_subject",
            default="${day} does not take place",
            mapping=title_of(day),
        ),
        greeting(mailbox.name),
        _(
            "letter_called_off",
            default="${day} (${when}) does not take place.",
            mapping={**title_of(day), "when": when},
        ),
        _about(mailbox),
        _reason(reason),
        _(
            "letter_called_off_nothing",
            default="You do not have to sign off, or do anything else. Should the day"
            " go on after all, we write to you again.",
        ),
        _(
            "letter_called_off_calendar",
            default="Is the day in your calendar? Take it out, or open this file: then"
            " your calendar knows that it is cancelled.",
        ),
        Button(
            _("button_called_off_calendar", default="The cancellation for my calendar"),
            f"{day.absolute_url()}/day.ics",
        ),
    )


def goes_on(day: NetworkDay, mailbox: Mailbox, now: datetime) -> Letter:
    """Return the letter that says that a day takes place after all."""
    language = mailbox.reader.language
    return letter_to(
        day,
        mailbox.reader,
        "info",
        _(
            "letter_goes_on_subject",
            default="${day} takes place after all",
            mapping=title_of(day),
        ),
        greeting(mailbox.name),
        _(
            "letter_goes_on",
            default="We wrote to you that ${day} does not take place. That has changed:"
            " the day goes on after all.",
            mapping=title_of(day),
        ),
        facts_of(day, language, now),
        "\n".join(_standings(day, mailbox, now)),
        _(
            "letter_goes_on_calendar",
            default="Did you take the day out of your calendar? This file puts it"
            " back.",
        ),
        Button(
            _("link_calendar", default="Put it in your calendar"),
            f"{day.absolute_url()}/day.ics",
        ),
        CANNOT_COME if any(p.seat.is_held for p in mailbox.people) else "",
        *own_buttons(day, mailbox, OWN),
    )


def _about(mailbox: Mailbox) -> Part:
    if mailbox.is_own:
        return ""
    return _(
        "letter_called_off_people",
        default="This is about: ${names}.",
        mapping={"names": mailbox.names},
    )


def _reason(reason: str) -> Part:
    if not reason:
        return ""
    return _(
        "letter_called_off_reason",
        default="Why:\n${reason}",
        mapping={"reason": reason},
    )


def _standings(day: NetworkDay, mailbox: Mailbox, now: datetime) -> Iterator[str]:
    language = mailbox.reader.language
    for person in mailbox.people:
        standing = standing_of(day, person, now, language)
        if mailbox.is_own:
            yield said(standing.sentence, language)
        else:
            yield f"{person.name}: {said(standing.line, language)}"
