"""Short addresses in an edition: ``2/3.6`` and ``2/deel/6`` lead to a part.

The publisher and plone.restapi read an address name by name, each in its own way.
Both ask the edition first: it hands a number on to the page and the service
``by-number``, which answer with a redirect. Content that has the name itself goes
before. ``2/3`` leads to the third chapter.
"""

from collections.abc import Container
from collections.abc import Sequence
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.outline import Outline

import re


BY_NUMBER = "by-number"
LOOSELY = "deel"
NUMBER = re.compile(r"[0-9]{1,3}(\.[0-9]{1,3})?\.?")
LOOSE_NUMBER = re.compile(rf"{LOOSELY}/[0-9]{{1,3}}\.?")


def lead_number_to_part(edition: Container[str], names: list[str]) -> None:
    """Put ``by-number`` before a number, in the names that are still to be read.

    ``names`` has the next name last, as the publisher keeps it; it is changed in
    place.
    """
    if names and names[-1] not in edition and is_short_address(names[::-1]):
        names.append(BY_NUMBER)


def is_short_address(names: Sequence[str]) -> bool:
    """Tell whether the rest of an address below an edition is a number."""
    rest = "/".join(names)
    return bool(NUMBER.fullmatch(rest) or LOOSE_NUMBER.fullmatch(rest))


def is_reserved(name: str) -> bool:
    """Tell whether content with this name would stand before a short address."""
    return name == LOOSELY or is_short_address([name])


def find(outline: Outline, names: Sequence[str]) -> Entry | None:
    """Return the chapter or part that a short address means."""
    if not is_short_address(names):
        return None
    if len(names) > 1:
        return outline.by_loose_number(names[1])
    return outline.by_number(names[0])
