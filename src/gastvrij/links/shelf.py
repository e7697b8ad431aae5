"""Where the site keeps what belongs to a token: by its SHA-256, never by itself."""

from gastvrij.links.drawers import Drawers
from hashlib import sha256
from typing import Any
from zope.annotation.interfaces import IAnnotations


def shelf(site: Any, name: str) -> Drawers:
    """Return what is kept under a name, to read; nothing is made on the way."""
    return IAnnotations(site).get(name, Drawers())


def shelf_to_write(site: Any, name: str) -> Drawers:
    """Return what is kept under a name, to add to; it is made when it is missing."""
    annotations = IAnnotations(site)
    if name not in annotations:
        annotations[name] = Drawers()
    return annotations[name]


def place_of(token: Any) -> str:
    """Return under what a token is kept; a form may send anything in its place."""
    text = token if isinstance(token, str) else ""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
