"""What a value must be before it may be shown to a reader."""

from datetime import date
from gastvrij import _
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.values.refusal import Refused
from io import BytesIO
from PIL import Image
from plone.namedfile.interfaces import INamedBlobFile
from typing import Any
from urllib.parse import urlsplit


PICTURE_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
MOST_PIXELS = 50_000_000
PDF_BEGINS_WITH = b"%PDF-"


def is_web_address(value: str) -> bool:
    """Accept an http or https address with a host; raises ``Refused`` otherwise."""
    if not leads_to_a_host(value):
        raise Refused(
            _(
                "error_web_address",
                default="This is not a web address. It begins with https://",
            )
        )
    return True


def are_web_addresses(values: list[str]) -> bool:
    """Accept only web addresses; raises ``Refused`` for the first that is none."""
    return all(is_web_address(value) for value in values)


def leads_to_a_host(address: str) -> bool:
    """Tell whether an address begins with http or https and has a host."""
    if not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        # asking for a port that there cannot be raises too
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return is_whole and parts.scheme in ("http", "https")


def is_year_past(value: int) -> bool:
    """Accept a year from 1900 up to this one; raises ``Refused`` otherwise."""
    if not 1900 <= value <= today_in_belgium().year:
        raise Refused(
            _(
                "error_year",
                default="Give a year of four digits that is not in the future.",
            )
        )
    return True


def picture_type(data: bytes) -> str:
    """Return the content type of a picture that we show; empty for anything else.

    Read from the content: what the browser says about the file does not count. SVG is
    no picture that we show, since it can carry script.
    """
    try:
        with Image.open(BytesIO(data), formats=tuple(PICTURE_TYPES)) as picture:
            width, height = picture.size
            if not 0 < width * height <= MOST_PIXELS:
                return ""
            # half a file has a head that looks right
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return ""
    return PICTURE_TYPES[str(picture.format)]


def is_picture(value: Any) -> bool:
    """Accept an image whose *content* is a picture; raises ``Refused`` otherwise."""
    if not picture_type(value.data):
        raise Refused(
            _(
                "error_picture_type",
                default="This picture is too large, or is no JPEG, PNG or WebP. Make it"
                " smaller and try again.",
            )
        )
    return True


def is_pdf(value: INamedBlobFile) -> bool:
    """Accept a file whose *content* is a PDF; raises ``Refused`` otherwise.

    What the browser says about the file does not count. Source: ISO 32000-2, 7.5.2.
    """
    with value.open() as content:
        beginning = content.read(len(PDF_BEGINS_WITH))
    if beginning != PDF_BEGINS_WITH:
        raise Refused(
            _(
                "error_no_pdf",
                default="This is not a PDF. Choose a PDF file.",
            )
        )
    return True


def is_not_in_the_future(value: date) -> bool:
    """Accept today and earlier; raises ``Refused`` otherwise."""
    if value > today_in_belgium():
        raise Refused(
            _(
                "error_date_in_future",
                default="This day has yet to come. Choose today or earlier.",
            )
        )
    return True
