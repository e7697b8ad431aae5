"""What an applicant does by a private link: follow, answer, stop."""

from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.ledger import Link
from gastvrij.links.ledger import LinkRefused
from gastvrij.links.ledger import look
from gastvrij.membership.answering import entries_for
from gastvrij.membership.answering import entries_of_words
from gastvrij.membership.answering import give_answer
from gastvrij.membership.answering import meant_by
from gastvrij.membership.answering import sheet_for
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.letter_parts import STATUS
from gastvrij.membership.log import APPLICANT
from gastvrij.membership.moves import move
from gastvrij.membership.phases import OPEN_STATES
from gastvrij.membership.phases import Phase
from gastvrij.membership.phases import phase_of
from gastvrij.membership.renewing_page import RenewingPage
from gastvrij.membership.review import open_question
from gastvrij.membership.timeline import Moment
from gastvrij.membership.timeline import moments_of
from gastvrij.membership.vocabularies import OUTCOMES
from gastvrij.values.boxes import Box
from gastvrij.values.boxes import box_of
from gastvrij.values.boxes import Mistake
from gastvrij.values.boxes import mistakes_of
from gastvrij.values.entries import one
from gastvrij.values.refusal import Refused
from gastvrij.values.sheet import Sheet
from plone import api
from plone.app.uuid.utils import uuidToObject
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message

import transaction


ANSWERED = _("status_answered", default="Your answer has been sent.")
STOPPED = _("status_stopped", default="The application has been stopped.")


def application_of(link: Link) -> MembershipApplication | None:
    """Return the application that a link is for; ``None`` when it is gone."""
    return uuidToObject(link.thing, unrestricted=True)


class StatusView(RenewingPage):
    """``/lid-worden/status?token=``: the applicant's page of an application."""

    boxes = ViewPageTemplateFile("../values/templates/boxes.pt")

    purpose = STATUS
    said: Message | None = None
    is_late = False
    sheet: Sheet

    def __call__(self) -> str:
        """Show where the application stands, or do what the applicant asks."""
        keep_to_yourself(self.request.response)
        self.now = datetime.now(UTC)
        self.token = one(self.request.form, "token")
        if self.application is None and self.wants_new_link:
            self.send_new_link()
            return self.index()
        if self.application is None:
            self.request.response.setStatus(404)
            return self.index()
        entries = entries_for(self.application) if self.question else []
        self.sheet = Sheet.showing(entries, self.application)
        if self.request.method == "POST":
            self._do(one(self.request.form, "action"))
        return self.index()

    @cached_property
    def application(self) -> Any:
        """The application that the token is for; ``None`` when it does not work."""
        try:
            link = look(api.portal.get(), self.token, STATUS, self.now)
        except LinkRefused:
            return None
        return application_of(link)

    @property
    def renew_url(self) -> str:
        """Where a new link is asked for."""
        return f"{self.context.absolute_url()}/status"

    @property
    def is_refused(self) -> bool:
        """Whether the link does not work."""
        return self.application is None

    @property
    def state(self) -> str:
        """The state of the application, inside."""
        return str(api.content.get_state(self.application))

    @property
    def phase(self) -> Phase:
        """What the applicant is told of that."""
        return phase_of(self.state)

    @property
    def question(self) -> dict[str, Any] | None:
        """The question that waits for an answer."""
        is_asked = self.state == "waiting_for_applicant"
        return open_question(self.application) if is_asked else None

    @property
    def decision(self) -> dict[str, Any] | None:
        """What the board decided."""
        return self.application.decision if self.phase.name == "decided" else None

    @property
    def outcome(self) -> Message:
        """The outcome in words."""
        return dict(OUTCOMES)[self.decision["outcome"]] if self.decision else ""

    @property
    def may_withdraw(self) -> bool:
        """Whether the application can still be stopped."""
        return self.state in OPEN_STATES

    @property
    def moments(self) -> list[Moment]:
        """What happened, the newest first."""
        return moments_of(self.application)

    @property
    def language(self) -> str:
        """The language of the page."""
        return str(api.portal.get_current_language())

    @property
    def unsent(self) -> list[tuple[Message, str]]:
        """What was typed as an answer, by its label, when no question is open."""
        form = self.request.form
        typed = [(each.label, one(form, each.name)) for each in entries_of_words()]
        return [(label, words) for label, words in typed if words.strip()]

    @property
    def macros(self) -> Any:
        """What draws a box."""
        return self.boxes.macros

    @property
    def page_boxes(self) -> list[Box]:
        """The boxes of the answer and of the fields that are open again."""
        return [box_of(self.sheet, name) for name in self.sheet.entries]

    @property
    def mistakes(self) -> list[Mistake]:
        """What is wrong, for the list above the form."""
        return mistakes_of(self.sheet)

    def _do(self, action: str) -> None:
        if action == "answer" and self.question:
            self._answer()
        elif action == "answer":
            self.is_late = True
            self.request.response.setStatus(409)
        elif action == "withdraw" and self.may_withdraw:
            move(self.application, "withdraw", self.now, APPLICANT)
            self.said = STOPPED

    def _answer(self) -> None:
        self.sheet = sheet_for(self.application, self.request.form)
        if not self.sheet.is_right:
            self.request.response.setStatus(400)
            return
        try:
            give_answer(self.application, meant_by(self.sheet), self.now)
        except Refused as error:
            transaction.abort()
            self.sheet.sentences[error.name or "answer"] = error.doc()
            self.request.response.setStatus(400)
            return
        self.said = ANSWERED
