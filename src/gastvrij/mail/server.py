"""The mail server that Plone's mail settings name, spoken to without a transaction.

Plone's own mail host sends while the transaction is committed, and asks the server
again when all is said: a server that is away, or leaves without a goodbye, makes it
fail. So we take its settings, and speak to the server ourselves.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field
from gastvrij.mail.letters import one_line
from gastvrij.mail.trouble import AWAY
from gastvrij.mail.trouble import LATER
from gastvrij.mail.trouble import LetterRefused
from gastvrij.mail.trouble import LetterTrouble
from gastvrij.mail.trouble import LOST
from gastvrij.mail.trouble import NO_LOGIN
from gastvrij.mail.trouble import NO_TLS
from gastvrij.mail.trouble import REFUSED
from gastvrij.mail.trouble import SENDER_REFUSED
from gastvrij.mail.trouble import ServerTrouble
from smtplib import SMTP
from smtplib import SMTP_SSL
from smtplib import SMTPDataError
from smtplib import SMTPException
from smtplib import SMTPRecipientsRefused
from smtplib import SMTPSenderRefused
from smtplib import SMTPServerDisconnected
from typing import Any


PATIENCE = 15.0  # seconds for each answer of the server
FOR_GOOD = 500  # RFC 5321, 4.2.1: from here on trying again does not help
LONGEST = 200  # characters of what a server says that are worth keeping


@dataclass(frozen=True)
class Server:
    """Where the mail server is, and how to log in; as in Plone's mail settings."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    needs_tls: bool = False
    begins_with_tls: bool = False


def server_of(site: Any) -> Server:
    """Return the server of Plone's mail settings and its mail host."""
    mailer = site.MailHost._makeMailer()
    return Server(
        mailer.hostname or "localhost",
        int(mailer.port or 0),
        mailer.username or "",
        mailer.password or "",
        bool(mailer.force_tls),
        bool(mailer.implicit_tls),
    )


@contextmanager
def connected(server: Server, patience: float = PATIENCE) -> Iterator[SMTP]:
    """Yield a connection that is ready for letters, and say goodbye afterwards.

    Raises ``ServerTrouble`` when there is none within ``patience``.
    """
    connection = _connect(server, patience)
    try:
        yield connection
    finally:
        # the letters are gone: how the server says goodbye does not matter
        with suppress(OSError, SMTPException):
            connection.quit()
        connection.close()


def deliver(connection: SMTP, sender: str, to: str, message: bytes) -> None:
    """Give one letter to the server; it has been taken over when this returns.

    Raises ``LetterRefused``, ``LetterTrouble`` or ``ServerTrouble``; with the reason
    ``lost`` the server may have taken it over all the same.
    """
    try:
        connection.sendmail(sender, [to], message)
    except SMTPSenderRefused as error:
        raise ServerTrouble(SENDER_REFUSED, _said(error.smtp_error)) from error
    except SMTPRecipientsRefused as error:
        raise _judged(*error.recipients[to]) from error
    except SMTPDataError as error:
        raise _judged(error.smtp_code, error.smtp_error) from error
    except (OSError, SMTPException) as error:
        raise LetterTrouble(LOST, _said(error)) from error


def _judged(code: int, said: Any) -> LetterRefused | LetterTrouble:
    if code >= FOR_GOOD:
        return LetterRefused(REFUSED, _said(said))
    return LetterTrouble(LATER, _said(said))


def _connect(server: Server, patience: float) -> SMTP:
    kind = SMTP_SSL if server.begins_with_tls else SMTP
    try:
        connection = kind(server.host, server.port, timeout=patience)
    except (OSError, SMTPException, ValueError) as error:
        raise ServerTrouble(AWAY, _said(error)) from error
    try:
        _make_ready(connection, server)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_ready(connection: SMTP, server: Server) -> None:
    """Use TLS where the server has it or we need it, and log in where we have a name.

    The same as Plone's mail host does.
    """
    try:
        connection.ehlo_or_helo_if_needed()
        offers_tls = connection.has_extn("starttls")
    except (OSError, SMTPException) as error:
        raise ServerTrouble(AWAY, _said(error)) from error
    if not server.begins_with_tls and (offers_tls or server.needs_tls):
        _encrypt(connection)
    if server.user:
        _log_in(connection, server)


def _encrypt(connection: SMTP) -> None:
    try:
        connection.starttls()
        connection.ehlo_or_helo_if_needed()
    except (OSError, SMTPException) as error:
        raise ServerTrouble(NO_TLS, _said(error)) from error


def _log_in(connection: SMTP, server: Server) -> None:
    try:
        connection.login(server.user, server.password)
    except SMTPServerDisconnected as error:
        raise ServerTrouble(AWAY, _said(error)) from error
    except (OSError, SMTPException) as error:
        raise ServerTrouble(NO_LOGIN, _said(error)) from error


def _said(words: Any) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
    return one_line(text)[:LONGEST]
