"""What is told when seats have moved: whoever writes letters listens to it."""

from dataclasses import dataclass
from datetime import datetime
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.seats import News
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface


class ISeatsMoved(Interface):
    """Seats of a day were taken, offered or left, in the current transaction.

    It follows every step that somebody has to be told of, whoever took it: a page, a
    service, a due task, or the coordinator who changed the day.
    """

    day = Attribute("The network day.")
    news = Attribute("What is to be told: a tuple of ``seats.News``, never empty.")
    now = Attribute("When it happened; aware.")


@implementer(ISeatsMoved)
@dataclass(frozen=True)
class SeatsMoved:
    """The seats of one day moved."""

    day: NetworkDay
    news: tuple[News, ...]
    now: datetime
