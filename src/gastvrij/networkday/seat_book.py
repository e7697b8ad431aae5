"""The seats of one day while one step is taken, and what has come of it so far."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import datetime
from gastvrij.networkday.seats import Limits
from gastvrij.networkday.seats import News
from gastvrij.networkday.seats import Seat
from typing import Any


NOBODY: frozenset[str] = frozenset()


@dataclass
class Book:
    """The seats of a day by person, and what a step has made of them so far.

    ``number`` is the last number that was given to an arrival or a choice. ``freed``
    tells that somebody left a seat in this step, ``acting`` are those who act.
    """

    seats: dict[str, Seat]
    limits: Limits
    now: datetime
    number: int = 0
    news: list[News] = field(default_factory=list)
    freed: bool = False
    acting: AbstractSet[str] = NOBODY

    def put(self, person: str, **changes: Any) -> None:
        """Change what is known of a person."""
        self.seats[person] = replace(self.seats[person], **changes)

    def tell(self, kind: str, person: str, **details: Any) -> None:
        """Note that there is something to tell about a person."""
        party = self.seats[person].party
        self.news.append(News(kind, person, party, **details))

    def next_number(self) -> int:
        """Return the number after the last one."""
        self.number += 1
        return self.number
