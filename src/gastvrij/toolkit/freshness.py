"""Whether a book that was made is still what visitors would read now."""

from gastvrij.toolkit.book_pictures import seen_of
from gastvrij.toolkit.shelf import MadeBook
from gastvrij.toolkit.wanted import Wanted


def is_fresh(made: MadeBook, wanted: Wanted) -> bool:
    """Tell whether a book says what it should say now."""
    stamp = made.stamp
    if stamp.contents != wanted.stamp.contents:
        return False
    return seen_of(stamp.pictures) == stamp.seen


def may_be_read(made: MadeBook, wanted: Wanted) -> bool:
    """Tell whether visitors may still see everything that is in a book.

    An older one may be read while a new one is being made, but not when something of
    it was taken offline meanwhile.
    """
    if not made.stamp.holds <= wanted.stamp.holds:
        return False
    seen_now = {uid for uid, _changed in seen_of(made.stamp.pictures)}
    return {uid for uid, _changed in made.stamp.seen} <= seen_now
