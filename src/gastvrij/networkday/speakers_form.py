"""What a coordinator fills in to name a speaker."""

from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij import _
from gastvrij.networkday import wording
from gastvrij.networkday.programme import Slot
from gastvrij.networkday.programme_item import ISpeaker
from gastvrij.values.choice_entries import Option
from gastvrij.values.choice_entries import Pick
from gastvrij.values.choice_entries import Selection
from gastvrij.values.entries import Entry
from gastvrij.values.mail_address import is_mail_address
from typing import Any
from zope import schema
from zope.schema import getFields


LETTER, IN_PERSON = "letter", "in_person"
CONSENTS = {
    LETTER: _("consent_letter", default="Ask by letter"),
    IN_PERSON: _("consent_in_person", default="They told me that they agree"),
}


class INamedSpeaker(ISpeaker):
    """Somebody who speaks at an item of the day, and how they agree to be named."""

    item = schema.TextLine(
        title=_("label_speaker_item", default="At which item?"), max_length=64
    )
    email = schema.TextLine(
        title=_("label_contact_email", default="E-mail address"),
        required=False,
        max_length=254,
        constraint=is_mail_address,
    )
    consent = schema.Choice(
        title=_("label_consent", default="Do they agree to be named?"),
        description=_(
            "help_consent",
            default="By a letter they say yes or no themselves; until then nobody sees"
            " the name. If they told you, the name is in the programme at once, and we"
            " keep that you wrote it down.",
        ),
        values=tuple(CONSENTS),
        default=LETTER,
    )


FIELDS = getFields(INamedSpeaker)


@dataclass(frozen=True)
class ItemSelection(Selection):
    """Asks to choose an item of the programme; what it is about has ``slots``."""

    def options(self, content: Any) -> list[Option]:
        """Return the items, by UID."""
        return [Option(slot.uid, _told(slot)) for slot in content.slots]


@dataclass(frozen=True)
class ConsentPick(Pick):
    """Asks how somebody agrees."""

    def options(self, content: Any) -> list[Option]:
        """Return the two ways."""
        return [Option(way, title) for way, title in CONSENTS.items()]


def entries() -> Iterable[Entry]:
    """Return what is asked of a speaker."""
    return [
        ItemSelection(FIELDS["item"]),
        Entry(
            FIELDS["name"],
            help=_(
                "help_named_speaker",
                default="They choose themselves under which name people see them.",
            ),
            autocomplete="off",
        ),
        Entry(FIELDS["organisation"], autocomplete="off"),
        Entry(
            FIELDS["email"],
            help=_(
                "help_speaker_email",
                default="For the letter. Only coordinators see it, until a year after"
                " the day.",
            ),
            kind="email",
            autocomplete="off",
        ),
        ConsentPick(FIELDS["consent"]),
    ]


def _told(slot: Slot) -> str:
    if slot.start is None:
        return slot.title
    return f"{wording.clock(slot.start)} {slot.title}"
