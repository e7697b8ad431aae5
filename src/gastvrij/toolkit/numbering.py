"""How chapters and parts are numbered: by their place among what is published.

A number is never stored. It follows from the order in the edition, so that moving a
part renumbers what comes after it, and a part in preparation takes no number from
another.
"""

from collections.abc import Sequence


PUBLISHED = "published"

# Parts of the third chapter, the "homework", are cited without the chapter's number.
LOOSELY_CITED = "3"


def numbers_of_chapters(states: Sequence[str]) -> list[str | None]:
    """Return the number of each chapter, given their workflow states in reading order.

    A chapter that is not published has none.
    """
    return _counted(states, "")


def numbers_of_parts(chapter: str | None, states: Sequence[str]) -> list[str | None]:
    """Return the number of each part of a chapter, given the states in reading order.

    ``chapter`` is the number of the chapter. A part that is not published, or stands
    in a chapter without a number, has none.
    """
    if chapter is None:
        return [None] * len(states)
    return _counted(states, f"{chapter}.")


def labelled(number: str | None, title: str) -> str:
    """Return number and title as one line, for instance "3.6 Health care"."""
    return f"{number} {title}" if number else title


def as_cited(number: str) -> str:
    """Return a number without the full stop that may end it in a text."""
    return number.removesuffix(".")


def loosely_cited_chapter(chapters_with_parts: Sequence[str]) -> str:
    """Return in which chapter a loose number ("6.") counts.

    That is the only chapter with parts; where several have parts, the third.
    """
    if len(chapters_with_parts) == 1:
        return chapters_with_parts[0]
    return LOOSELY_CITED


def _counted(states: Sequence[str], prefix: str) -> list[str | None]:
    numbers: list[str | None] = []
    place = 0
    for state in states:
        place += state == PUBLISHED
        numbers.append(f"{prefix}{place}" if state == PUBLISHED else None)
    return numbers
