"""Where the editor's queue goes on: what was put off stays put off."""

from collections.abc import Mapping
from gastvrij.toolkit.edition import edition_of
from gastvrij.values.entries import many
from typing import Any
from urllib.parse import urlencode

import re


MOST_LATER = 100
UID = re.compile(r"[0-9a-f]{32}", re.ASCII)
PAGE = "ten-minutes"


def put_off(form: Mapping[str, Any]) -> list[str]:
    """Return the UIDs of what an editor put off, as they stand in an address."""
    uids = filter(UID.fullmatch, many(form, "later"))
    return list(dict.fromkeys(uids))[:MOST_LATER]


def queue_url(part: Any, form: Mapping[str, Any], first: str = "") -> str:
    """Return the address of the queue after something was done with a part in it.

    ``first`` is the UID of what has to come first.
    """
    library = edition_of(part).__parent__
    return address(library.absolute_url(), put_off(form), first)


def address(library_url: str, later: list[str], first: str = "") -> str:
    """Return the address of the queue below the library."""
    query = urlencode({"later": later} | ({"item": first} if first else {}), doseq=True)
    return f"{library_url}/{PAGE}" + (f"?{query}" if query else "")
