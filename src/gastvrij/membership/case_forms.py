"""What is asked before a step of an application is taken."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.membership.application import IMembershipApplication
from gastvrij.membership.form_pages import all_entries
from gastvrij.membership.form_pages import NO_PERSONAL_NOTES
from gastvrij.membership.neighbours import neighbours_of
from gastvrij.membership.review import MAY_BE_ASKED
from gastvrij.membership.rows import IDecision
from gastvrij.membership.rows import IRemark
from gastvrij.places.municipalities import municipality
from gastvrij.values.choice_entries import Option
from gastvrij.values.choice_entries import Pick
from gastvrij.values.choice_entries import Ticks
from gastvrij.values.entries import Area
from gastvrij.values.entries import Day
from gastvrij.values.entries import Entry
from typing import Any
from zope import schema
from zope.i18nmessageid import Message
from zope.schema import getFields


@dataclass(frozen=True)
class OpenFields(Ticks):
    """Asks which fields the group fills in again."""

    def options(self, content: Any) -> list[Option]:
        """Return the fields of the form by their labels."""
        entries = [e for e in all_entries() if e.name in MAY_BE_ASKED]
        return [Option(entry.name, entry.label) for entry in entries]


@dataclass(frozen=True)
class Neighbours(Ticks):
    """Asks which of the groups that are near are told."""

    def options(self, content: Any) -> list[Option]:
        """Return those groups by name and place."""
        return [
            Option(hit.group.uid, hit.group.title, municipality(hit.group.nis).name_nl)
            for hit in neighbours_of(content)
        ]


def _text(name: str, title: Message, required: bool = False) -> schema.Text:
    return schema.Text(__name__=name, title=title, required=required, max_length=4000)


def question_form() -> list[Entry]:
    """Return what asking the group asks."""
    fields = schema.List(
        __name__="fields",
        title=_("label_open_fields", default="Fields to fill in again"),
        description=_(
            "help_open_fields",
            default="Only these open again for the group. None is fine too.",
        ),
        required=False,
        value_type=schema.ASCIILine(),
    )
    question = _("label_question", default="Question")
    return [
        Area(_text("question", question, True), note=NO_PERSONAL_NOTES, rows=4),
        OpenFields(fields),
    ]


def advice_form() -> list[Entry]:
    """Return what presenting asks."""
    field = getFields(IMembershipApplication)["secretariat_advice"]
    return [Area(field, name="advice", note=NO_PERSONAL_NOTES, rows=4)]


def decision_form() -> list[Entry]:
    """Return what a decision asks."""
    return [
        Day(getFields(IDecision)["on"]),
        Area(
            getFields(IDecision)["reason"],
            help=_("help_decision_reason", default="The group reads this."),
            note=NO_PERSONAL_NOTES,
        ),
    ]


def remark_form() -> list[Entry]:
    """Return what a remark of the board asks."""
    return [
        Pick(getFields(IRemark)["opinion"]),
        Area(getFields(IRemark)["text"], name="remark", note=NO_PERSONAL_NOTES),
    ]


def note_form() -> list[Entry]:
    """Return what an internal note asks."""
    title = _("label_internal_note", default="Internal note")
    help_text = _(
        "help_internal_note",
        default="Only the secretariat reads this, never the group or the board.",
    )
    return [Area(_text("note", title, True), help=help_text, note=NO_PERSONAL_NOTES)]


def neighbours_form() -> list[Entry]:
    """Return which neighbours are told."""
    field = schema.List(
        __name__="groups",
        title=_("label_neighbours", default="Groups near it"),
        description=_(
            "help_neighbours",
            default="Their contact persons read the name and the place of the group,"
            " and nothing else. This can be done once.",
        ),
        required=False,
        value_type=schema.ASCIILine(),
    )
    return [Neighbours(field)]


def checklist_form() -> list[Entry]:
    """Return the checklist."""
    return [Ticks(getFields(IMembershipApplication)["checklist"])]
