"""What happens when a speaker is asked, answers, or told a coordinator in person.

Each of these is one transaction: what is kept, the programme and the letters together.
"""

from datetime import datetime
from gastvrij.mail.outbox import post
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.networkday.speaker_letters import answer_letter
from gastvrij.networkday.speaker_letters import ask_letter
from gastvrij.networkday.speaker_letters import told_letter
from gastvrij.networkday.speaker_records import Speaker
from gastvrij.networkday.speakers import agree
from gastvrij.networkday.speakers import propose
from gastvrij.networkday.speakers import refuse
from typing import Any


def ask(
    site: Any,
    item: IProgrammeItem,
    name: str,
    organisation: str,
    email: str,
    asked_by: str,
    now: datetime,
) -> Speaker:
    """Ask somebody by letter; raises ``Refused`` as ``propose`` does."""
    speaker = propose(site, item, name, organisation, email, asked_by, now)
    ask_again(site, speaker, now)
    return speaker


def ask_again(site: Any, speaker: Speaker, now: datetime) -> None:
    """Send the letter once more; on one day it goes out once."""
    post(site, ask_letter(speaker, now), now)


def write_down(
    site: Any,
    item: IProgrammeItem,
    name: str,
    organisation: str,
    email: str,
    witness: str,
    now: datetime,
) -> Speaker:
    """Put somebody into the programme who agreed in person.

    They get a letter with the way to take it back, if their address is known. Raises
    ``Refused``.
    """
    proposed = propose(site, item, name, organisation, email, witness, now)
    speaker = agree(site, proposed, name, organisation, now, witness)
    if email:
        post(site, told_letter(speaker, now), now)
    return speaker


def say_yes(
    site: Any, speaker: Speaker, shown: str, shown_of: str, now: datetime
) -> Speaker:
    """Put a speaker who agrees into the programme, or change the name there.

    Whoever asked gets a letter when the answer is new. Raises what ``agree`` raises.
    """
    answered = agree(site, speaker, shown, shown_of, now)
    _tell(site, speaker, answered, now)
    return answered


def say_no(site: Any, speaker: Speaker, now: datetime) -> Speaker:
    """Take a speaker out of the programme, or keep them out of it."""
    answered = refuse(site, speaker, now)
    _tell(site, speaker, answered, now)
    return answered


def _tell(site: Any, before: Speaker, after: Speaker, now: datetime) -> None:
    letter = answer_letter(after, now) if before.answer != after.answer else None
    if letter is not None:
        post(site, letter, now)
