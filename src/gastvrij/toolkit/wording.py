"""How long a reader needs."""

from math import ceil


WORDS_A_MINUTE = 200


def minutes_to_read(words: int) -> int:
    """Return how long an unhurried reader needs; at least a minute."""
    return max(1, ceil(words / WORDS_A_MINUTE))
