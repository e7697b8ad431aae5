"""A login belongs to one person: mailboxes that several people read are none."""

from gastvrij import _
from gastvrij.values.refusal import Refused

import re


# the first word of an address that is written on a door, in Dutch, French and English
SHARED = frozenset(
    [
        "info",
        "infos",
        "informatie",
        "information",
        "contact",
        "contacts",
        "mail",
        "mailbox",
        "email",
        "inbox",
        "post",
        "secretariaat",
        "secretariat",
        "secretary",
        "secretaris",
        "sekretariaat",
        "secr",
        "hallo",
        "hello",
        "bonjour",
        "salut",
        "dag",
        "welkom",
        "welcome",
        "bienvenue",
        "admin",
        "administratie",
        "administration",
        "beheer",
        "webmaster",
        "postmaster",
        "vrijwilliger",
        "vrijwilligers",
        "vrijwilligerswerk",
        "benevole",
        "benevoles",
        "benevolat",
        "volunteer",
        "volunteers",
        "volunteering",
        "vzw",
        "asbl",
        "vereniging",
        "association",
        "associatie",
        "organisatie",
        "organisation",
        "organization",
        "bestuur",
        "board",
        "bureau",
        "conseil",
        "comite",
        "committee",
        "kern",
        "kerngroep",
        "werkgroep",
        "onthaal",
        "accueil",
        "reception",
        "kantoor",
        "office",
        "groep",
        "groepen",
        "groupe",
        "groupes",
        "group",
        "groups",
        "team",
        "ploeg",
        "equipe",
        "netwerk",
        "network",
        "reseau",
        "leden",
        "members",
        "membres",
        "iedereen",
        "allemaal",
        "all",
        "tous",
        "help",
        "hulp",
        "aide",
        "helpdesk",
        "support",
        "steun",
        "vragen",
        "questions",
        "nieuws",
        "nieuwsbrief",
        "news",
        "newsletter",
        "communicatie",
        "communication",
        "pers",
        "presse",
        "press",
        "noreply",
        "donotreply",
    ]
)

BEFORE_WORD_ENDS = re.compile(r"[^.\-_+0-9]*")
NEVER_READ = re.compile(r"(no|not?)[.\-_]?reply")


def is_shared_mailbox(email: str) -> bool:
    """Tell whether an address looks like one that several people read: info@, vzw@.

    Its first word counts, so that ``info.gent@`` and ``welkom-2@`` are told as well.
    """
    local = email.strip().lower().partition("@")[0]
    word = BEFORE_WORD_ENDS.match(local)
    return bool(NEVER_READ.match(local)) or bool(word and word[0] in SHARED)


def refuse_shared_mailbox(email: str) -> None:
    """Raise ``Refused``, with the reason, for an address that several people read."""
    if is_shared_mailbox(email):
        raise Refused(
            _(
                "error_shared_mailbox",
                default="This is a shared address. Whoever reads that mailbox could log"
                " in as well. Give a personal address.",
            )
        )
