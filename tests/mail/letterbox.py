"""A real mail server to test with: it keeps what it gets, and misbehaves when told."""

from aiosmtpd.controller import Controller
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import UTC
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from gastvrij.mail.sending import send_what_is_due
from lxml import html
from plone import api
from typing import Any

import asyncio
import re
import socket
import transaction


# none of them is an English word, or stands in a name or an address of the tests
COMMON_WORDS = """
aan bij dat dit een geen het hoe ik je jij jullie met mij naar niet nog ons onze ook
op te tot uit van voor wat wij wil wordt zijn deze krijgt omdat groep pagina maart
contactpersoon profiel beste doen bericht gemeente soort vereniging wonen nieuwe
plaatsvervanger
"""
DUTCH = frozenset(COMMON_WORDS.split())


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class Manners:
    """How the server behaves; a fresh one is polite.

    ``refused`` has an answer such as ``550 unknown`` by address, ``after_data`` is the
    answer to every letter, ``hangs`` are seconds before the first word, ``dies_at`` is
    the number of letters after which it hangs up in the middle of the next,
    ``refuses_sender`` what it says to our own address.
    """

    refused: dict[str, str] = field(default_factory=dict)
    after_data: str = "250 OK"
    hangs: float = 0
    dies_at: int | None = None
    refuses_sender: str = ""


class Letterbox:
    """A mail server on a port of its own; what it took over is in ``letters``."""

    def __init__(self) -> None:
        self.port = free_port()
        self.letters: list[EmailMessage] = []
        self.recipients: list[list[str]] = []
        self.manners = Manners()
        self.controller: Controller | None = None

    def open(self) -> None:
        """Let the server listen."""
        self.controller = Controller(self, "127.0.0.1", self.port, ready_timeout=20)
        self.controller.start()

    def close(self) -> None:
        """Let the server go away; its letters stay."""
        if self.controller is not None:
            self.controller.stop()
        self.controller = None

    def serve(self, portal: Any) -> None:
        """Be the mail server of a site; the caller commits."""
        for name, value in (
            ("plone.smtp_host", "127.0.0.1"),
            ("plone.smtp_port", self.port),
            ("plone.email_from_address", "site@example.org"),
            ("plone.email_from_name", "Gastvrij Netwerk"),
            ("gastvrij.secretariat_email", "secretariaat@example.org"),
        ):
            api.portal.set_registry_record(name, value)

    def fetch(self, portal: Any, now: datetime | None = None) -> list[EmailMessage]:
        """Commit, send what is due, and return the letters that came by that."""
        transaction.commit()
        before = len(self.letters)
        send_what_is_due(portal, now or datetime.now(UTC))
        transaction.begin()
        return self.letters[before:]

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        """Greet, after a while."""
        await asyncio.sleep(self.manners.hangs)
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        """Take or refuse a sender."""
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self.manners.refuses_sender or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        """Take or refuse a recipient."""
        refusal = self.manners.refused.get(address)
        if refusal is None:
            envelope.rcpt_tos.append(address)
        return refusal or "250 OK"

    async def handle_DATA(self, server, session, envelope):
        """Keep a letter, refuse it, or hang up in the middle of it."""
        if self.manners.dies_at is not None and len(self.letters) >= (
            self.manners.dies_at
        ):
            server.transport.abort()
            await asyncio.sleep(0)
        answer = self.manners.after_data
        if answer.startswith("250") and not server.transport.is_closing():
            letter = message_from_bytes(envelope.content, policy=SMTP)
            self.letters.append(letter)
            self.recipients.append(envelope.rcpt_tos)
        return answer


def text_of(letter: EmailMessage) -> str:
    """Return the text of a letter."""
    return letter.get_body(("plain",)).get_content().replace("\r\n", "\n")


def links_of(letter: EmailMessage) -> list[str]:
    """Return where the links of a letter lead, tokens included."""
    page = html.fromstring(letter.get_body(("html",)).get_content())
    return [link.get("href") for link in page.xpath("//a")]


def dutch_in(letter: EmailMessage) -> list[str]:
    """Return the common Dutch words of a letter, which an English one has none of."""
    words = f"{letter['subject']} {text_of(letter)}".lower()
    return sorted(set(re.findall(r"[a-z]+", words)) & DUTCH)
