"""The contact details of a group as a card for an address book: vCard 4.0, RFC 6350."""

from collections.abc import Iterable


LONGEST_LINE = 75  # octets, RFC 6350, 3.2

# values that are an address on the net or a language: nothing in them is escaped
PLAIN = frozenset({"LANG", "SOURCE", "UID", "URL"})
# RFC 6350, 3.4: these mean something in a value; other control signs have no place
ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


def vcard(properties: Iterable[tuple[str, str | tuple[str, ...]]]) -> bytes:
    """Write a card: the name of each property with its value, in this order.

    A value of several parts, as an address has, is a tuple; empty values are left out.
    """
    lines = [_line(name, value) for name, value in properties if any(value)]
    card = ["BEGIN:VCARD", "VERSION:4.0", *lines, "END:VCARD"]
    return b"".join(_folded(line) for line in card)


def _line(name: str, value: str | tuple[str, ...]) -> str:
    parts = (value,) if isinstance(value, str) else value
    if name in PLAIN:
        return f"{name}:{_printable(*parts)}"
    return f"{name}:{';'.join(map(_text, parts))}"


def _text(text: str) -> str:
    lines = map(_printable, text.splitlines())
    return "\n".join(lines).translate(ESCAPES)


def _printable(text: str) -> str:
    return "".join(each for each in text if each.isprintable())


def _folded(line: str) -> bytes:
    """Return a line in octets, cut between characters where it is too long."""
    pieces = [b""]
    for letter in line:
        octets = letter.encode()
        if len(pieces[-1]) + len(octets) > LONGEST_LINE:
            pieces.append(b" ")
        pieces[-1] += octets
    return b"".join(piece + b"\r\n" for piece in pieces)
