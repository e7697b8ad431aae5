"""What a coordinator fills in to write to people who registered."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij import _
from gastvrij.networkday.door import choosable
from gastvrij.networkday.mailboxes import living
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration_form import NO_NOTES
from gastvrij.networkday.registration_words import SHORT
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import OFFERED
from gastvrij.networkday.seats import WAITING
from gastvrij.values.choice_entries import Option
from gastvrij.values.choice_entries import Selection
from gastvrij.values.choice_entries import Ticks
from gastvrij.values.entries import Area
from gastvrij.values.entries import Entry
from gastvrij.values.refusal import Refused
from plone.app.uuid.utils import uuidToCatalogBrain
from typing import Any
from zope import schema
from zope.i18nmessageid import Message
from zope.interface import Interface


STANDINGS = (CONFIRMED, OFFERED, WAITING)


def is_somebody(standings: list[str]) -> bool:
    """Accept one standing or more; raises ``Refused`` for none."""
    if not standings:
        raise Refused(
            _("error_letter_nobody_chosen", default="Choose to whom you write.")
        )
    return True


class IPeopleLetter(Interface):
    """A letter, and to whom it goes."""

    standings = schema.List(
        title=_("label_letter_standings", default="To whom do you write?"),
        value_type=schema.Choice(values=STANDINGS),
        constraint=is_somebody,
        default=list(STANDINGS),
    )
    item = schema.TextLine(
        title=_("label_letter_item", default="Only who chose this"),
        description=_("help_letter_item", default="Nothing chosen: everybody."),
        required=False,
        max_length=64,
    )
    group = schema.TextLine(
        title=_("label_letter_group", default="Only people of this group"),
        description=_(
            "help_letter_group",
            default="Nothing chosen: everybody. The letter does not name the group.",
        ),
        required=False,
        max_length=64,
    )
    subject = schema.TextLine(
        title=_("label_letter_subject", default="Subject"), max_length=120
    )
    text = schema.Text(
        title=_("label_letter_text", default="Letter"),
        description=_(
            "help_letter_text",
            default="It begins with the name of the reader, and ends with the link to"
            " the own registration: you need not write these.",
        ),
        max_length=5000,
    )


FIELDS: Any = IPeopleLetter


@dataclass(frozen=True)
class Blank:
    """A letter that nobody has written yet, with what there is to choose."""

    all_standings: tuple[Option, ...]
    items: tuple[Option, ...]
    groups: tuple[Option, ...]
    standings: tuple[str, ...] = STANDINGS
    item: str = ""
    group: str = ""
    subject: str = ""
    text: str = ""


@dataclass(frozen=True)
class StandingTicks(Ticks):
    """Asks where people stand."""

    grid = ""

    def options(self, content: Blank) -> list[Option]:
        """Return where people can stand, with how many stand there."""
        return list(content.all_standings)


@dataclass(frozen=True)
class ItemChoice(Selection):
    """Asks for an item that people chose."""

    def options(self, content: Blank) -> list[Option]:
        """Return the items."""
        return list(content.items)


@dataclass(frozen=True)
class GroupChoice(Selection):
    """Asks for a group that people named."""

    def options(self, content: Blank) -> list[Option]:
        """Return the groups."""
        return list(content.groups)


def blank_letter(day: NetworkDay) -> Blank:
    """Return a letter to everybody."""
    people = living(day)
    number = Counter(person.standing for person in people)
    named = {person.group for person in people if person.group}
    groups = [Option(b.UID, b.Title) for b in map(uuidToCatalogBrain, named) if b]
    return Blank(
        tuple(Option(each, SHORT[each], _counted(number[each])) for each in STANDINGS),
        tuple(Option(item.UID(), item.title) for item in choosable(day)),
        tuple(sorted(groups, key=lambda option: option.title.casefold())),
    )


def _counted(number: int) -> Message:
    return _(
        "letter_standing_count",
        default="Number of people: ${count}",
        mapping={"count": number},
    )


def entries() -> Iterable[Entry]:
    """Return what is asked."""
    return [
        StandingTicks(FIELDS["standings"]),
        ItemChoice(FIELDS["item"]),
        GroupChoice(FIELDS["group"]),
        Entry(FIELDS["subject"], autocomplete="off"),
        Area(FIELDS["text"], rows=12, note=NO_NOTES),
    ]
