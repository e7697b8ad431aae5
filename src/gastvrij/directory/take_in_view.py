"""The page on which the secretariat takes in its list of groups."""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.directory.columns import COLUMNS
from gastvrij.directory.give_out import TAKEN_IN
from gastvrij.directory.give_out import template
from gastvrij.directory.packing import packed
from gastvrij.directory.packing import unpacked
from gastvrij.directory.sheet_response import as_file
from gastvrij.directory.spreadsheet import LARGEST_FILE
from gastvrij.directory.spreadsheet import MOST_ROWS
from gastvrij.directory.spreadsheet import read_sheet
from gastvrij.directory.spreadsheet import text_of
from gastvrij.directory.take_in import CHANGED
from gastvrij.directory.take_in import Line
from gastvrij.directory.take_in import NEW
from gastvrij.directory.take_in import Plan
from gastvrij.directory.take_in import plan_of
from gastvrij.directory.take_in import REFUSED
from gastvrij.directory.take_in import UNCHANGED
from gastvrij.directory.taking_in import carry_out
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.links.once import token_of
from gastvrij.privacy.acts import write_down
from gastvrij.values.refusal import Refused
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


RECEIPT = "import"
NO_FILE = _("error_sheet_no_file", default="Choose a file first.")

WORDS = {
    NEW: _("sheet_row_new", default="New"),
    CHANGED: _("sheet_row_changed", default="Changes"),
    UNCHANGED: _("sheet_row_unchanged", default="Stays as it is"),
    REFUSED: _("sheet_row_refused", default="Refused"),
}
SHAPES = {NEW: "good", CHANGED: "wait", UNCHANGED: "quiet", REFUSED: "error"}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows were or would be of each kind."""

    new: int
    changed: int
    unchanged: int
    refused: int


@dataclass(frozen=True, slots=True)
class LineShown:
    """A row as the page tells of it."""

    line: Line

    @property
    def word(self) -> Message:
        """What would happen."""
        return WORDS[self.line.kind]

    @property
    def css(self) -> str:
        """The class names that give the word its shape."""
        return f"gv-status gv-status--{SHAPES[self.line.kind]}"


@implementer(ITitledPage)
class TakeIn(BrowserView):
    """``/groepen/import``: send a file, see what it would do, then do that.

    The file is not kept in between: the page carries it, with a mark of what was shown.
    Nothing is done when the file would do something else by now.
    """

    tab_title = _("take_in_title", default="Take in groups from a spreadsheet")

    error: Message | None = None
    has_moved = False
    plan: Plan | None = None
    carried = ""

    def __call__(self) -> str:
        """Show the page, or do what its form asks."""
        keep_to_yourself(self.request.response)
        if self.request.method != "POST":
            return self.index()
        CheckAuthenticator(self.request)
        try:
            return self._carry_out() if self._typed("carried") else self._look()
        except Refused as refused:
            self.error = refused.doc()
            self.request.response.setStatus(400)
            return self.index()

    @cached_property
    def token(self) -> str:
        """The token of the form that does it."""
        return token_of(self.request)

    @property
    def most_rows(self) -> int:
        """How many groups one file can have."""
        return MOST_ROWS

    @property
    def headings(self) -> list[str]:
        """What the columns are called."""
        language = api.portal.get_current_language()
        return [column.heading_in(language) for column in COLUMNS]

    @property
    def lines(self) -> list[LineShown]:
        """What would happen, row by row."""
        return [LineShown(line) for line in self.plan.lines] if self.plan else []

    @property
    def counts(self) -> Counts | None:
        """How many rows would do what."""
        return Counts(*_counted(self.plan)) if self.plan else None

    @property
    def number_to_do(self) -> int:
        """How many rows would do something."""
        return sum(_counted(self.plan)[:2]) if self.plan else 0

    @cached_property
    def done(self) -> Counts | None:
        """What was done when the form was sent before; None when it was not."""
        word, *counts = (self._receipt(self._typed("done")) or " ").split(" ")
        return Counts(*map(int, counts)) if word == RECEIPT else None

    def _look(self) -> str:
        """Show what the file that was sent would do."""
        sent = self.request.form.get("file")
        data = sent.read(LARGEST_FILE + 1) if hasattr(sent, "read") else b""
        if not data:
            raise Refused(NO_FILE)
        self._read(text_of(data))
        return self.index()

    def _carry_out(self) -> str:
        """Do what was shown, once; show it anew when it is something else by now."""
        if self._receipt(self.token) is None:
            plan = self._read(unpacked(self._typed("carried")))
            if plan.mark != self._typed("mark"):
                self.has_moved = True
                self.request.response.setStatus(409)
                return self.index()
            self._do(plan)
        url = f"{self.context.absolute_url()}/import?done={self.token}"
        self.request.response.redirect(url, status=303)
        return ""

    def _do(self, plan: Plan) -> None:
        site, now = api.portal.get(), datetime.now(UTC)
        who, counts = api.user.get_current().getId(), _counted(plan)
        carry_out(plan, self.context, who, now)
        write_down(site, TAKEN_IN, who, counts[0] + counts[1], now)
        remember(site, self.token, " ".join(map(str, (RECEIPT, *counts))), now)

    def _read(self, text: str) -> Plan:
        language = api.portal.get_current_language()
        self.plan = plan_of(read_sheet(text), self.context, language)
        self.carried = packed(text)
        return self.plan

    def _receipt(self, token: str) -> str | None:
        return receipt_of(api.portal.get(), token)

    def _typed(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""


class Template(BrowserView):
    """``/groepen/import-template``: a file with the headings, to fill in."""

    def __call__(self) -> bytes:
        """Return the file."""
        language = api.portal.get_current_language()
        return as_file(self.request.response, "groepen.csv", template(language))


def _counted(plan: Plan) -> list[int]:
    return [plan.count(kind) for kind in (NEW, CHANGED, UNCHANGED, REFUSED)]
