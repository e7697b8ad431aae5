"""The shelf: books that were made, kept privately beside the library.

They are no content and have no address: ``download.py`` alone hands them out, and only
as long as visitors may see everything that is in them.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from persistent import Persistent
from plone.namedfile.file import NamedBlobFile
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "gastvrij.toolkit.shelf"
PDF = "pdf"
EPUB = "epub"
MEDIA_TYPES = {PDF: "application/pdf", EPUB: "application/epub+zip"}


@dataclass(frozen=True)
class Stamp:
    """What a book was made from: it changes when what visitors see changes.

    ``holds`` are the UIDs of all that is in it, and the seals of its examples: a book
    with something that visitors no longer see is not handed out. ``pictures`` are the
    UIDs of the pictures that its texts ask for, ``seen`` those of them that visitors
    saw, with the moment of their last change.
    """

    contents: str
    holds: frozenset[str]
    pictures: tuple[str, ...] = ()
    seen: tuple[tuple[str, float], ...] = ()


class MadeBook(Persistent):
    """A file that was made, when, and from what."""

    def __init__(
        self, data: bytes, form: str, filename: str, made: datetime, stamp: Stamp
    ) -> None:
        """Keep the file beside the database, as a blob."""
        self.file = NamedBlobFile(data, MEDIA_TYPES[form], filename)
        self.made = made
        self.stamp = stamp


Shelf = Mapping[tuple[str, str], MadeBook]


def shelf_of(library: Any) -> Shelf:
    """Return the books by UID and form; writes nothing, not even an empty shelf."""
    return IAnnotations(library).get(KEY, {})


def put(library: Any, uid: str, form: str, book: MadeBook) -> None:
    """Put a book in the place of the one before."""
    annotations = IAnnotations(library)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    annotations[KEY][uid, form] = book


def keep_only(library: Any, uids: frozenset[str]) -> None:
    """Throw away the books of what visitors no longer see."""
    shelf = shelf_of(library)
    for key in [key for key in shelf if key[0] not in uids]:
        del IAnnotations(library)[KEY][key]
