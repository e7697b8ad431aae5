"""The link by e-mail with which somebody chooses a password and is in at once."""

from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.accounts.login_link import LOGIN
from gastvrij.links.ledger import issue
from gastvrij.links.ledger import Link
from gastvrij.links.ledger import redeem
from gastvrij.links.ledger import void
from plone import api
from Products.CMFPlone.Portal import PloneSite
from urllib.parse import urlencode
from zope.i18nmessageid import Message


PASSWORD = "accounts.password"  # noqa: S105, what a link is for
AT_ONCE = timedelta(minutes=30)
MOST = 200  # characters; hashing more takes long


def address_at_once(site: PloneSite, link: Link, now: datetime) -> str:
    """Return where whoever used a link to log in chooses a password in its place.

    They have shown that the mailbox is theirs, as the link of a letter would; the old
    password is not asked for. Works once, for half an hour.
    """
    token = issue(site, PASSWORD, link.thing, now, AT_ONCE, person=link.person)
    return f"{site.absolute_url()}/set-password?{urlencode({'token': token})}"


def wrong_password(password: str) -> Message | str | None:
    """Return what is wrong with a new password, in the words of the site's rules."""
    if len(password) > MOST or not password.isprintable():
        return _(
            "error_password_long",
            default="Choose a password of at most 200 ordinary characters.",
        )
    return api.portal.get_tool("portal_registration").testPasswordValidity(password)


def set_password(site: PloneSite, token: str, password: str, now: datetime) -> Link:
    """Give the person of a link a new password; every older link of theirs ends.

    Raises what ``gastvrij.links.ledger.redeem`` raises, and ``LookupError`` for an
    account that is gone. ``wrong_password`` is asked before.
    """
    link = redeem(site, token, PASSWORD, now)
    folder = api.portal.get_tool("acl_users")
    if folder.getUserById(link.person) is None:
        raise LookupError(link.person)
    folder.userSetPassword(link.person, password)
    return link


def void_links(site: PloneSite, user_id: str) -> None:
    """Make an end to the links with which somebody logs in or chooses a password."""
    for purpose in (LOGIN, PASSWORD):
        void(site, purpose=purpose, person=user_id)
