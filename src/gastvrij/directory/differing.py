"""Two texts that differ, cut down to where they do."""

SHORT = 200
AROUND = 40
MOST = 1000
MORE = "…"


def differing(old: str, new: str) -> tuple[str, str]:
    """Return the parts of two texts in which they differ, with some words around.

    Texts that are short stay whole; what is left out is told by an ellipsis.
    """
    if max(len(old), len(new)) <= SHORT:
        return old, new
    begin = _same(old, new)
    shorter = min(len(old), len(new)) - begin
    end = min(_same(old[::-1], new[::-1]), shorter)
    return _part(old, begin, end), _part(new, begin, end)


def _same(one: str, other: str) -> int:
    """Return how many characters two texts have the same from their beginning."""
    length = min(len(one), len(other))
    return next((n for n in range(length) if one[n] != other[n]), length)


def _part(text: str, begin: int, end: int) -> str:
    first = _word_before(text, max(0, begin - AROUND))
    last = _word_after(text, min(len(text), len(text) - end + AROUND))
    part = text[first:last]
    cut = part[:MOST]
    head = MORE if first else ""
    tail = MORE if last < len(text) or cut != part else ""
    return f"{head}{cut}{tail}"


def _word_before(text: str, place: int) -> int:
    return text.rfind(" ", 0, place) + 1 if place else 0


def _word_after(text: str, place: int) -> int:
    found = text.find(" ", place)
    return found if found >= 0 else len(text)
