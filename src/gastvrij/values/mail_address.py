"""What an e-mail address is: one that a letter can be sent to."""

from gastvrij import _
from gastvrij.values.refusal import Refused

import re


MOST = 254  # characters; RFC 5321, 4.5.3.1.3 with RFC 3696, erratum 1690
MOST_BEFORE_AT = 64
ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
BEFORE_AT = re.compile(rf"{ATOM}(?:\.{ATOM})*")
HOST_PART = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")

NO_ADDRESS = _(
    "error_mail_address",
    default="This is not an e-mail address. Write it as name@example.org.",
)
OTHER_LETTERS = _(
    "error_mail_address_letters",
    default="Before the @ of an e-mail address stand letters from a to z without"
    " accents, numbers and signs such as a dot or a dash.",
)


def mail_address(text: str) -> str:
    """Return one e-mail address as it goes into a letter: ASCII, its domain in small.

    Spaces around it are cut off; a domain with other letters gets its ASCII form. What
    stands before the @ stays as it is: only the receiving host knows whether capitals
    count there. Raises ``Refused`` for anything that is not exactly one plain address,
    and for other letters before the @: many mail servers still bounce those.

    Source: RFC 5321 without quoted names and address literals; RFC 3490 for domains.
    """
    address = text.strip()
    before, at, host = address.rpartition("@")
    if not at or len(address) > MOST or not address.isprintable():
        raise Refused(NO_ADDRESS)
    if not before.isascii():
        raise Refused(OTHER_LETTERS)
    domain = _in_ascii(host)
    is_name = BEFORE_AT.fullmatch(before) and len(before) <= MOST_BEFORE_AT
    if not is_name or not _is_domain(domain) or len(before + domain) >= MOST:
        raise Refused(NO_ADDRESS)
    return f"{before}@{domain}"


def is_mail_address(value: str) -> bool:
    """Accept one e-mail address; raises ``Refused`` otherwise."""
    return bool(mail_address(value))


def same_address(one: str, other: str) -> bool:
    """Tell whether two texts are the same address; capitals do not count."""
    return _plain(one) == _plain(other) != ""


def _plain(text: str) -> str:
    before, at, host = text.strip().rpartition("@")
    try:
        return f"{before}{at}{_in_ascii(host)}".casefold()
    except Refused:
        return text.strip().casefold()


def _in_ascii(host: str) -> str:
    try:
        return host.encode("idna").decode().lower()
    except UnicodeError:
        raise Refused(NO_ADDRESS) from None


def _is_domain(host: str) -> bool:
    parts = host.split(".")
    known = all(HOST_PART.fullmatch(part) for part in parts)
    return known and len(parts) > 1 and not parts[-1].isdecimal()
