"""One-click links as what is kept of a person: the room ``links`` knows of nobody."""

from datetime import datetime
from gastvrij import _
from gastvrij.links.ledger import Link
from gastvrij.links.ledger import links_of
from gastvrij.links.ledger import void
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import day_in_words
from plone import api
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer


LINK = _("kept_link", default="Link in a letter")
SENT = _("kept_link_sent", default="Sent on ${day}")


@implementer(IPersonalData)
class KeptLinks:
    """The links that were sent to an address."""

    title = _("kept_links", default="Links in letters")

    def find(self, site: Any, email: str) -> list[Found]:
        """Return the links, by the day on which they were sent."""
        return [Found(LINK, _sent_on(link)) for link in _links(site, email)]

    def export(self, site: Any, email: str) -> list[dict[str, Any]]:
        """Return what is kept of the links; their tokens are kept nowhere."""
        return [
            {
                "purpose": link.purpose,
                "person": link.person,
                "issued": link.issued.isoformat(),
                "expires": link.expires.isoformat(),
                "used": link.used.isoformat() if link.used else None,
            }
            for link in _links(site, email)
        ]

    def erase(self, site: Any, email: str, now: datetime) -> int:
        """Erase the links: in letters that were sent they lead nowhere from then on."""
        return void(site, person=email.strip())


def _links(site: Any, email: str) -> list[Link]:
    return sorted(links_of(site, email.strip()), key=lambda link: link.issued)


def _sent_on(link: Link) -> str:
    language = api.portal.get_current_language()
    day = day_in_words(link.issued.astimezone(BELGIUM).date(), language)
    return translate(Message(SENT, mapping={"day": day}), target_language=language)


kept_links = KeptLinks()
