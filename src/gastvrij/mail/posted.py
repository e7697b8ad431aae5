"""What the outbox keeps: a record a letter, and what is wrong with the server."""

from dataclasses import dataclass
from datetime import datetime
from gastvrij.links.drawers import Drawers
from gastvrij.mail.letters import Letter
from persistent import Persistent
from typing import Any
from zope.annotation.interfaces import IAnnotations


OUTBOX = "gastvrij.mail.outbox"
WAITING, SENT, FAILED = "waiting", "sent", "failed"


class Posted(Persistent):
    """One letter, and how far it got; two who change it at once conflict.

    ``state`` is ``waiting``, ``sent`` or ``failed``. ``since`` is when it was posted,
    or tried again by hand; ``attempts`` counts from there. ``next_try`` is when it is
    due. ``is_begun`` tells that somebody began to send it and did not say how it
    ended; ``interrupted`` counts how often that happened. ``trouble`` is a reason of
    ``gastvrij.mail.trouble``, ``said`` what the mail server said. ``ended`` is when it
    was sent or given up. ``here`` is the address of the site that its links have, when
    the public one was not known yet: they are moved to it when the letter is sent.
    """

    here = ""
    state = WAITING
    attempts = 0
    interrupted = 0
    is_begun = False
    trouble = ""
    said = ""
    ended: datetime | None = None

    def __init__(self, letter: Letter, subject_id: str, now: datetime) -> None:
        self.letter = letter
        self.subject_id = subject_id
        self.posted = self.since = self.next_try = now

    def end(self, state: str, now: datetime) -> None:
        """Note that nothing more will be done, for better or worse."""
        self.state, self.ended, self.is_begun = state, now, False


class Troubles(Persistent):
    """What is wrong with the mail server, and until when it is left alone."""

    reason = ""
    said = ""
    times = 0
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Remembered:
    """What remains of a letter: when, of what kind, about what, and how it ended."""

    ended: datetime
    kind: str
    subject_id: str
    state: str


class Outbox(Persistent):
    """The letters of a site by id, the keys they had, and what remains of old ones."""

    def __init__(self) -> None:
        self.letters = Drawers()
        self.keys = Drawers()
        self.remembered = Drawers()
        self.troubles = Troubles()


def outbox_of(site: Any) -> Outbox:
    """Return the outbox to read; nothing is made on the way."""
    return IAnnotations(site).get(OUTBOX) or Outbox()


def outbox_to_write(site: Any) -> Outbox:
    """Return the outbox to change; it is made when it is missing."""
    annotations = IAnnotations(site)
    if OUTBOX not in annotations:
        annotations[OUTBOX] = Outbox()
    return annotations[OUTBOX]
