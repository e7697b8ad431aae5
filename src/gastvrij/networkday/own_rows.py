"""One person on the page of somebody who is registered."""

from dataclasses import dataclass
from gastvrij.networkday.registration_words import Standing
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import LAPSED
from gastvrij.networkday.seats import OFFERED
from gastvrij.networkday.seats import UNCONFIRMED
from gastvrij.networkday.seats import WAITING
from gastvrij.values.boxes import Box
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Row:
    """One person on the page, with what they chose, in words."""

    id: str
    name: str
    standing: Standing
    chosen: list[Message | str]
    boxes: list[Box]
    join_link: str = ""
    calendar_url: str = ""

    @property
    def is_there(self) -> bool:
        """Whether the person has a seat."""
        return self.standing.kind == CONFIRMED

    @property
    def is_offered(self) -> bool:
        """Whether the person may take a seat now."""
        return self.standing.kind == OFFERED

    @property
    def has_lapsed(self) -> bool:
        """Whether the person may come in line again."""
        return self.standing.kind == LAPSED

    @property
    def is_living(self) -> bool:
        """Whether the person can be signed off."""
        return self.standing.kind in (CONFIRMED, OFFERED, WAITING, UNCONFIRMED)
