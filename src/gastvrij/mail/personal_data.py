"""What the outbox keeps of a person: letters to them, and letters that name them."""

from datetime import datetime
from gastvrij import _
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import letters_of
from gastvrij.mail.outbox import take_away
from gastvrij.mail.pace import forget_nudges_of
from gastvrij.mail.posted import outbox_to_write
from gastvrij.mail.posted import Posted
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.values.mail_address import same_address
from typing import Any
from zope.interface import implementer

import re


TO_THEM = _("kept_letter_to", default="Letter to this person")
NAMES_THEM = _("kept_letter_about", default="Letter that names this address")
ADDRESS = re.compile(r"[^\s<>()\[\],;:\"]+@[^\s<>()\[\],;:\"/?&#]+")


@implementer(IPersonalData)
class LettersOfPerson:
    """Letters that still have their text; older ones tell of nobody any more."""

    title = _("kept_letters", default="Letters")

    def find(self, site: Any, email: str) -> list[Found]:
        """Return the letters, by subject, the oldest first."""
        url = f"{site.absolute_url()}/outbox"
        return [
            Found(
                TO_THEM if same_address(record.letter.to, email) else NAMES_THEM,
                str(record.letter.subject),
                url,
            )
            for letter_id, record in _concerning(site, email)
        ]

    def export(self, site: Any, email: str) -> list[dict[str, Any]]:
        """Return the letters; the text only of those that went to the person.

        What was written to somebody else is theirs.
        """
        return [
            _exported(record, same_address(record.letter.to, email))
            for letter_id, record in _concerning(site, email)
        ]

    def erase(self, site: Any, email: str, now: datetime) -> int:
        """Take the letters away; those that wait do not go out."""
        forget_nudges_of(site, email)
        found = _concerning(site, email)
        for letter_id, _record in found:
            take_away(outbox_to_write(site), letter_id)
        return len(found)


def _exported(record: Posted, is_theirs: bool) -> dict[str, Any]:
    told = {
        "subject": str(record.letter.subject),
        "posted": record.posted.isoformat(),
        "state": record.state,
        "ended": record.ended.isoformat() if record.ended else None,
    }
    if is_theirs:
        told["to"] = record.letter.to
        told["text"] = "\n\n".join(_texts(record.letter))
    return told


def _concerning(site: Any, email: str) -> list[tuple[str, Posted]]:
    found = [
        (letter_id, record)
        for letter_id, record in letters_of(site)
        if any(same_address(each, email) for each in _addresses(record))
    ]
    return sorted(found, key=lambda pair: (pair[1].posted, pair[0]))


def _addresses(record: Posted) -> list[str]:
    """Return every address in a letter, and in what was said about it."""
    letter = record.letter
    buttons = [part for part in letter.body if isinstance(part, Button)]
    people = [button.link.person for button in buttons if button.link]
    texts = (*_texts(letter), str(letter.subject), str(letter.reason), record.said)
    named = [word.strip(".") for text in texts for word in ADDRESS.findall(text)]
    return [letter.to, letter.reply_to, *people, *named]


def _texts(letter: Letter) -> list[str]:
    return [
        f"{part.label}: {part.url}" if isinstance(part, Button) else str(part)
        for part in letter.body
    ]


letters_of_person = LettersOfPerson()
