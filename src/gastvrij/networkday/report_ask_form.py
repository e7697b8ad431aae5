"""What a coordinator fills in to ask somebody for the notes of an item."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.values.choice_entries import Option
from gastvrij.values.choice_entries import Selection
from gastvrij.values.entries import Entry
from gastvrij.values.mail_address import is_mail_address
from typing import Any
from zope import schema
from zope.interface import Interface
from zope.schema import getFields


HELP = _(
    "help_reporter_email",
    default="For the letter. Only coordinators see it, until a year after the day.",
)


class IAskedReporter(Interface):
    """Somebody whom a coordinator asks for the notes of an item."""

    item = schema.TextLine(
        title=_("label_report_item", default="Of what?"), max_length=64
    )
    name = schema.TextLine(
        title=_("label_reporter_name", default="Name"), max_length=120
    )
    email = schema.TextLine(
        title=_("label_contact_email", default="E-mail address"),
        max_length=254,
        constraint=is_mail_address,
    )


FIELDS = getFields(IAskedReporter)


@dataclass(frozen=True)
class SlotSelection(Selection):
    """Asks to choose an item; what it is about has ``slots``."""

    def options(self, content: Any) -> list[Option]:
        """Return the items, by UID."""
        return [Option(slot.uid, slot.title) for slot in content.slots]


def ask_entries() -> list[Entry]:
    """Return what is asked."""
    return [
        SlotSelection(FIELDS["item"]),
        Entry(FIELDS["name"], autocomplete="off"),
        Entry(FIELDS["email"], help=HELP, kind="email", autocomplete="off"),
    ]
