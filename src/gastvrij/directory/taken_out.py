"""An address of somebody in what others wrote: whether it is there, and out of it."""

import re


TAKEN_OUT = "..."


def holds(text: str, email: str) -> bool:
    """Tell whether a text names an address; capitals do not count."""
    return bool(_pattern(email).search(text))


def without(text: str, email: str) -> str:
    """Return a text with dots in place of an address."""
    return _pattern(email).sub(TAKEN_OUT, text)


def _pattern(email: str) -> re.Pattern[str]:
    return re.compile(re.escape(email.strip()), re.IGNORECASE)
