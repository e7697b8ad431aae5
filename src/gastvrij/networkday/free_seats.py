"""The seats that are left while they are handed out one after another."""

from collections import Counter
from collections.abc import Collection
from gastvrij.networkday.seat_book import Book
from gastvrij.networkday.seats import FIRST_OF_GROUP
from gastvrij.networkday.seats import Seat


class FreeSeats:
    """What the day has left for the next in line."""

    def __init__(self, book: Book) -> None:
        self.limits, self.kept = book.limits, book.limits.kept(book.now)
        held = [seat for seat in book.seats.values() if seat.is_held]
        self.taken, self.groups = len(held), Counter(seat.group for seat in held)

    def fits(self, seats: Collection[Seat]) -> bool:
        """Tell whether there is a seat for all of these people."""
        capacity, taken = self.limits.capacity, self.taken + len(seats)
        if capacity is not None and taken > capacity:
            return False
        groups = self.groups + Counter(seat.group for seat in seats)
        if self._are_too_many({seat.group for seat in seats}, groups):
            return False
        if capacity is None or _all_first({seat.group for seat in seats}, groups):
            return True
        return taken + max(0, self.kept - _firsts(groups)) <= capacity

    def take(self, seats: Collection[Seat]) -> None:
        """Take a seat for all of them."""
        self.taken += len(seats)
        self.groups.update(seat.group for seat in seats)

    @property
    def free(self) -> int | None:
        """How many people without a group find a seat; None when there is no limit."""
        if self.limits.capacity is None:
            return None
        kept = max(0, self.kept - _firsts(self.groups))
        return max(0, self.limits.capacity - self.taken - kept)

    def _are_too_many(self, names: set[str], groups: Counter[str]) -> bool:
        most = self.limits.most_of_group
        return most is not None and any(groups[g] > most for g in names if g)


def _all_first(names: set[str], groups: Counter[str]) -> bool:
    return all(name and groups[name] <= FIRST_OF_GROUP for name in names)


def _firsts(groups: Counter[str]) -> int:
    return sum(min(FIRST_OF_GROUP, n) for name, n in groups.items() if name)
