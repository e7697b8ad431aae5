"""Seats of a network day: what is known of one, and what the day allows.

No names and no content: a seat belongs to a person with an id. Items of the programme
and groups are known by their UID. Moments are aware.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import timedelta


UNCONFIRMED = "unconfirmed"
WAITING = "waiting"
OFFERED = "offered"
CONFIRMED = "confirmed"
CANCELLED = "cancelled"
LAPSED = "lapsed"

# kinds of news beside WAITING, CANCELLED and LAPSED, which say what they say above
ASK_CONFIRM = "ask_confirm"
SEAT = "seat"
WAITS = "waits"
OFFER = "offer"
ALREADY = "already"
ITEM_SEAT = "item_seat"
ITEM_GONE = "item_gone"
GROUP_CLAIMED = "group_claimed"
OVER_CAPACITY = "over_capacity"
SEAT_FREE = "seat_free"

# so long before the start the coordinator's list takes the place of offers
LAST_DAY = timedelta(days=1)
# groups with fewer people than this may take a seat that is kept
FIRST_OF_GROUP = 2


class SeatRefused(Exception):
    """A step that cannot be taken; nothing has changed."""


class Closed(SeatRefused):
    """Not at this moment; ``status`` is that of the day: ``closed``, ``past``..."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


class Full(SeatRefused):
    """No seat is left."""


class WrongChoice(SeatRefused):
    """Items that cannot be chosen: unknown ones, or several of one round."""

    def __init__(self, items: tuple[str, ...]) -> None:
        super().__init__(items)
        self.items = items


class ItemFull(SeatRefused):
    """Items without a seat left, for whoever did not agree to wait for them."""

    def __init__(self, items: tuple[str, ...]) -> None:
        super().__init__(items)
        self.items = items


class NotOffered(SeatRefused):
    """Somebody to whom no seat is offered (any more); ``standing`` tells what is so."""

    def __init__(self, standing: str) -> None:
        super().__init__(standing)
        self.standing = standing


class TooManyOfGroup(SeatRefused):
    """A form with more people than ``most``, the maximum of one group."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


# no slots: what was kept before a field was added has that field's default
@dataclass(frozen=True)
class Choice:
    """An item that somebody chose; ``asked`` is the order in which that was done.

    Who is not ``seated`` waits for a seat in it.
    """

    item: str
    asked: int = 0
    seated: bool = False


@dataclass(frozen=True)
class Seat:
    """Where one person stands.

    ``party`` is the form in which they came, ``together`` says that its people want to
    come all or not at all. ``arrival`` is the order in which addresses were confirmed,
    0 before that; ``until`` is when an offer lapses.
    """

    id: str
    party: str
    standing: str = UNCONFIRMED
    group: str = ""
    together: bool = False
    arrival: int = 0
    until: datetime | None = None
    choices: tuple[Choice, ...] = ()

    @property
    def is_held(self) -> bool:
        """Whether nobody else can have the seat."""
        return self.standing in (CONFIRMED, OFFERED)

    @property
    def is_living(self) -> bool:
        """Whether this person has, or may still get, a seat."""
        return self.standing not in (CANCELLED, LAPSED)


@dataclass(frozen=True)
class News:
    """Something that somebody has to be told.

    ``person`` and ``party``, the form in which that person came, are ids; ``item`` is
    the UID of an item. ``number`` is a place on the waiting list, or how many people
    there are too many.
    """

    kind: str
    person: str = ""
    party: str = ""
    until: datetime | None = None
    item: str = ""
    number: int = 0


@dataclass(frozen=True)
class ItemLimit:
    """An item to choose; of the items with one ``round`` people choose one.

    None as ``round`` excludes nothing, None as ``capacity`` is no limit.
    """

    round: int | None = None
    capacity: int | None = None


@dataclass(frozen=True)
class Limits:
    """What a day allows.

    ``kept_share`` is in percent of the capacity; until ``kept_until`` such seats are
    for groups that have fewer than two people.
    """

    announced: bool
    start: datetime
    closes: datetime
    offer_for: timedelta = timedelta(hours=48)
    capacity: int | None = None
    most_of_group: int | None = None
    kept_share: int = 0
    kept_until: datetime | None = None
    items: Mapping[str, ItemLimit] = field(default_factory=dict)

    def is_moving(self, now: datetime) -> bool:
        """Tell whether seats are given: the day is announced and has not begun."""
        return self.announced and now < self.start

    def offers(self, now: datetime) -> bool:
        """Tell whether free seats are offered, and not left to the coordinator."""
        return self.announced and now < min(self.start - LAST_DAY, self.closes)

    def deadline(self, now: datetime) -> datetime:
        """Return until when somebody may accept what is offered now."""
        closes = self.closes if now < self.closes else self.start
        return min(now + self.offer_for, closes, self.start)

    def kept(self, now: datetime) -> int:
        """Return how many seats are kept for small groups."""
        if self.capacity is None or self.kept_until is None or now >= self.kept_until:
            return 0
        return -(-self.capacity * self.kept_share // 100)
