"""What becomes of letters in time: first their text and address go, then all."""

from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.due.task import DueTask
from gastvrij.mail.outbox import letters_of
from gastvrij.mail.pace import forget_nudges
from gastvrij.mail.posted import FAILED
from gastvrij.mail.posted import Outbox
from gastvrij.mail.posted import outbox_of
from gastvrij.mail.posted import Posted
from gastvrij.mail.posted import Remembered
from gastvrij.mail.posted import SENT
from gastvrij.privacy.retention import is_over
from typing import Any


# a letter that failed waits for the secretariat, but not for ever
FAILED_KEPT = timedelta(days=60)
# what is asked for once a year is still known when it is asked again
REMEMBERED_KEPT = timedelta(days=400)


def forget_letters(site: Any, now: datetime) -> int:
    """Take away what was kept long enough; return how many letters lost their text.

    Of a letter remain when it was sent, its kind, what it was about and how it ended.
    """
    outbox = outbox_of(site)
    over = [(key, record) for key, record in letters_of(site) if _is_over(record, now)]
    for letter_id, record in over:
        del outbox.letters[letter_id]
        outbox.remembered[letter_id] = _what_remains(record, now)
    _forget_remembered(outbox, now)
    forget_nudges(site, now)
    return len(over)


def _what_remains(record: Posted, now: datetime) -> Remembered:
    ended = record.ended or now
    return Remembered(ended, record.letter.kind, record.subject_id, record.state)


def _is_over(record: Posted, now: datetime) -> bool:
    if record.ended is None:
        return False
    if record.state == FAILED:
        return now - record.ended >= FAILED_KEPT
    return record.state == SENT and is_over("letters", record.ended, now)


def _forget_remembered(outbox: Outbox, now: datetime) -> None:
    def is_old(moment: datetime) -> bool:
        return now - moment >= REMEMBERED_KEPT

    for place in [place for place, posted in outbox.keys.items() if is_old(posted)]:
        del outbox.keys[place]
    letters = outbox.remembered.items()
    for letter_id in [key for key, letter in letters if is_old(letter.ended)]:
        del outbox.remembered[letter_id]


forget = DueTask(
    _("due_forget_letters", default="Forget the text of letters that were sent"),
    forget_letters,
)
