"""A spreadsheet as a page carries it, from what was shown to what is done."""

from base64 import b64decode
from base64 import b64encode
from gastvrij.directory.spreadsheet import NO_TABLE
from gastvrij.directory.spreadsheet import TOO_LARGE
from gastvrij.values.refusal import Refused

import zlib


MOST_CARRIED = 700_000  # characters: Zope takes a megabyte of typed fields
MOST_UNPACKED = 4_000_000  # bytes


def packed(text: str) -> str:
    """Return a text for a hidden field; raises ``Refused`` for one that is too long."""
    carried = b64encode(zlib.compress(text.encode(), 9)).decode()
    if len(carried) > MOST_CARRIED:
        raise Refused(TOO_LARGE)
    return carried


def unpacked(carried: str) -> str:
    """Return the text again; raises ``Refused`` for what `packed` did not make."""
    try:
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(b64decode(carried, validate=True), MOST_UNPACKED)
        if unpacking.unconsumed_tail or not unpacking.eof:
            raise Refused(NO_TABLE)
        return data.decode()
    except (ValueError, zlib.error):
        raise Refused(NO_TABLE) from None
