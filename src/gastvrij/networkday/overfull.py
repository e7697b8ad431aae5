"""Where more people have a seat than there are, since some were taken away."""

from collections import Counter
from gastvrij.networkday.seat_book import Book
from gastvrij.networkday.seats import CONFIRMED


THE_DAY = ""


def overfull(book: Book) -> dict[str, int]:
    """Return how many people there are too many, by the UID of an item.

    The day itself stands under the empty text. Nobody is thrown out for it.
    """
    if not book.limits.announced:
        return {}
    seats = book.seats.values()
    held = Counter(
        choice.item
        for seat in seats
        if seat.standing == CONFIRMED
        for choice in seat.choices
        if choice.seated
    )
    held[THE_DAY] = sum(seat.is_held for seat in seats)
    there = {item: limit.capacity for item, limit in book.limits.items.items()}
    there[THE_DAY] = book.limits.capacity
    return {
        item: held[item] - capacity
        for item, capacity in there.items()
        if capacity is not None and held[item] > capacity
    }
