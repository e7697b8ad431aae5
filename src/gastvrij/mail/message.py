"""A letter as it goes through the post: headers, text, and the same as plain HTML."""

from chameleon import PageTemplateFile
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from email.utils import make_msgid
from gastvrij import _
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import one_line
from pathlib import Path
from zope.i18n import translate
from zope.i18nmessageid import Message


HTML = PageTemplateFile(str(Path(__file__).parent / "templates" / "letter.pt"))

ASK = _(
    "letter_ask",
    default="Any questions? Ask the secretariat first: ${email}",
)
ASK_OR_CALL = _(
    "letter_ask_or_call",
    default="Any questions? Ask the secretariat first: ${email} or ${phone}",
)
FROM_SITE = _("letter_from_site", default="This letter comes from ${title}: ${url}")


@dataclass(frozen=True)
class Sender:
    """Who letters come from.

    ``email`` is the site's own address, ``ask_email`` and ``ask_phone`` are those of
    the secretariat and may be empty; ``url`` is where the site is.
    """

    email: str
    name: str
    title: str
    url: str
    ask_email: str = ""
    ask_phone: str = ""


@dataclass(frozen=True)
class Shown:
    """A part of a letter as its template shows it: lines, or a link with its label."""

    lines: tuple[str, ...] = ()
    label: str = ""
    url: str = ""


def message_of(letter: Letter, sender: Sender, now: datetime) -> EmailMessage:
    """Return the message of a letter that is in words, its links issued.

    Every value becomes a header or text as a value: none can add a header or another
    recipient. Nothing in it is asked of the site when it is read.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(one_line(sender.name), addr_spec=sender.email)
    message["To"] = Address(addr_spec=letter.to)
    if letter.reply_to:
        message["Reply-To"] = Address(addr_spec=letter.reply_to)
    message["Subject"] = str(letter.subject)
    message["Date"] = format_datetime(now)
    message["Message-ID"] = make_msgid("gastvrij", sender.email.partition("@")[2])
    # RFC 3834: no out-of-office answer is sent to a program
    message["Auto-Submitted"] = "auto-generated"
    end = closing(letter, sender)
    message.set_content(text_of(letter, end), cte="quoted-printable")
    message.add_alternative(
        html_of(letter, end), subtype="html", cte="quoted-printable"
    )
    message["Content-Language"] = letter.language
    return message


def closing(letter: Letter, sender: Sender) -> list[str]:
    """Return the last lines: whom to ask, why the reader gets it, and who wrote it."""
    ask = {"email": sender.ask_email, "phone": one_line(sender.ask_phone)}
    asked = ASK_OR_CALL if ask["phone"] else ASK
    lines = [_in(letter, asked, ask)] if sender.ask_email else []
    if letter.reason:
        lines.append(str(letter.reason))
    where = {"title": one_line(sender.title), "url": sender.url}
    return [*lines, _in(letter, FROM_SITE, where)]


def text_of(letter: Letter, end: list[str]) -> str:
    """Return the letter as text: a blank line between parts, links on their own line.

    The last lines come after the mark that mail programs know: dash, dash, space.
    """
    parts = [
        f"{part.label}:\n{part.url}" if isinstance(part, Button) else str(part)
        for part in letter.body
    ]
    return "\n\n".join(parts) + "\n\n-- \n" + "\n".join(end) + "\n"


def html_of(letter: Letter, end: list[str]) -> str:
    """Return the letter as plain HTML that needs no style, picture or script."""
    parts = [
        Shown(label=str(part.label), url=part.url)
        if isinstance(part, Button)
        else Shown(tuple(str(part).split("\n")))
        for part in letter.body
    ]
    return str(HTML(letter=letter, parts=parts, closing=end))


def _in(letter: Letter, message: Message, mapping: dict[str, str]) -> str:
    filled = Message(message, mapping=mapping)
    return str(translate(filled, target_language=letter.language))
