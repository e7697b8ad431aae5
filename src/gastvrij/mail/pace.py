"""At most one letter a week that asks one person for something they did not start.

Who was asked is kept as an HMAC of the address with the site's own secret, for that
week only: who reads the database cannot try out addresses.
"""

from datetime import datetime
from datetime import timedelta
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from gastvrij.settings.records import settings
from gastvrij.spelling.dates import BELGIUM
from hashlib import sha256
from plone.keyring.interfaces import IKeyManager
from typing import Any
from zope.component import getUtility

import hmac


NUDGES = "gastvrij.mail.nudges"
WEEK = timedelta(days=7)


def may_nudge(site: Any, address: str, now: datetime) -> bool:
    """Tell whether somebody may get a letter that nudges them; writes nothing.

    Not within a week after the last one, and not in the months that are quiet.
    """
    last = shelf(site, NUDGES).get(_place_of(address))
    return not is_quiet(now) and (last is None or now - last >= WEEK)


def is_quiet(now: datetime) -> bool:
    """Tell whether this is a month without nudges; ``now`` is aware."""
    return now.astimezone(BELGIUM).month in (settings().quiet_months or ())


def nudged(site: Any, address: str, now: datetime) -> None:
    """Remember that somebody got a letter that nudges them.

    It belongs into the transaction that posts the letter: of two at once one meets a
    ``ConflictError``, and finds on its second try that it may not.
    """
    shelf_to_write(site, NUDGES)[_place_of(address)] = now


def forget_nudges(site: Any, now: datetime) -> int:
    """Forget who was nudged more than a week ago; return how many."""
    nudges = shelf(site, NUDGES)
    over = [place for place, last in nudges.items() if now - last >= WEEK]
    for place in over:
        del nudges[place]
    return len(over)


def forget_nudges_of(site: Any, address: str) -> None:
    """Forget that somebody was nudged."""
    nudges = shelf(site, NUDGES)
    if _place_of(address) in nudges:
        del nudges[_place_of(address)]


def _place_of(address: str) -> str:
    secret = getUtility(IKeyManager).secret()
    key = secret if isinstance(secret, bytes) else secret.encode()
    text = address.strip().casefold()
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), sha256).hexdigest()
