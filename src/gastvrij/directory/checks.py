"""What a value must be before it may stand in a group's profile."""

from datetime import date
from gastvrij import _
from gastvrij.rows.refusal import Refused
from io import BytesIO
from PIL import Image
from stdnum.be import vat
from typing import Any
from urllib.parse import urlsplit


PICTURE_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
MOST_PIXELS = 50_000_000


def is_enterprise_number(value: str) -> bool:
    """Accept a Belgian enterprise number, with or without dots, spaces and BE.

    Raises ``Refused`` otherwise. Source: the check digits of the Crossroads Bank for
    Enterprises, as in python-stdnum.
    """
    if not vat.is_valid(value):
        raise Refused(
            _(
                "error_enterprise_number",
                default="This is not an enterprise number. It has ten digits, for"
                " instance 0123.456.749.",
            )
        )
    return True


def is_postal_code(value: str) -> bool:
    """Accept the four digits of a Belgian postal code; raises ``Refused`` otherwise."""
    if not (len(value) == 4 and value.isascii() and value.isdecimal()):
        raise Refused(
            _(
                "error_postal_code",
                default="This is not a postal code. It has four digits, for instance"
                " 9050.",
            )
        )
    return True


def is_web_address(value: str) -> bool:
    """Accept an http or https address with a host; raises ``Refused`` otherwise."""
    if not _leads_to_a_host(value):
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


def _leads_to_a_host(address: str) -> bool:
    if not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def is_year_past(value: int) -> bool:
    """Accept a year from 1900 up to this one; raises ``Refused`` otherwise."""
    if not 1900 <= value <= date.today().year:
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
            picture.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return ""
    fits = 0 < width * height <= MOST_PIXELS
    return PICTURE_TYPES[str(picture.format)] if fits else ""


def is_picture(value: Any) -> bool:
    """Accept an image whose *content* is a picture; raises ``Refused`` otherwise."""
    if not picture_type(value.data):
        raise Refused(
            _(
                "error_picture_type",
                default="This is not a picture that we can show. Choose a JPEG, PNG or"
                " WebP file, not larger than fifty million pixels.",
            )
        )
    return True
