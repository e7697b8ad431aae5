"""Who the letters of a site come from, as its settings tell."""

from gastvrij.mail.message import Sender
from gastvrij.mail.trouble import NO_SENDER
from gastvrij.mail.trouble import ServerTrouble
from gastvrij.settings.records import settings
from gastvrij.values.mail_address import mail_address
from gastvrij.values.refusal import Refused
from plone.base.interfaces import IMailSchema
from plone.registry.interfaces import IRegistry
from typing import Any
from zope.component import getUtility


def sender_of(site: Any) -> Sender:
    """Return the site's own address with the secretariat's name, and whom to ask.

    Raises ``ServerTrouble`` as long as Plone's mail settings have no "from" address.
    """
    mail = getUtility(IRegistry).forInterface(IMailSchema, prefix="plone", check=False)
    decided = settings()
    try:
        email = mail_address(mail.email_from_address or "")
    except Refused as error:
        raise ServerTrouble(NO_SENDER) from error
    return Sender(
        email,
        decided.secretariat_name or mail.email_from_name or site.title,
        site.title,
        site.absolute_url(),
        decided.secretariat_email or "",
        decided.secretariat_phone or "",
    )
