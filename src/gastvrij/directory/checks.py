"""What a value must be before it may stand in a group's profile."""

from gastvrij import _
from gastvrij.values.refusal import Refused
from stdnum.be import vat


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


def is_any_chosen(values: list[str]) -> bool:
    """Accept at least one activity; raises ``Refused`` otherwise."""
    if not values:
        raise Refused(_("error_no_activity", default="Choose at least one activity."))
    return True
