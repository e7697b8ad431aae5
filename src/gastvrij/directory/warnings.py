"""What in a profile looks like private data, so that its writer looks once more.

A warning never stops anybody: a group may have good reasons. It is about what leads to
one person or one door, and about when people who look for help are together. What is
meant to be public, the group's own address and site, is left alone.
"""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from gastvrij import _
from gastvrij.directory.looks import hours_in
from gastvrij.directory.looks import mailboxes_in
from gastvrij.directory.looks import names_in
from gastvrij.directory.looks import phones_in
from gastvrij.directory.looks import streets_in
from zope.i18nmessageid import Message


SENTENCES = {
    "phone": _(
        "warning_phone",
        default="This looks like a telephone number. Is it the group's own, and not"
        " somebody's at home?",
    ),
    "street": _(
        "warning_street",
        default="This looks like an address. Does nobody live there, and may everyone"
        " come to the door?",
    ),
    "mailbox": _(
        "warning_mailbox",
        default="This looks like the mailbox of one person. Rather choose an address"
        " of the group.",
    ),
    "name": _(
        "warning_name",
        default="This looks like somebody's name. Does this person know that it stands"
        " here, and agree?",
    ),
    "hour": _(
        "warning_hour",
        default="This tells when and where people come together. Is it safe for"
        " everyone that anybody can read it?",
    ),
}

FINDERS: dict[str, Callable[[str], Iterator[str]]] = {
    "phone": phones_in,
    "street": streets_in,
    "mailbox": mailboxes_in,
    "name": names_in,
    "hour": hours_in,
}


@dataclass(frozen=True, slots=True)
class Warned:
    """Words in a field that look private; ``kind`` is a key of ``SENTENCES``."""

    kind: str
    field: str
    words: str

    @property
    def sentence(self) -> Message:
        """What to ask oneself about them."""
        return SENTENCES[self.kind]


def warnings_about(texts: Mapping[str, str]) -> list[Warned]:
    """Return what looks private in some texts, by the name of their field.

    The same words are told once, at the first field in which they stand.
    """
    found: dict[tuple[str, str], Warned] = {}
    for field, text in texts.items():
        for kind, finder in FINDERS.items():
            for words in finder(text):
                key = (kind, words.lower())
                found.setdefault(key, Warned(kind, field, words))
    return list(found.values())
