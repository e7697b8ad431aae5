"""When what belongs to a token is forgotten."""

from datetime import datetime
from datetime import timedelta
from gastvrij.links.brake import forget_counts
from gastvrij.links.ledger import Link
from gastvrij.links.ledger import LINKS
from gastvrij.links.once import RECEIPTS
from gastvrij.links.shelf import shelf
from typing import Any


# how long a link is still known as used or expired, for who follows it late
LINK_REMEMBERED = timedelta(weeks=6)
# how long a form may lie open in a browser and still be known as sent
RECEIPT_REMEMBERED = timedelta(weeks=4)


def forget_what_is_over(site: Any, now: datetime) -> int:
    """Forget what was done with a token too long ago; return how many things.

    Links that ended and forms that were sent are forgotten after weeks, how often was
    asked for something after an hour.
    """
    links = shelf(site, LINKS)
    receipts = shelf(site, RECEIPTS)
    over = [place for place, record in links.items() if _is_over(record.link, now)]
    sent = [
        place
        for place, (_, moment) in receipts.items()
        if moment + RECEIPT_REMEMBERED <= now
    ]
    for place in over:
        del links[place]
    for place in sent:
        del receipts[place]
    return len(over) + len(sent) + forget_counts(site, now)


def _is_over(link: Link, now: datetime) -> bool:
    return (link.used or link.expires) + LINK_REMEMBERED <= now
