"""What a coordinator asks of somebody on the phone: nobody needs an e-mail address."""

from dataclasses import replace
from gastvrij import _
from gastvrij.networkday.registration import PHONE
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.registration_entries import FIELDS
from gastvrij.networkday.registration_entries import OneOf
from gastvrij.networkday.registration_entries import OneOfMany
from gastvrij.networkday.registration_entries import OwnAddress
from gastvrij.networkday.registration_entries import Telephone
from gastvrij.networkday.registration_form import Asked
from gastvrij.networkday.registration_form import entries_of
from gastvrij.networkday.registration_form import PARTS
from gastvrij.networkday.registration_form import TOGETHER
from gastvrij.values.choice_entries import Option
from gastvrij.values.entries import Entry
from typing import Any


FIRST_HELP = _(
    "help_by_phone_email",
    default="May stay empty: then no letter goes out, and you call when something"
    " changes.",
)
OTHERS_HELP = _(
    "help_by_phone_other_email",
    default="May stay empty: then the letters go to the first person.",
)
GROUP_HELP = _(
    "help_by_phone_group",
    default="Its contact person is asked whether these people belong to it.",
)
PHONE_HELP = _(
    "help_by_phone_number", default="So that you can call when a seat comes free."
)


def person_entries(asked: Asked, number: int) -> list[Entry]:
    """Return what is asked of one person; ``number`` counts from 0."""
    help_ = OTHERS_HELP if number else FIRST_HELP
    return [
        replace(each, help=help_) if isinstance(each, OwnAddress) else each
        for each in entries_of(asked, number)
    ]


def phone_entries(asked: Asked, groups: tuple[Option, ...], count: int) -> list[Entry]:
    """Return all that is asked when so many people have a place in the form."""
    people = (person_entries(asked, number) for number in range(count))
    entries = [entry for each in people for entry in each]
    entries.append(Telephone(FIELDS["phone"], help=PHONE_HELP))
    if count > 1:
        entries.append(OneOf(FIELDS["together"], given=PARTS))
    if len(groups) > 1:
        entries.append(OneOfMany(FIELDS["group"], help=GROUP_HELP, given=groups))
    return entries


def caller_in(values: dict[str, Any], language: str) -> Sender:
    """Return who is on the phone: the first of the people."""
    return Sender(
        name=" ".join(values["name-0"].split()),
        email=values["email-0"] or "",
        phone=values["phone"] or "",
        group=values.get("group") or "",
        together=values.get("together") == TOGETHER,
        language=language,
        channel=PHONE,
    )
