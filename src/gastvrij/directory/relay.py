"""Passing on what a visitor writes to a group, without showing anybody's address.

The site keeps the message in the outbox only, for as long as the outbox keeps a letter
that was sent.
"""

from datetime import datetime
from gastvrij import _
from gastvrij.accounts.people import language_of
from gastvrij.directory.addressees import can_be_mailed
from gastvrij.directory.addressees import first_contacts_of
from gastvrij.directory.visitor_message import VisitorMessage
from gastvrij.links.brake import count_asking
from gastvrij.links.brake import times_asked
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import post
from gastvrij.settings.records import settings
from typing import Any
from zope.i18nmessageid import Message


WRITE = "directory.write"
# how often within an hour; a library has one address for all its readers
MOST_FROM_COMPUTER = 10
MOST_BY_MAILBOX = 5
MOST_TO_GROUP = 20


def recipients_of(group: Any) -> list[str]:
    """Return the addresses that a message to a group goes to.

    That is the group's public address; without one those of its contact persons, of
    its deputies when there is no contact person, of the secretariat when there is
    nobody. Empty when nobody can be reached at all.
    """
    if can_be_mailed(group.public_email):
        return [group.public_email]
    addresses = [contact.email for contact in first_contacts_of(group)]
    last = settings().secretariat_email
    return list(dict.fromkeys(addresses)) or ([last] if can_be_mailed(last) else [])


def is_crowded(
    site: Any, group: Any, message: VisitorMessage, sender: str, now: datetime
) -> bool:
    """Tell whether so much was written within an hour that a message has to wait.

    ``sender`` is the address of the computer that sends it; empty where that is not
    known, and does not count then.
    """
    return any(
        times_asked(site, WRITE, who, now) >= most
        for who, most in _counted(group, message, sender).items()
    )


def pass_on(
    site: Any,
    group: Any,
    message: VisitorMessage,
    sender: str,
    language: str,
    now: datetime,
) -> None:
    """Post the message to whoever speaks for a group, who answers to the visitor.

    ``language`` is that of the page on which it was written.
    """
    for who in _counted(group, message, sender):
        count_asking(site, WRITE, who, now)
    for address in recipients_of(group):
        post(site, _letter(group, message, address, language), now)


def _counted(group: Any, message: VisitorMessage, sender: str) -> dict[str, int]:
    """Return by what messages are counted, and how many of each may go in an hour."""
    from_computer = {f"from {sender}": MOST_FROM_COMPUTER} if sender else {}
    return from_computer | {
        f"by {message.email}": MOST_BY_MAILBOX,
        f"to {group.UID()}": MOST_TO_GROUP,
    }


def _letter(group: Any, message: VisitorMessage, address: str, language: str) -> Letter:
    return Letter(
        to=address,
        kind="todo",
        subject=_(
            "relay_subject",
            default="a message for ${group}",
            mapping={"group": group.title},
        ),
        body=(
            _(
                "relay_from",
                default="${name} wrote a message to your group on the network's site:",
                mapping={"name": message.name},
            ),
            *_paragraphs(message.message),
            _(
                "relay_answer",
                default="Answer this letter, and your answer goes to ${name}, ${email}."
                " Only then they see your address.",
                mapping={"name": message.name, "email": message.email},
            ),
            *_other_language(language),
            _(
                "relay_no_help",
                default="Can your group not help? Tell them so in a few words.",
            ),
        ),
        language=language_of(address),
        reply_to=message.email,
        reason=_(
            "relay_reason",
            default="You get this letter because visitors can write to ${group} on the"
            " network's site.",
            mapping={"group": group.title},
        ),
    )


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def _other_language(language: str) -> list[Message]:
    if language == "nl":
        return []
    return [_("relay_read_in_english", default="They read the site in English.")]
