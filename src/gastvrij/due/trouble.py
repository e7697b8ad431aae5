"""An error in words that may be kept: without the e-mail address of anybody."""

from traceback import format_exception

import re


LONGEST = 300
WORD = re.compile(r"[^\s\"'<>()\[\],;:]+")
SOMEBODY = "...@..."


def in_one_line(error: BaseException) -> str:
    """Return the kind of an error and what it says, cut when that is long."""
    said = " ".join(without_addresses(str(error)).split())
    line = f"{type(error).__name__}: {said}" if said else type(error).__name__
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def traceback_of(error: BaseException) -> str:
    """Return where an error happened, for the log."""
    return without_addresses("".join(format_exception(error)))


def without_addresses(text: str) -> str:
    """Put something else in the place of every e-mail address."""
    return WORD.sub(lambda word: SOMEBODY if "@" in word[0] else word[0], text)
