"""What a visitor writes to a group: read as it was typed, and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from gastvrij import _
from gastvrij.values.mail_address import mail_address
from gastvrij.values.refusal import Refused
from typing import Any
from unicodedata import category
from zope.i18nmessageid import Message


FIELDS = ("name", "email", "message")
MOST_IN_NAME = 80
MOST_IN_MESSAGE = 2000
INSTEAD = "\ufffd"


@dataclass(frozen=True, slots=True)
class VisitorMessage:
    """A message that can be passed on; name and address are a line each."""

    name: str
    email: str
    message: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a field, in a sentence for whoever filled it in."""

    field: str
    sentence: Message


def typed_in(form: Mapping[str, Any]) -> dict[str, str]:
    """Return what was typed in each field, as text: a form may send anything.

    Name and address are one line each; every line of the message ends in
    the same way.
    """
    typed = {name: _text(form.get(name)) for name in FIELDS}
    lines = {name: " ".join(typed[name].split()) for name in ("name", "email")}
    return typed | lines


def mistakes_in(typed: Mapping[str, str]) -> list[Mistake]:
    """Return what is wrong, in the order of the fields; nothing is cut off silently."""
    wrong = (
        Mistake("name", _wrong_name(typed["name"])),
        Mistake("email", _wrong_email(typed["email"])),
        Mistake("message", _wrong_message(typed["message"])),
    )
    return [mistake for mistake in wrong if mistake.sentence]


def message_of(typed: Mapping[str, str]) -> VisitorMessage:
    """Return the message; what was typed has no mistakes."""
    return VisitorMessage(
        typed["name"], mail_address(typed["email"]), typed["message"].strip()
    )


def _wrong_name(name: str) -> Message | str:
    if not name:
        return _("error_write_name", default="Fill in your name.")
    if len(name) > MOST_IN_NAME:
        return _(
            "error_write_name_long",
            default="Write your name in at most ${most} characters.",
            mapping={"most": MOST_IN_NAME},
        )
    return ""


def _wrong_email(email: str) -> Message | str:
    if not email:
        return _(
            "error_write_email",
            default="Fill in your e-mail address. The group answers to it.",
        )
    try:
        mail_address(email)
    except Refused as refused:
        return refused.doc()
    return ""


def _wrong_message(message: str) -> Message | str:
    length = len(message.strip())
    if not length:
        return _("error_write_message", default="Write your message.")
    if length > MOST_IN_MESSAGE:
        return _(
            "error_write_message_long",
            default="Your message has ${count} characters. Make it shorter: at most"
            " ${most}.",
            mapping={"count": length, "most": MOST_IN_MESSAGE},
        )
    return ""


def _text(value: Any) -> str:
    text = value if isinstance(value, str) else ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(map(_printable, lines))


def _printable(character: str) -> str:
    """Return a character that a letter can hold; what is none shows as such."""
    is_fine = character in "\n\t" or category(character) not in ("Cc", "Cs")
    return character if is_fine else INSTEAD
