"""What a form asks for the notes of an item, and how each value is typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij import _
from gastvrij.networkday.registration_entries import is_a_name
from gastvrij.networkday.report_records import Notes
from gastvrij.networkday.reporting import MOST_PICTURES
from gastvrij.networkday.reporting import Written
from gastvrij.values.checks import is_picture
from gastvrij.values.entries import Area
from gastvrij.values.entries import Entry
from gastvrij.values.entries import Form
from gastvrij.values.entries import one
from gastvrij.values.rich_entries import Picture
from plone.namedfile.field import NamedBlobImage
from types import SimpleNamespace
from typing import Any
from typing import ClassVar
from zope import schema
from zope.i18nmessageid import Message
from zope.interface import Interface


MOST = 3
# how many pictures can be added at once
AT_ONCE = 2
GOES = _("choice_picture_goes", default="Take this picture away")
LABELS = {
    "insight": _("label_insight_number", default="Insight ${number}"),
    "tip": _("label_tip_number", default="Tip ${number}"),
}


class IReportNotes(Interface):
    """What an item left behind; insights and tips have a number behind their name."""

    insight = schema.Text(
        title=_("label_insight", default="Insight"), required=False, max_length=400
    )
    tip = schema.Text(
        title=_("label_tip", default="Tip"), required=False, max_length=400
    )
    signal = schema.Text(
        title=_("label_signal", default="A signal for policy"),
        description=_(
            "help_signal",
            default="What should a municipality, a government or a service change?",
        ),
        required=False,
        max_length=800,
    )
    shown = schema.TextLine(
        title=_("label_note_name", default="Your name in the book"),
        description=_(
            "help_note_name",
            default="Your first name alone is fine. Leave it empty, and you are not"
            " named.",
        ),
        required=False,
        max_length=80,
        constraint=is_a_name,
    )
    picture = NamedBlobImage(
        title=_("label_note_picture", default="Picture"),
        description=_(
            "help_picture",
            default=(
                "JPEG, PNG or WebP. No recognisable people on the run or children"
                " without their written consent."
            ),
        ),
        required=False,
        constraint=is_picture,
    )
    alt = schema.TextLine(
        title=_("label_picture_alt", default="What can be seen in the picture?"),
        description=_(
            "help_note_alt",
            default="For people who cannot see the picture. It stands beneath it in the"
            " book.",
        ),
        required=False,
        max_length=200,
    )
    agreed = schema.Bool(
        title=_(
            "label_note_agreed",
            default="Everybody who can be recognised in it agrees that it is in the"
            " book and on the site",
        ),
        required=False,
        default=False,
    )


FIELDS: Any = IReportNotes


@dataclass(frozen=True)
class Tick(Entry):
    """Asks to tick one box."""

    macro: ClassVar[str] = "tick"

    def typed(self, form: Form) -> bool:
        """Return whether it is ticked."""
        return one(form, self.name) == "yes"

    def shown(self, value: Any) -> bool:
        """Return whether it is ticked."""
        return bool(value)

    def checked(self, typed: bool, content: Any) -> bool:
        """Return whether it is ticked."""
        return typed


def text_entries() -> list[Entry]:
    """Return what is asked in words."""
    return [*_numbered("insight"), *_numbered("tip"), Area(FIELDS["signal"], rows=5)]


def picture_entries(notes: Notes) -> list[Entry]:
    """Return what is asked of the pictures that are there, and of new ones."""
    there = [
        entry
        for each in notes.pictures
        for entry in (
            Entry(FIELDS["alt"], name=f"alt-{each.id}", autocomplete="off"),
            Tick(FIELDS["agreed"], name=f"goes-{each.id}", label=GOES),
        )
    ]
    return [*there, *(e for number in new_numbers(notes) for e in _new(number))]


def new_numbers(notes: Notes) -> range:
    """Return the numbers of the pictures that can be added."""
    room = MOST_PICTURES - len(notes.pictures)
    return range(1, min(AT_ONCE, room) + 1)


def name_entry() -> Entry:
    """Return what asks for the name in the book."""
    return Entry(FIELDS["shown"], autocomplete="off")


def content_of(notes: Notes, shown: str) -> SimpleNamespace:
    """Return notes as the form shows them."""
    values: dict[str, Any] = {"signal": notes.signal, "shown": shown}
    for kind, texts in (("insight", notes.insights), ("tip", notes.tips)):
        for number in range(MOST):
            text = texts[number] if number < len(texts) else ""
            values[f"{kind}-{number + 1}"] = text
    for each in notes.pictures:
        values |= {f"alt-{each.id}": each.alt, f"goes-{each.id}": False}
    for number in new_numbers(notes):
        values |= {f"picture-{number}": None, f"new-alt-{number}": ""}
        values[f"agreed-{number}"] = False
    return SimpleNamespace(**values)


def written_in(values: dict[str, Any]) -> Written:
    """Return what was written, without what was left blank."""
    return Written(
        _texts(values, "insight"), _texts(values, "tip"), values["signal"] or ""
    )


def _texts(values: dict[str, Any], kind: str) -> tuple[str, ...]:
    typed = (values[f"{kind}-{number + 1}"] for number in range(MOST))
    return tuple(filter(None, typed))


def _numbered(kind: str) -> Iterable[Entry]:
    for number in range(1, MOST + 1):
        label = Message(LABELS[kind], mapping={"number": number})
        yield Area(FIELDS[kind], name=f"{kind}-{number}", label=label, rows=3)


def _new(number: int) -> tuple[Entry, ...]:
    return (
        Picture(FIELDS["picture"], name=f"picture-{number}"),
        Entry(FIELDS["alt"], name=f"new-alt-{number}", autocomplete="off"),
        Tick(FIELDS["agreed"], name=f"agreed-{number}"),
    )
