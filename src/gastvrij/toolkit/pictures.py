"""Pictures in a text, and the words that stand for them."""

from gastvrij.values.html import tree_of
from urllib.parse import unquote


def without_words(text: str) -> list[str]:
    """Return the names of the pictures in an HTML text that have no words.

    Who does not see a picture, hears its alternative text. ``text`` is trusted.
    """
    if "<img" not in text:
        return []
    body = tree_of(text)
    return [
        _name(picture.get("src", ""))
        for picture in body.iter("img")
        if not (picture.get("alt") or "").strip()
    ]


def _name(address: str) -> str:
    """Return the part of an address by which a person knows the picture."""
    path = unquote(address.partition("?")[0]).partition("/@@images")[0]
    return path.rstrip("/").rpartition("/")[2] or address
