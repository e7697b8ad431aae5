"""What visitors may take along of an edition, chapter or part, and how right it is."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from dataclasses import dataclass
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.freshness import is_fresh
from gastvrij.toolkit.freshness import may_be_read
from gastvrij.toolkit.shelf import MadeBook
from gastvrij.toolkit.shelf import shelf_of
from gastvrij.toolkit.wanted import wanted_book
from typing import Any


@dataclass(frozen=True)
class Offer:
    """A book in one form; ``made`` is ``None`` before the first was made.

    ``is_fresh`` is false while a new one is being made.
    """

    made: MadeBook | None
    is_fresh: bool = False


def offer_of(content: Any, form: str) -> Offer | None:
    """Return what there is of some content; ``None`` when visitors do not see it."""
    edition = edition_of(content)
    wanted = wanted_book(edition, content.UID())
    if wanted is None:
        return None
    library = aq_parent(aq_inner(edition))
    made = shelf_of(library).get((wanted.uid, form))
    if made is None or not may_be_read(made, wanted):
        return Offer(None)
    return Offer(made, is_fresh(made, wanted))
