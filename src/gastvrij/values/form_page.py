"""A page with a form that works without script, keeps what was typed, and acts once."""

from collections.abc import Iterable
from gastvrij import _
from gastvrij.values.boxes import Box
from gastvrij.values.boxes import box_of
from gastvrij.values.boxes import Mistake
from gastvrij.values.boxes import mistakes_of
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.rich_entries import CHOOSE_AGAIN
from gastvrij.values.rich_entries import TypedPicture
from gastvrij.values.sheet import Sheet
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from typing import ClassVar
from zope.component import getMultiAdapter
from zope.interface.interface import InterfaceClass
from ZPublisher.HTTPRequest import HTTPRequest


MOST_LINES = 100
# to whom the form was shown so long ago that its token is too old
LATE = _(
    "message_press_again",
    default="Not done yet: this page stood open for too long. Press once more.",
)


class FormPage(BrowserView):
    """Shows a form; sent, it is checked, and shown again or saved.

    A page says which ``schema`` the values have to fit, which ``entries`` it has, and
    how to ``save`` them. Somebody whose token is too old sends the form once more;
    nothing that was typed is lost.
    """

    schema: ClassVar[InterfaceClass]
    templates = ViewPageTemplateFile("templates/boxes.pt")

    sheet: Sheet
    is_late = False

    def __call__(self) -> str:
        """Show the form, or do what was sent."""
        if self.request.method != "POST":
            self.sheet = Sheet.showing(self.entries(), self.content)
            return self.index()
        self.sheet = Sheet.sent(self.entries(), self.content, self.request.form)
        self.is_late = not is_sent_from_here(self.context, self.request)
        if not self.is_late and not self.wants_more:
            self.sheet.check(self.schema)
            address = self.save() if self.sheet.is_right else ""
            if address:
                self.request.response.redirect(address)
                return ""
        self._ask_for_pictures_again()
        return self.index()

    def entries(self) -> Iterable[Entry]:
        """Return what the form asks for."""
        raise NotImplementedError

    def save(self) -> str:
        """Keep the values; return where to go, empty to show the form again."""
        raise NotImplementedError

    @property
    def content(self) -> Any:
        """What the form is about."""
        return self.context

    @property
    def macros(self) -> Any:
        """The macros that draw a box."""
        return self.templates.macros

    @property
    def wants_more(self) -> str:
        """The name of the entry that is to get one more line; mostly empty."""
        return one(self.request.form, "more")

    @property
    def mistakes(self) -> list[Mistake]:
        """What is wrong, for the list above the form."""
        return mistakes_of(self.sheet)

    def box(self, name: str) -> Box:
        """Return the box of an entry."""
        return box_of(self.sheet, name, self._lines(name))

    def _lines(self, name: str) -> int:
        sent = one(self.request.form, f"{name}-lines")
        count = int(sent) if sent.isdecimal() and len(sent) < 4 else 0
        return min(count, MOST_LINES) + (self.wants_more == name)

    def _ask_for_pictures_again(self) -> None:
        for name, typed in self.sheet.typed.items():
            if isinstance(typed, TypedPicture) and typed.filename:
                self.sheet.sentences.setdefault(name, CHOOSE_AGAIN)


def is_sent_from_here(context: Any, request: HTTPRequest) -> bool:
    """Tell whether a form of this site was sent, by whom it was shown to."""
    authenticator = getMultiAdapter((context, request), name="authenticator")
    return bool(authenticator.verify())
