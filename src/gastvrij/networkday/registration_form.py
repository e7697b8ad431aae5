"""A registration form as it is sent: for one person, or for several at once.

What is typed of the second person is sent under names that end in ``-1``. Of people in
whose place nothing is typed nothing is asked.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from gastvrij import _
from gastvrij.networkday.registration import Entry as Registered
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.registration_choices import Question
from gastvrij.networkday.registration_entries import Address
from gastvrij.networkday.registration_entries import FIELDS
from gastvrij.networkday.registration_entries import OneOf
from gastvrij.networkday.registration_entries import OneOfMany
from gastvrij.networkday.registration_entries import OwnAddress
from gastvrij.networkday.registration_entries import Telephone
from gastvrij.values.choice_entries import Option
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from typing import Any


MOST_PEOPLE = 20
COUNT = "people"
IN_PARTS, TOGETHER = "parts", "together"
PARTS = (
    Option(
        IN_PARTS,
        _(
            "together_no",
            default="Who fits gets a seat, the others come on the waiting list",
        ),
    ),
    Option(TOGETHER, _("together_yes", default="Only together: all of us, or nobody")),
)
OWN_HELP = _(
    "help_register_email", default="We send you a letter with a link to confirm."
)
OTHERS_HELP = _("help_other_email", default="May stay empty: then you get the letters.")
NO_NOTES = _(
    "help_no_personal_notes",
    default="Write nothing about the residence, health or family of people who look"
    " for help.",
)
ACCESS_HELP = _(
    "help_person_access",
    default="For instance: a wheelchair fits in, or there are subtitles.",
)
GROUP_HELP = _(
    "help_register_group",
    default="Its contact person sees your name, and says whether you belong to it.",
)
PHONE_HELP = _(
    "help_register_phone",
    default="Only if we may call you when something changes at the last moment.",
)


@dataclass(frozen=True)
class Asked:
    """What a day asks; ``groups`` are those to choose from.

    ``by_contact`` tells that somebody who is logged in registers the own group's people
    and need not be one of them.
    """

    questions: tuple[Question, ...] = ()
    diet: bool = False
    access: bool = False
    groups: tuple[Option, ...] = ()
    by_contact: bool = False


def all_entries(asked: Asked, count: int) -> list[Entry]:
    """Return all that is asked when so many people have a place in the form."""
    people = [each for number in range(count) for each in entries_of(asked, number)]
    if count > 1:
        people.append(OneOf(FIELDS["together"], given=PARTS))
    if asked.groups and not asked.by_contact:
        people.append(OneOfMany(FIELDS["group"], help=GROUP_HELP, given=asked.groups))
    elif asked.groups:
        people.append(OneOf(FIELDS["own_group"], "group", given=asked.groups))
    if not asked.by_contact:
        people.append(Telephone(FIELDS["phone"], help=PHONE_HELP, autocomplete="tel"))
    return people


def entries_of(asked: Asked, number: int) -> list[Entry]:
    """Return what is asked of one person; ``number`` counts from 0."""
    end = f"-{number}"
    entries = _who(number, asked.by_contact)
    entries += [
        OneOf(FIELDS["choice"], f"{q.id}{end}", q.title, given=q.options)
        for q in asked.questions
    ]
    if asked.diet:
        entries.append(Entry(FIELDS["diet"], f"diet{end}", note=NO_NOTES))
    if asked.access:
        name = f"access{end}"
        entries.append(Entry(FIELDS["access"], name, help=ACCESS_HELP, note=NO_NOTES))
    return entries


def _who(number: int, by_contact: bool) -> list[Entry]:
    name, email = f"name-{number}", f"email-{number}"
    if number == 0 and not by_contact:
        return [
            Entry(FIELDS["name"], name, autocomplete="name"),
            Address(FIELDS["email"], email, help=OWN_HELP, autocomplete="email"),
        ]
    return [
        Entry(FIELDS["name"], name),
        OwnAddress(FIELDS["email"], email, help=OTHERS_HELP),
    ]


def count_in(form: Mapping[str, Any]) -> int:
    """Return for how many people the form has a place, from 1."""
    count = max(number_in(one(form, COUNT)), default=1)
    return max(1, min(count, MOST_PEOPLE))


def number_in(sent: str) -> tuple[int, ...]:
    """Return the one number that was sent; none for what is no number of a person."""
    is_number = sent.isascii() and sent.isdecimal() and len(sent) < 4
    return (int(sent),) if is_number else ()


def without(
    form: Mapping[str, Any], asked: Asked, gone: Iterable[int]
) -> dict[str, Any]:
    """Return what was sent without some people; those after them move up."""
    gone = set(gone)
    kept = [number for number in range(count_in(form)) if number not in gone]
    moved = {**form, COUNT: str(max(1, len(kept)))}
    for new, old in enumerate(kept):
        for entry in entries_of(asked, old):
            stem = entry.name.removesuffix(f"-{old}")
            moved[f"{stem}-{new}"] = one(form, entry.name)
    return moved


def blank_in(form: Mapping[str, Any], asked: Asked) -> list[int]:
    """Return the numbers of the people, after the first, of whom nothing is typed."""
    return [
        number
        for number in range(1, count_in(form))
        if not any(
            one(form, entry.name).strip()
            for entry in entries_of(asked, number)
            if not isinstance(entry, OneOf)
        )
    ]


def registered(
    values: Mapping[str, Any], asked: Asked, count: int
) -> Sequence[Registered]:
    """Return the people that a form means; its values are right."""
    return [_registered(values, asked, number) for number in range(count)]


def sender_in(values: Mapping[str, Any], language: str) -> Sender:
    """Return who fills in a form without an account: the first of its people."""
    return Sender(
        name=" ".join(values["name-0"].split()),
        email=values["email-0"],
        phone=values.get("phone") or "",
        group=values.get("group") or "",
        together=values.get("together") == TOGETHER,
        language=language,
    )


def _registered(values: Mapping[str, Any], asked: Asked, number: int) -> Registered:
    def value(name: str) -> str:
        return " ".join((values.get(f"{name}-{number}") or "").split())

    items = (value(question.id) for question in asked.questions)
    return Registered(
        name=value("name"),
        email=value("email") if number or asked.by_contact else "",
        items=tuple(filter(None, items)),
        diet=value("diet"),
        access=value("access"),
    )
