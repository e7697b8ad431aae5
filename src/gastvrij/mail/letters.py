"""A letter, as a room writes it: to one person, in one language, about one thing."""

from dataclasses import dataclass
from dataclasses import replace
from datetime import timedelta
from gastvrij import _
from gastvrij.values.checks import is_web_address
from gastvrij.values.mail_address import mail_address
from gastvrij.values.refusal import Refused
from typing import TypeAlias
from zope.i18n import translate
from zope.i18nmessageid import Message

import re


LANGUAGES = ("nl", "en")
SUBJECTS = {
    "todo": _("letter_subject_todo", default="To do: ${subject}"),
    "info": _("letter_subject_info", default="For information: ${subject}"),
}
NO_PLACE_TO_GO = _(
    "error_letter_button", default="A button of a letter leads to no web address."
)
BREAKS = re.compile(r"\r\n?|[\n\v\f\x85\u2028\u2029]")


# no slots, here and below: what was kept before a field was added has its default
@dataclass(frozen=True)
class LinkSpec:
    """The one-click link of a button: its token is made while the letter is sent.

    The fields are those of ``gastvrij.links.ledger.issue``; ``lifetime`` counts from
    the moment of sending.
    """

    purpose: str
    thing: str
    lifetime: timedelta
    person: str = ""
    single: bool = True


@dataclass(frozen=True)
class Button:
    """A link on a line of its own; with ``link``, ``?token=`` is added to the URL."""

    label: Message | str
    url: str
    link: LinkSpec | None = None


Part: TypeAlias = Message | str | Button


@dataclass(frozen=True)
class Letter:
    """One letter to one address.

    ``kind`` is ``todo`` (the reader has to do something) or ``info``; the subject
    begins with it. ``body`` is a paragraph or a button a part; line breaks in a
    paragraph stay. ``reason`` ends the letter: "Je krijgt deze mail omdat ...", as a
    whole sentence. ``key`` names what the letter tells: the same key posted twice goes
    out once.
    """

    to: str
    kind: str
    subject: Message | str
    body: tuple[Part, ...]
    language: str = "nl"
    reply_to: str = ""
    key: str = ""
    reason: Message | str = ""


def in_words(letter: Letter) -> Letter:
    """Return the letter in its own language, checked, as it can be kept and sent.

    Raises ``Refused`` for an address that is none and for a button that leads nowhere,
    and ``ValueError`` for a kind or language that there is not.
    """
    if letter.kind not in SUBJECTS or letter.language not in LANGUAGES:
        raise ValueError(f"no such letter: {letter.kind} in {letter.language}")
    subject = _said(letter.subject, letter)
    heading = Message(SUBJECTS[letter.kind], mapping={"subject": subject})
    return replace(
        letter,
        to=mail_address(letter.to),
        subject=one_line(_said(heading, letter)),
        body=tuple(_part_in_words(part, letter) for part in letter.body),
        reply_to=mail_address(letter.reply_to) if letter.reply_to else "",
        reason=one_line(_said(letter.reason, letter)),
    )


def one_line(text: str) -> str:
    """Return the text on one line, without what is no visible character."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def some_lines(text: str) -> str:
    """Return the text with plain line breaks, without what is no visible character."""
    lines = BREAKS.sub("\n", text).split("\n")
    return "\n".join(
        "".join(c for c in line if c.isprintable() or c == "\t").rstrip()
        for line in lines
    ).strip()


def _part_in_words(part: Part, letter: Letter) -> Part:
    if not isinstance(part, Button):
        return some_lines(_said(part, letter))
    try:
        is_web_address(part.url)
    except Refused:
        raise Refused(NO_PLACE_TO_GO) from None
    return replace(part, label=one_line(_said(part.label, letter)))


def _said(text: Message | str, letter: Letter) -> str:
    return str(translate(text, target_language=letter.language))
