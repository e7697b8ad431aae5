"""The accounts of the site, found by e-mail address; nothing here lists them."""

from gastvrij.mail.letters import LANGUAGES
from plone import api
from Products.PlonePAS.tools.memberdata import MemberData
from secrets import token_urlsafe


def user_for(email: str) -> MemberData | None:
    """Return whoever logs in with an e-mail address, in capitals or not."""
    folder = api.portal.get_tool("acl_users")
    user = folder.getUser(email.strip().lower()) if email.strip() else None
    return None if user is None else api.user.get(userid=user.getId())


def user_id_of(email: str) -> str:
    """Return the user id of whoever logs in with an address; empty without one."""
    user = user_for(email)
    return "" if user is None else user.getId()


def make_account(email: str, fullname: str, language: str = "") -> MemberData:
    """Create an account that logs in with its e-mail address.

    ``language`` is that of the letters to this person; they can change it.
    Its password is random and told to nobody: the person logs in by a link, or sets a
    password by a link. No letter is sent. Raises ``ValueError`` for an address that
    is none or has an account already.
    """
    address = email.strip()
    if not address or user_for(address) is not None:
        raise ValueError(address)
    return api.user.create(
        email=address,
        username=address,
        password=token_urlsafe(32),
        properties={"fullname": fullname, "language": language},
    )


def email_of(user_id: str) -> str:
    """Return the e-mail address of an account; empty without one."""
    return _property(user_id, "email")


def name_of(user_id: str) -> str:
    """Return the name of the person behind an account; empty without one."""
    return _property(user_id, "fullname")


def language_of(email: str) -> str:
    """Return the language of letters to an address: what its account says, else Dutch.

    Letters to a mailbox that is nobody's are Dutch as well.
    """
    user = user_for(email)
    chosen = "" if user is None else user.getProperty("language", "")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def _property(user_id: str, name: str) -> str:
    member = api.user.get(userid=user_id)
    return "" if member is None else member.getProperty(name, "") or ""
