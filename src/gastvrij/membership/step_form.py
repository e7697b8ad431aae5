"""The form of one step on the page of an application."""

from collections.abc import Mapping
from dataclasses import dataclass
from gastvrij.membership.action import Action
from gastvrij.membership.answering import meant_by
from gastvrij.values.boxes import Box
from gastvrij.values.boxes import box_of
from gastvrij.values.entries import Entry
from gastvrij.values.sheet import Sheet
from typing import Any
from typing import Self
from zope.i18nmessageid import Message
from zope.interface import Interface


@dataclass(frozen=True)
class Form:
    """One form on the page: its button, its boxes, and what is wrong with it.

    The same is asked in several forms: a box is called after its form and its entry.
    """

    action: Action
    sheet: Sheet

    @classmethod
    def showing(cls, action: Action, content: Any) -> Self:
        """Return the form with the values of an application."""
        shown = Sheet.showing(action.asked_of(content), content)
        sheet = Sheet(_called_after(action, content), content)
        sheet.typed = {_called(action, name): it for name, it in shown.typed.items()}
        return cls(action, sheet)

    @classmethod
    def sent(cls, action: Action, content: Any, form: Mapping[str, Any]) -> Self:
        """Return the form as it was sent, checked."""
        sheet = Sheet.sent(_called_after(action, content), content, form)
        sheet.check(Interface)
        return cls(action, sheet)

    @property
    def values(self) -> dict[str, Any]:
        """What is right, by the name of the entry; with a place its municipality."""
        start = _called(self.action, "")
        return meant_by(self.sheet, start)

    def refuse(self, name: str, sentence: Message) -> bool:
        """Say next to an entry what is wrong; tell whether there is such an entry."""
        box = _called(self.action, name)
        if box in self.sheet.entries:
            self.sheet.sentences[box] = sentence
        return box in self.sheet.entries

    @property
    def boxes(self) -> list[Box]:
        """What it asks."""
        return [box_of(self.sheet, name) for name in self.sheet.entries]

    @property
    def is_open(self) -> bool:
        """Whether it stands open: something in it is wrong."""
        return not self.sheet.is_right


def _called_after(action: Action, content: Any) -> list[Entry]:
    asked = action.asked_of(content)
    return [entry.called(_called(action, entry.name)) for entry in asked]


def _called(action: Action, name: str) -> str:
    return f"{action.id}_{name}"
