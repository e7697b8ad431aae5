"""The page on which a coordinator puts a report book together, and publishes it."""

from dataclasses import dataclass
from functools import cached_property
from gastvrij import _
from gastvrij.networkday.coordinator_page import IDayDeskPage
from gastvrij.networkday.report_contents import report_of
from gastvrij.networkday.report_plans import arrange
from gastvrij.networkday.report_plans import is_uploaded
from gastvrij.networkday.report_plans import leave_out
from gastvrij.networkday.report_plans import MOST_OF_FOREWORD
from gastvrij.networkday.report_plans import move
from gastvrij.networkday.report_plans import printed_notes
from gastvrij.networkday.report_plans import publish
from gastvrij.networkday.report_plans import reopen
from gastvrij.networkday.report_plans import slots_with_notes
from gastvrij.networkday.report_preview import preview_of
from gastvrij.networkday.report_preview_pdf import ReportBookView
from gastvrij.networkday.report_records import notes_of
from gastvrij.networkday.report_records import Plan
from gastvrij.networkday.report_records import plan_of
from gastvrij.networkday.report_turn import Turn
from gastvrij.networkday.report_turn import turn_of
from gastvrij.networkday.reporting import slots_of
from gastvrij.paper.pdf import can_make_pdf
from gastvrij.spelling.sizes import size_in_words
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.form_page import LATE
from gastvrij.values.refusal import Refused
from gastvrij.values.sent import check_strings
from plone import api
from zope.i18nmessageid import Message
from zope.interface import implementer


PUBLISHED = _(
    "message_report_published",
    default="Published. The book is being made: in a few minutes it stands on the page"
    " of the day.",
)
REOPENED = _(
    "message_report_reopened",
    default="The notes can be changed again. The book that is out stays until you"
    " publish once more.",
)
ARRANGED = _("message_report_arranged", default="Saved.")
MOVES = {"up": -1, "down": 1}
TOO_LONG = _("error_foreword_long", default="This foreword is too long for the book.")


@dataclass(frozen=True)
class ChapterRow:
    """Notes that are in, and whether the book has them."""

    uid: str
    title: str
    is_left_out: bool
    is_first: bool
    is_last: bool


@implementer(IDayDeskPage)
class ReportPreview(ReportBookView):
    """``/netwerkdagen/<id>/report-preview``: order, foreword, preview, publishing."""

    tab_title = _("heading_report_preview", default="The report book")

    refused: Message | None = None

    def __call__(self) -> str:
        """Show the book, or do what a button asks."""
        self.begin()
        if self.request.method != "POST":
            return self.index()
        if not is_sent_from_here(self.context, self.request):
            api.portal.show_message(LATE, self.request, type="warning")
        else:
            try:
                api.portal.show_message(self._act(), self.request)
            except Refused as refused:
                self.refused = refused.doc()
                return self.index()
        self.request.response.redirect(self.here, status=303)
        return ""

    @property
    def here(self) -> str:
        """The address of this page."""
        return f"{self.context.absolute_url()}/report-preview"

    @property
    def plan(self) -> Plan:
        """What was decided so far."""
        return plan_of(self.site, self.context.UID())

    @property
    def turn(self) -> Turn:
        """Whose turn it is."""
        return turn_of(self.site, self.context, self.now)

    @property
    def rows(self) -> list[ChapterRow]:
        """The notes that are in, in the order of the book."""
        slots, left_out = slots_with_notes(self.site, self.context), self.plan.left_out
        last = len(slots) - 1
        return [
            ChapterRow(slot.uid, slot.title, slot.uid in left_out, n == 0, n == last)
            for n, slot in enumerate(slots)
        ]

    @property
    def missing(self) -> list[str]:
        """The titles of what was asked for, and is not in."""
        those = [(s, notes_of(self.site, s.uid)) for s in slots_of(self.context)]
        return [s.title for s, notes in those if notes.reporters and not notes.is_in]

    @property
    def uploaded(self) -> str:
        """What was uploaded in the place of a book of notes; empty when nothing was."""
        file = self.context.report_book
        if file is None or not is_uploaded(self.context, self.plan):
            return ""
        size = size_in_words(file.getSize(), api.portal.get_current_language())
        return f"{file.filename} ({size})"

    @property
    def can_publish(self) -> bool:
        """Whether the button to publish does something."""
        is_open = not self.plan.is_published or self.turn.is_ours
        return is_open and bool(self.preview) and can_make_pdf()

    @property
    def foreword(self) -> str:
        """The foreword; what was typed, where that could not be kept."""
        typed = one(self.request.form, "foreword") if self.refused else ""
        return typed or self.plan.foreword

    @property
    def can_make_pdf(self) -> bool:
        """Whether this site makes books."""
        return can_make_pdf()

    @cached_property
    def preview(self) -> str:
        """The book, as a part of this page; empty without notes."""
        notes = [one for _slot, one in printed_notes(self.site, self.context)]
        if not notes:
            return ""
        report = report_of(self.site, self.context, self.now, with_pictures=False)
        return preview_of(report, notes)

    def _act(self) -> Message:
        action, _sep, uid = one(self.request.form, "action").partition(" ")
        if action == "publish":
            replaces = one(self.request.form, "replaces") == "yes"
            me = api.user.get_current().getId()
            publish(self.site, self.context, me, self.now, replaces)
            return PUBLISHED
        if action == "reopen":
            reopen(self.site, self.context)
            return REOPENED
        day = (self.site, self.context)
        if action in MOVES:
            move(*day, uid, MOVES[action])
        elif action in ("leave_out", "put_in"):
            leave_out(*day, uid, action == "leave_out")
        elif action == "foreword":
            arrange(*day, foreword=self._foreword())
        return ARRANGED

    def _foreword(self) -> str:
        text = "\n".join(one(self.request.form, "foreword").strip().splitlines())
        check_strings(text)
        if len(text) > MOST_OF_FOREWORD:
            raise Refused(TOO_LONG, "foreword")
        return text
