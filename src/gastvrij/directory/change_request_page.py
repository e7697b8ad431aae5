"""The page on which the secretariat decides on what contact persons ask."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.accounts.people import name_of
from gastvrij.directory.change_requests import carry_out
from gastvrij.directory.change_requests import ChangeRequest
from gastvrij.directory.change_requests import Closed
from gastvrij.directory.change_requests import decline
from gastvrij.directory.change_requests import open_requests_of
from gastvrij.directory.field_words import in_words
from gastvrij.directory.profile_form import label_of_field
from gastvrij.directory.request_letters import tell_who_asked
from gastvrij.interfaces import ITitledPage
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import full_date
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.sheet import sentence_of
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.interface import Invalid


MOST_WORDS = 1000
NO_REASON = _(
    "error_reason_missing", default="Say why not: whoever asked reads it in a letter."
)


@dataclass(frozen=True)
class Wish:
    """One field: what it is, and what it is asked to be."""

    label: Message
    now: str
    wanted: str


@dataclass(frozen=True)
class Asked:
    """A request as the secretariat reads it."""

    id: str
    name: str
    day: str
    wishes: list[Wish]
    note: str


@implementer(ITitledPage)
class ChangeRequestPage(BrowserView):
    """``/change-requests``: current and wanted, to carry out or not."""

    tab_title = _("heading_change_requests", default="What the group asks")

    is_late = False
    reason = ""
    # the request about which something is wrong, and what
    stuck = ""
    sentence: Message | None = None

    def __call__(self) -> str:
        """Show what is asked, or decide."""
        if self.request.method != "POST":
            return self.index()
        self.is_late = not is_sent_from_here(self.context, self.request)
        self.reason = one(self.request.form, "reason")[:MOST_WORDS]
        return self.index() if self.is_late else self._decide()

    @property
    def asked(self) -> list[Asked]:
        """What is open, the oldest first."""
        return [self._asked(request) for request in open_requests_of(self.context)]

    def css_of(self, asked: Asked) -> str:
        """Return the class names of what is around the reason."""
        is_stuck = self.stuck == asked.id
        return "gv-field gv-field--invalid" if is_stuck else "gv-field"

    def reason_of(self, asked: Asked) -> str:
        """Return the reason that was typed for a request."""
        is_meant = one(self.request.form, "request") == asked.id
        return self.reason if is_meant else ""

    def _asked(self, request: ChangeRequest) -> Asked:
        language = api.portal.get_current_language()
        wishes = [
            Wish(
                label_of_field(name),
                in_words(name, getattr(self.context, name), language),
                in_words(name, value, language),
            )
            for name, value in request.wanted.items()
        ]
        day = full_date(request.asked.astimezone(BELGIUM).date(), language)
        return Asked(request.id, name_of(request.who), day, wishes, request.note)

    def _decide(self) -> str:
        form = self.request.form
        chosen = one(form, "request")
        if one(form, "decision") == "carry-out":
            return self._close(lambda now: self._carry_out(chosen, now))
        reason = self.reason.strip()
        if not reason:
            return self._stay(chosen, NO_REASON)
        return self._close(lambda now: decline(self.context, chosen, reason, now))

    def _carry_out(self, request_id: str, now: datetime) -> ChangeRequest:
        user = api.user.get_current().getId()
        return carry_out(self.context, request_id, user, now)

    def _stay(self, request_id: str, sentence: Message) -> str:
        self.stuck, self.sentence = request_id, sentence
        return self.index()

    def _close(self, act: Callable[[datetime], ChangeRequest]) -> str:
        now = datetime.now(UTC)
        try:
            closed = act(now)
        except Invalid as error:
            return self._stay(one(self.request.form, "request"), sentence_of(error))
        except Closed:
            message = _("message_request_closed", default="This was decided before.")
        else:
            tell_who_asked(api.portal.get(), self.context, closed, now)
            message = _(
                "message_request_decided",
                default="Done. Whoever asked gets a letter.",
            )
        api.portal.show_message(message, self.request)
        is_more = bool(open_requests_of(self.context))
        url = self.context.absolute_url()
        self.request.response.redirect(f"{url}/change-requests" if is_more else url)
        return ""
