"""Phone numbers as people in Belgium write them."""

from gastvrij import _
from gastvrij.values.refusal import Refused

import phonenumbers


COUNTRY = "BE"


def phone_number(words: str) -> str:
    """Return a number with its country code, spaced: ``+32 470 12 34 56``.

    A number without a country code is Belgian. Raises ``Refused`` for what is none.
    Source: the numbering plans in the package phonenumbers.
    """
    try:
        number = phonenumbers.parse(words, COUNTRY)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise Refused(
            _(
                "error_phone",
                default="This is not a phone number. Write it as 0470 12 34 56.",
            )
        )
    style = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)
