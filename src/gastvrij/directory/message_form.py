"""The fields of the form with which a visitor writes to a group."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from gastvrij import _
from gastvrij.directory.visitor_message import Mistake
from zope.i18nmessageid import Message


LABELS = {
    "name": _("label_write_name", default="Your name"),
    "email": _("label_write_email", default="Your e-mail address"),
    "message": _("label_write_message", default="Your message"),
}
HELPS = {
    "email": _(
        "help_write_email",
        default="The group answers to this address. Nobody else sees it.",
    ),
    "message": _(
        "help_no_personal_notes",
        default="Write nothing about the residence, health or family of people who look"
        " for help.",
    ),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form as it is shown; ``error`` is empty when nothing is wrong."""

    name: str
    label: Message
    help: Message | str
    value: str
    error: Message | str

    @property
    def css(self) -> str:
        """The class names that mark a field that has to be mended."""
        return "gv-field gv-field--invalid" if self.error else "gv-field"

    @property
    def is_long(self) -> bool:
        """Whether the field holds several lines."""
        return self.name == "message"

    @property
    def type(self) -> str:
        """What HTML calls the kind of field, if it holds one line."""
        return "email" if self.name == "email" else "text"

    @property
    def invalid(self) -> str | None:
        """Whether the field has to be mended, as ARIA says it."""
        return "true" if self.error else None

    @property
    def described_by(self) -> str | None:
        """The ids of what a reader of the screen hears beside the label."""
        parts = [f"{self.name}-help"] if self.help else []
        parts += [f"{self.name}-error"] if self.error else []
        return " ".join(parts) or None


def fields_of(typed: Mapping[str, str], mistakes: Iterable[Mistake]) -> list[Field]:
    """Return the fields, with what was typed in each and what is wrong with it."""
    wrong = {mistake.field: mistake.sentence for mistake in mistakes}
    return [
        Field(name, label, HELPS.get(name, ""), typed[name], wrong.get(name, ""))
        for name, label in LABELS.items()
    ]
