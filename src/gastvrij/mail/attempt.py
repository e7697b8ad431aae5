"""One attempt to send a letter: how it begins, and what is noted of how it ended."""

from dataclasses import replace
from datetime import datetime
from gastvrij.links.ledger import issue
from gastvrij.mail.at_home import at_public_address
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.patience import is_too_old
from gastvrij.mail.patience import pause_after
from gastvrij.mail.patience import server_pause_after
from gastvrij.mail.posted import FAILED
from gastvrij.mail.posted import outbox_of
from gastvrij.mail.posted import Posted
from gastvrij.mail.posted import SENT
from gastvrij.mail.posted import WAITING
from gastvrij.mail.trouble import INTERRUPTED
from gastvrij.mail.trouble import LATER
from gastvrij.mail.trouble import LetterRefused
from gastvrij.mail.trouble import LOST
from gastvrij.mail.trouble import ServerTrouble
from gastvrij.mail.trouble import TOO_OLD
from gastvrij.mail.trouble import Trouble
from typing import Any
from urllib.parse import urlsplit


def due_letters(site: Any, now: datetime) -> list[str]:
    """Return the ids of the letters that are due, the oldest first."""
    letters = outbox_of(site).letters.items()
    due = [(record.posted, key) for key, record in letters if is_due(record, now)]
    return [key for posted, key in sorted(due)]


def is_due(record: Posted, now: datetime) -> bool:
    """Tell whether a letter waits, and has waited long enough."""
    return record.state == WAITING and record.next_try <= now


def begin(site: Any, letter_id: str, now: datetime) -> Letter | None:
    """Note an attempt; return the letter with its links, or None when it is not due.

    The next try is planned at once, in case nobody can say how this one ended.
    """
    record = outbox_of(site).letters.get(letter_id)
    if record is None or not is_due(record, now):
        return None
    if record.is_begun:
        record.interrupted += 1
    if record.interrupted > 1:
        _give_up(record, INTERRUPTED, now)
        return None
    record.is_begun = True
    _plan(record, now)
    letter = record.letter
    if record.here:
        letter = at_public_address(site, letter, record.here)
    return with_links(site, letter, now)


def with_links(site: Any, letter: Letter, now: datetime) -> Letter:
    """Return the letter with the links of its buttons issued."""
    parts = tuple(
        _issued(site, part, now) if isinstance(part, Button) else part
        for part in letter.body
    )
    return replace(letter, body=parts)


def note_delivered(site: Any, letter_id: str, now: datetime) -> None:
    """Note that a letter was taken over by the server."""
    record = outbox_of(site).letters.get(letter_id)
    if record is not None:
        record.trouble = record.said = ""
        record.end(SENT, now)


def note_trouble(site: Any, letter_id: str, trouble: Trouble, now: datetime) -> None:
    """Note that a letter was not taken over, and plan what comes of it.

    An attempt that failed because of the server does not count.
    """
    record = outbox_of(site).letters.get(letter_id)
    if record is None:
        return
    record.said = trouble.said
    record.is_begun = False
    if isinstance(trouble, LetterRefused):
        _give_up(record, trouble.reason, now)
    elif isinstance(trouble, ServerTrouble):
        record.attempts -= 1
        record.next_try = now
    else:
        record.trouble = trouble.reason
        record.next_try = now + pause_after(record.attempts, trouble.reason)


def note_server_trouble(site: Any, trouble: ServerTrouble, now: datetime) -> None:
    """Leave the server alone for a while."""
    troubles = outbox_of(site).troubles
    troubles.reason, troubles.said = trouble.reason, trouble.said
    troubles.since = troubles.since or now
    troubles.times += 1
    troubles.until = now + server_pause_after(troubles.times)


def note_recovery(site: Any, now: datetime) -> None:
    """Let what failed because of the server be tried at once: it is back."""
    outbox = outbox_of(site)
    troubles = outbox.troubles
    troubles.reason = troubles.said = ""
    troubles.since = troubles.until = None
    troubles.times = 0
    for record in outbox.letters.values():
        if record.state == WAITING and record.trouble in (LATER, LOST):
            record.next_try = now


def give_up_old_letters(site: Any, now: datetime) -> None:
    """Give up the letters that have been tried for days."""
    for record in outbox_of(site).letters.values():
        if record.state == WAITING and is_too_old(record.since, now):
            _give_up(record, TOO_OLD, now)


def _plan(record: Posted, now: datetime) -> None:
    record.attempts += 1
    record.next_try = now + pause_after(record.attempts, record.trouble)


def _give_up(record: Posted, reason: str, now: datetime) -> None:
    record.trouble = reason
    record.end(FAILED, now)


def _issued(site: Any, button: Button, now: datetime) -> Button:
    spec = button.link
    if spec is None:
        return button
    token = issue(
        site,
        spec.purpose,
        spec.thing,
        now,
        spec.lifetime,
        person=spec.person,
        single=spec.single,
    )
    parts = urlsplit(button.url)
    query = f"{parts.query}&token={token}" if parts.query else f"token={token}"
    return replace(button, url=parts._replace(query=query).geturl(), link=None)
