"""What a value must be before it may stand in a group's profile."""

from datetime import date
from gastvrij import _
from plone.namedfile.utils import getImageInfo
from stdnum.be import vat
from typing import Any
from urllib.parse import urlsplit
from zope.interface import Invalid


PICTURE_TYPES = ("image/jpeg", "image/png", "image/webp")


def is_enterprise_number(value: str) -> bool:
    """Accept a Belgian enterprise number, with or without dots, spaces and BE.

    Raises ``Invalid`` otherwise. Source: the check digits of the Crossroads Bank for
    Enterprises, as in python-stdnum.
    """
    if not vat.is_valid(value):
        raise Invalid(
            _(
                "error_enterprise_number",
                default="This is not an enterprise number. It has ten digits, for"
                " instance 0123.456.749.",
            )
        )
    return True


def is_web_address(value: str) -> bool:
    """Accept an http or https address with a host; raises ``Invalid`` otherwise."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Invalid(
            _(
                "error_web_address",
                default="This is not a web address. It begins with https://",
            )
        )
    return True


def is_year_past(value: int) -> bool:
    """Accept a year from 1900 up to this one; raises ``Invalid`` otherwise."""
    if not 1900 <= value <= date.today().year:
        raise Invalid(
            _(
                "error_year",
                default="Give a year of four digits that is not in the future.",
            )
        )
    return True


def is_picture(value: Any) -> bool:
    """Accept a named image whose *content* is a picture; raises ``Invalid`` otherwise.

    What the browser says about the file does not count. SVG is refused: it can carry script.
    """
    content_type, width, height = getImageInfo(value.data)
    if content_type not in PICTURE_TYPES or min(width, height) < 1:
        raise Invalid(
            _(
                "error_picture_type",
                default="This is not a picture that we can show. Choose a JPEG, PNG or"
                " WebP file.",
            )
        )
    return True
