"""How often the same was asked for within an hour, so that it can be slowed down.

Who asks (a computer's address, a mailbox) is kept as an HMAC with the site's own
secret, and for an hour only: who reads the database cannot try out addresses.
"""

from datetime import datetime
from datetime import timedelta
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from hashlib import sha256
from plone.keyring.interfaces import IKeyManager
from typing import Any
from zope.component import getUtility

import hmac


COUNTS = "gastvrij.brake"
PERIOD = timedelta(hours=1)
MOST = 50


def times_asked(site: Any, what: str, who: str, now: datetime) -> int:
    """Tell how often somebody asked for something in the hour before ``now``."""
    return len(_moments(shelf(site, COUNTS).get(_place_of(what, who), ()), now))


def count_asking(site: Any, what: str, who: str, now: datetime) -> None:
    """Remember for an hour that somebody asks for something.

    Capitals in ``who`` do not count. Two who write the same at once conflict, and the
    second try counts both. It counts up to ``MOST``: no limit may be higher.
    """
    counts, place = shelf_to_write(site, COUNTS), _place_of(what, who)
    counts[place] = (*_moments(counts.get(place, ()), now), now)[-MOST:]


def forget_counts(site: Any, now: datetime) -> int:
    """Forget what was asked for more than an hour ago; return how many askers."""
    counts = shelf(site, COUNTS)
    over = [place for place, moments in counts.items() if not _moments(moments, now)]
    for place in over:
        del counts[place]
    return len(over)


def _moments(moments: tuple[datetime, ...], now: datetime) -> tuple[datetime, ...]:
    return tuple(moment for moment in moments if now - moment < PERIOD)


def _place_of(what: str, who: str) -> str:
    secret = getUtility(IKeyManager).secret()
    key = secret if isinstance(secret, bytes) else secret.encode()
    text = f"{what}\0{who.strip().casefold()}"
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), sha256).hexdigest()
