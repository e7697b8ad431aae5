"""What can go wrong while a letter is sent, and what that means in words."""

from gastvrij import _
from zope.i18nmessageid import Message


# reasons; they are kept with a letter, so they never change
NO_SENDER = "no_sender"
AWAY = "away"
NO_LOGIN = "no_login"
NO_TLS = "no_tls"
SENDER_REFUSED = "sender_refused"
LOST = "lost"
LATER = "later"
REFUSED = "refused"
BROKEN = "broken"
INTERRUPTED = "interrupted"
TOO_OLD = "too_old"

IN_WORDS: dict[str, Message] = {
    NO_SENDER: _(
        "trouble_no_sender",
        default="The site does not know from which address it writes. Fill it in under"
        " Site setup, Mail.",
    ),
    AWAY: _("trouble_away", default="The mail server does not answer."),
    NO_LOGIN: _(
        "trouble_no_login",
        default="The mail server does not accept our name and password.",
    ),
    NO_TLS: _(
        "trouble_no_tls",
        default="There is no safe connection with the mail server.",
    ),
    SENDER_REFUSED: _(
        "trouble_sender_refused",
        default="The mail server takes no letters from the site's own address.",
    ),
    LOST: _(
        "trouble_lost",
        default="The connection broke off in the middle of the letter.",
    ),
    LATER: _(
        "trouble_later",
        default="The mail server asked to try again later.",
    ),
    REFUSED: _(
        "trouble_refused",
        default="The mail server refused the letter. Is the address right?",
    ),
    BROKEN: _(
        "trouble_broken",
        default="The letter could not be made. This is a mistake of the site.",
    ),
    INTERRUPTED: _(
        "trouble_interrupted",
        default="The site stopped twice while it sent this letter. Perhaps it has"
        " arrived.",
    ),
    TOO_OLD: _(
        "trouble_too_old",
        default="It did not work for days, so we have stopped trying.",
    ),
}


class Trouble(Exception):
    """A letter did not go out; ``said`` are the words of the mail server, if any."""

    def __init__(self, reason: str, said: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.said = said


class ServerTrouble(Trouble):
    """No letter can go out now, whatever it is and whoever it is for."""


class LetterTrouble(Trouble):
    """One letter did not go out; another try may help."""


class LetterRefused(Trouble):
    """One letter will never go out as it is."""
