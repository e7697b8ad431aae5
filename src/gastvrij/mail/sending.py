"""Sending what is in the outbox: one letter after another, each in three steps.

First the attempt is noted, the one-click links are issued, and that is committed; then
the server gets the letter; then what came of it is committed. No transaction waits for
the server, and no visitor does. Killed between the last two steps, a letter may go out
a second time, never a third: then it is given up as ``interrupted``.
"""

from datetime import datetime
from email.policy import SMTP as WIRE
from gastvrij import _
from gastvrij.due.attempts import in_transaction
from gastvrij.due.task import DueTask
from gastvrij.due.trouble import traceback_of
from gastvrij.due.waking import wake
from gastvrij.mail.attempt import begin
from gastvrij.mail.attempt import due_letters
from gastvrij.mail.attempt import give_up_old_letters
from gastvrij.mail.attempt import note_delivered
from gastvrij.mail.attempt import note_recovery
from gastvrij.mail.attempt import note_server_trouble
from gastvrij.mail.attempt import note_trouble
from gastvrij.mail.message import message_of
from gastvrij.mail.message import Sender
from gastvrij.mail.posted import outbox_of
from gastvrij.mail.sender import sender_of
from gastvrij.mail.server import connected
from gastvrij.mail.server import deliver
from gastvrij.mail.server import server_of
from gastvrij.mail.trouble import BROKEN
from gastvrij.mail.trouble import LetterRefused
from gastvrij.mail.trouble import LetterTrouble
from gastvrij.mail.trouble import LOST
from gastvrij.mail.trouble import ServerTrouble
from gastvrij.mail.trouble import Trouble
from smtplib import SMTP
from time import monotonic
from transaction.interfaces import TransientError
from typing import Any

import logging


LONGEST_ROUND = 240.0  # seconds, then the other due tasks have their turn
MOST_FAILED = 3  # letters in a row, then it is the server and not the letter

logger = logging.getLogger("gastvrij.mail")


def send_what_is_due(site: Any, now: datetime) -> int:
    """Send the letters that are due; return how many went out.

    It commits on the way, unlike other due tasks: a letter that is out cannot be taken
    back. Only one process and thread may be at it, which is what the runner of due
    tasks sees to.
    """
    in_transaction(lambda: give_up_old_letters(site, now))
    until = outbox_of(site).troubles.until
    due = due_letters(site, now)
    if not due or (until is not None and now < until):
        return 0
    round_ = Round(site, now)
    try:
        round_.send(due)
    except ServerTrouble as error:
        trouble = error
        in_transaction(lambda: note_server_trouble(site, trouble, now))
        logger.warning("Letters wait: %s", trouble.reason)
    return round_.sent


class Round:
    """One round of letters, over as few connections as the server allows."""

    def __init__(self, site: Any, now: datetime) -> None:
        self.site = site
        self.now = now
        self.sent = 0
        self.failed = 0
        self.end = monotonic() + LONGEST_ROUND

    def send(self, due: list[str]) -> None:
        """Send the letters with these ids; raises ``ServerTrouble``."""
        sender, server = sender_of(self.site), server_of(self.site)
        rest = list(due)
        while rest and self._has_time():
            with connected(server) as connection:
                self._send_over(connection, sender, rest)

    def _send_over(self, connection: SMTP, sender: Sender, rest: list[str]) -> None:
        """Send letters until the connection breaks; take them from ``rest``."""
        while rest and self._has_time():
            try:
                self._send_one(connection, sender, rest.pop(0))
            except LetterTrouble as trouble:
                self._count_failed(trouble)
                if trouble.reason == LOST:
                    return

    def _send_one(self, connection: SMTP, sender: Sender, letter_id: str) -> None:
        message = self._begun(sender, letter_id)
        if message is None:
            return
        to, content = message
        try:
            deliver(connection, sender.email, to, content)
        except LetterRefused as trouble:
            self._note(letter_id, trouble)
            self._note_answer()
        except Trouble as trouble:
            self._note(letter_id, trouble)
            raise
        else:
            in_transaction(lambda: note_delivered(self.site, letter_id, self.now))
            self.sent += 1
            self._note_answer()

    def _begun(self, sender: Sender, letter_id: str) -> tuple[str, bytes] | None:
        """Note the attempt; return address and message, None when there is neither."""
        try:
            letter = in_transaction(lambda: begin(self.site, letter_id, self.now))
            if letter is None:
                return None
            message = message_of(letter, sender, self.now)
            return letter.to, message.as_bytes(policy=WIRE)
        except TransientError:
            raise
        except Exception as error:  # one letter that is wrong must not stop the others
            logger.error("A letter could not be made.\n%s", traceback_of(error))
            self._note(letter_id, LetterRefused(BROKEN))
            return None

    def _note(self, letter_id: str, trouble: Trouble) -> None:
        in_transaction(lambda: note_trouble(self.site, letter_id, trouble, self.now))

    def _note_answer(self) -> None:
        """Note that the server takes letters, be it not this one."""
        self.failed = 0
        if outbox_of(self.site).troubles.since is not None:
            in_transaction(lambda: note_recovery(self.site, self.now))
            wake()

    def _count_failed(self, trouble: LetterTrouble) -> None:
        self.failed += 1
        if self.failed >= MOST_FAILED:
            raise ServerTrouble(trouble.reason, trouble.said)

    def _has_time(self) -> bool:
        if monotonic() < self.end:
            return True
        wake()
        return False


send_letters = DueTask(_("due_send_letters", default="Send letters"), send_what_is_due)
