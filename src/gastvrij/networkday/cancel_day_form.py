"""What is asked of whoever calls a day off."""

from collections.abc import Iterable
from gastvrij import _
from gastvrij.values.entries import Area
from gastvrij.values.entries import Entry
from typing import Any
from zope import schema
from zope.interface import Interface


class IReason(Interface):
    """What the page asks."""

    reason = schema.Text(
        title=_("label_cancel_reason", default="Why does the day not take place?"),
        description=_(
            "help_cancel_reason",
            default="One or two sentences. It stands on the page of the day, where"
            " everybody can read it, and in the letter.",
        ),
        max_length=500,
    )


FIELDS: Any = IReason
NO_NAMES = _(
    "help_public_no_names",
    default="Everybody can read it: name nobody, and write nothing about the residence,"
    " health or family of people who look for help.",
)


def reason_entries() -> Iterable[Entry]:
    """Return what the form asks for."""
    return [Area(FIELDS["reason"], note=NO_NAMES)]
