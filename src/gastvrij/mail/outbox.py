"""The outbox: letters that were posted, in the database, until they are forgotten.

A letter is posted in the transaction of what it tells: both are there or neither. Each
has a record of its own. Who posts only adds a record; who sends only changes one. So
posting conflicts neither with sending nor with posting, unless the key is the same.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from gastvrij.due.public_address import public_url
from gastvrij.due.waking import wake_after_commit
from gastvrij.mail.at_home import at_public_address
from gastvrij.mail.letters import in_words
from gastvrij.mail.letters import Letter
from gastvrij.mail.posted import FAILED
from gastvrij.mail.posted import Outbox
from gastvrij.mail.posted import outbox_of
from gastvrij.mail.posted import outbox_to_write
from gastvrij.mail.posted import Posted
from gastvrij.mail.posted import WAITING
from hashlib import sha256
from typing import Any
from uuid import uuid4
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Row:
    """One letter in a list; ``said`` is what the mail server said, in its language."""

    id: str
    to: str
    subject: str
    posted: datetime
    attempts: int
    next_try: datetime
    trouble: str
    said: str


def post(site: Any, letter: Letter, now: datetime) -> None:
    """Put a letter into the outbox, in the transaction of the caller.

    It goes out soon after the commit; a key that was posted before goes out no second
    time. Raises ``Refused`` for an address that is none, or a button without one. A
    key names things by their UUIDs and never holds an address.
    """
    post_all(site, [letter], now)


def post_all(site: Any, letters: Iterable[Letter], now: datetime) -> None:
    """Put several letters into the outbox, or none where one of them is refused."""
    here = site.absolute_url()
    ready = [(each, at_public_address(site, in_words(each), here)) for each in letters]
    for letter, kept in ready:
        _put(site, letter, kept, here, now)


def waiting(site: Any) -> list[Row]:
    """Return the letters that have yet to go out, the oldest first."""
    return _rows(site, WAITING)


def failed(site: Any) -> list[Row]:
    """Return the letters that were given up, the oldest first."""
    return _rows(site, FAILED)


def try_again(site: Any, letter_id: str, now: datetime) -> None:
    """Let a letter that failed go out after all; raises ``KeyError`` for no such."""
    record = _failed_letter(site, letter_id)
    record.state, record.ended = WAITING, None
    record.since = record.next_try = now
    record.attempts = record.interrupted = 0
    wake_after_commit()


def put_aside(site: Any, letter_id: str) -> None:
    """Forget a letter that failed and is not needed; raises ``KeyError``."""
    _failed_letter(site, letter_id)
    take_away(outbox_to_write(site), letter_id)


def take_away(outbox: Outbox, letter_id: str) -> None:
    """Forget a letter, and that its key was used."""
    record = outbox.letters.pop(letter_id)
    if record.letter.key:
        outbox.keys.pop(place_of(record.letter.key), None)


def letters_of(site: Any) -> Iterator[tuple[str, Posted]]:
    """Return all letters that are kept, with their ids; nothing is made on the way."""
    yield from outbox_of(site).letters.items()


def place_of(key: str) -> str:
    """Return under what a key is kept: no text, and of one length."""
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _put(site: Any, letter: Letter, kept: Letter, here: str, now: datetime) -> None:
    outbox = outbox_to_write(site)
    if letter.key and not _is_new(outbox, letter.key, now):
        return
    subject_id = str(letter.subject) if isinstance(letter.subject, Message) else ""
    record = Posted(kept, subject_id, now)
    if not public_url(site):
        record.here = here
    outbox.letters[uuid4().hex] = record
    wake_after_commit()


def _is_new(outbox: Outbox, key: str, now: datetime) -> bool:
    place = place_of(key)
    is_new = place not in outbox.keys
    if is_new:
        # what several transactions add is merged, but never what they add to one key
        outbox.keys[place] = now
    return is_new


def _failed_letter(site: Any, letter_id: str) -> Posted:
    record = outbox_of(site).letters[letter_id]
    if record.state != FAILED:
        raise KeyError(letter_id)
    return record


def _rows(site: Any, state: str) -> list[Row]:
    rows = [_row(key, r) for key, r in letters_of(site) if r.state == state]
    return sorted(rows, key=lambda row: (row.posted, row.id))


def _row(letter_id: str, record: Posted) -> Row:
    letter = record.letter
    return Row(
        letter_id,
        letter.to,
        str(letter.subject),
        record.posted,
        record.attempts,
        record.next_try,
        record.trouble,
        record.said,
    )
