"""The form with which a group applies: four pages, a last look, and then it is sent."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.links.client import client_of
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.once import receipt_of
from gastvrij.membership import drafts
from gastvrij.membership.application import IMembershipApplication
from gastvrij.membership.apply_page import ApplyPage
from gastvrij.membership.form_kinds import BLANK
from gastvrij.membership.form_pages import Page
from gastvrij.membership.form_pages import pages
from gastvrij.membership.resuming import mail_resume_link
from gastvrij.membership.sending import send
from gastvrij.membership.sending import slow_down
from gastvrij.membership.sending import TooMany
from gastvrij.membership.sending import values_of
from gastvrij.membership.sending import Wrong
from gastvrij.values.entries import one
from gastvrij.values.mail_address import mail_address
from gastvrij.values.refusal import Refused
from gastvrij.values.sheet import Sheet
from plone import api


LAST_LOOK = "check"
TRAP = "subject"
SHORTEST = timedelta(seconds=5)
BEGIN_BRAKE = "membership.begin"
# from one computer: twice as many as are sent
MOST_BEGUN = 60


class ApplyView(ApplyPage):
    """``/lid-worden/apply``: a page at a time; nothing that was typed is lost.

    GET shows: an empty form, or with a token from a letter what was filled in so far.
    Every button is a POST, and keeps what is typed before it does anything else.
    """

    def __call__(self) -> str:
        """Show a page of the form, or do what a button asks."""
        keep_to_yourself(self.request.response)
        self.now = datetime.now(UTC)
        self.token = one(self.request.form, "token")
        if self.request.method == "POST":
            return self._do()
        if self._receipt:
            return self._show_sent()
        self.is_late = bool(self.token) and self.draft is None
        return self._show(pages()[0].id)

    @property
    def _receipt(self) -> str | None:
        return receipt_of(api.portal.get(), self.token) if self.token else None

    def _do(self) -> str:
        if self._receipt:
            return self._show_sent()
        self.step = one(self.request.form, "step")
        page = self.page
        if page is not None:
            self.sheet = Sheet.sent(page.entries, BLANK, self.request.form)
            if drafts.too_long(self.sheet):
                return self._refuse_long()
        if self.draft is None:
            try:
                self._begin()
            except TooMany:
                return self._show_unkept(page)
        if page is not None:
            drafts.keep(self.draft, self.sheet.typed)
        return self._go_on(page)

    def _begin(self) -> None:
        slow_down(BEGIN_BRAKE, client_of(self.request), MOST_BEGUN, self.now)
        self.is_late = bool(self.token)
        self.token = drafts.begin(self.context, self.now)
        del self.draft_id

    def _refuse_long(self) -> str:
        self.sheet.check(IMembershipApplication)
        for name, sentence in drafts.too_long(self.sheet).items():
            self.sheet.sentences.setdefault(name, sentence)
        return self._show_again()

    def _show_unkept(self, page: Page | None) -> str:
        if page is None:
            return self._show_crowded(pages()[0].id)
        self.is_crowded = True
        self.request.response.setStatus(429)
        return self.index()

    def _show_crowded(self, step: str) -> str:
        self.is_crowded = True
        self.request.response.setStatus(429)
        return self._show(step)

    def _go_on(self, page: Page | None) -> str:
        form = self.request.form
        if one(form, "later"):
            return self._mail_resume_link()
        if one(form, "back"):
            return self._show(self._neighbour(-1))
        goal = one(form, "goto")
        if goal:
            return self._show(goal)
        if one(form, "send"):
            return self._send()
        if page is not None and not self._is_right(page):
            return self._show_again()
        return self._show(self._neighbour(1))

    def _is_right(self, page: Page) -> bool:
        self.sheet = Sheet.sent(page.entries, BLANK, self.draft.typed)
        self.sheet.check(IMembershipApplication)
        return self.sheet.is_right

    def _neighbour(self, distance: int) -> str:
        ids = [*(page.id for page in pages()), LAST_LOOK]
        place = ids.index(self.step) if self.step in ids else 0
        return ids[max(0, min(place + distance, len(ids) - 1))]

    def _send(self) -> str:
        if one(self.request.form, TRAP) or self._is_too_fast:
            self.is_held = True
            return self._show(LAST_LOOK)
        try:
            values = values_of(self.draft.typed)
            values["language"] = api.portal.get_current_language()
            sender = client_of(self.request)
            send(self.context, values, sender, self.token, self.now)
        except Wrong as wrong:
            self.wrong = wrong.sentences
            return self._show_first_wrong()
        except TooMany:
            return self._show_crowded(LAST_LOOK)
        drafts.forget(self.context, self.draft_id)
        return self._show_sent()

    @property
    def _is_too_fast(self) -> bool:
        return self.now - self.draft.begun < SHORTEST

    def _mail_resume_link(self) -> str:
        typed = one(self.request.form, "resume_email")
        page = self.step or LAST_LOOK
        try:
            address = mail_address(typed.strip())
        except Refused as error:
            self.resume_error = error.doc()
            return self._show(page)
        sender = client_of(self.request)
        try:
            mail_resume_link(self.context, self.draft_id, address, sender, self.now)
        except TooMany:
            return self._show_crowded(page)
        self.is_resumable = True
        return self._show(page)

    def _show(self, step: str) -> str:
        self.step = step if step in {page.id for page in pages()} else LAST_LOOK
        typed = self.draft.typed if self.draft else {}
        entries = self.page.entries if self.page else ()
        self.sheet = Sheet.showing(entries, BLANK)
        for name in self.sheet.entries:
            if name in typed:
                self.sheet.typed[name] = typed[name]
        shown = {
            name: self.wrong[name] for name in self.sheet.entries if name in self.wrong
        }
        self.sheet.sentences |= shown
        return self.index()

    def _show_again(self) -> str:
        self.request.response.setStatus(400)
        return self.index()

    def _show_first_wrong(self) -> str:
        self.request.response.setStatus(400)
        for page in pages():
            if any(entry.name in self.wrong for entry in page.entries):
                return self._show(page.id)
        return self._show(LAST_LOOK)

    def _show_sent(self) -> str:
        url = f"{self.context.absolute_url()}/sent"
        self.request.response.redirect(url, status=303)
        return ""
