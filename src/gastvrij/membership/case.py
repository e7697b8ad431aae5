"""The page of one application, for the secretariat and the board."""

from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.membership.action import Action
from gastvrij.membership.approval import NotApproved
from gastvrij.membership.case_page import CasePage
from gastvrij.membership.open_steps import open_actions
from gastvrij.membership.step_form import Form
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.refusal import Refused
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from zope.i18nmessageid import Message

import transaction


class CaseView(CasePage):
    """``/lid-worden/<id>``: what the group told, and what is to be done next."""

    trouble: Message | None = None
    tried = ""

    def __call__(self) -> str:
        """Show the application, or do what a button asks."""
        self.now = datetime.now(UTC)
        self.language = api.portal.get_current_language()
        if self.request.method != "POST":
            return self.index()
        return self._do(one(self.request.form, "action"))

    @cached_property
    def forms(self) -> list[Form]:
        """What the reader can do now, one form each."""
        return [self._form(action) for action in open_actions(self.context)]

    def _form(self, action: Action) -> Form:
        if action.id != self.tried:
            return Form.showing(action, self.context)
        return Form.sent(action, self.context, self.request.form)

    def _do(self, tried: str) -> str:
        self.tried = tried
        form = next((f for f in self.forms if f.action.id == tried), None)
        if not is_sent_from_here(self.context, self.request) or form is None:
            self.trouble = TRY_AGAIN
        elif form.sheet.is_right:
            self._carry_out(form)
        if self.trouble or self.mistakes:
            self.request.response.setStatus(400)
            return self.index()
        api.portal.show_message(DONE, self.request)
        self.request.response.redirect(self.context.absolute_url(), status=303)
        return ""

    def _carry_out(self, form: Form) -> None:
        try:
            form.action.do(self.context, form.values, self.now)
        except (Refused, WorkflowException, NotApproved) as error:
            # what was written before it stopped is neither kept nor shown
            transaction.abort()
            self._tell(form, error)

    def _tell(self, form: Form, error: Exception) -> None:
        if isinstance(error, Refused):
            if not form.refuse(error.name, error.doc()):
                self.trouble = error.doc()
        elif isinstance(error, NotApproved):
            self.trouble = _(
                "case_not_approved",
                default="Nothing was done: ${why}. Try again, or ask the site"
                " administrator.",
                mapping={"why": error.why or error.step},
            )
        else:
            self.trouble = TRY_AGAIN


DONE = _("case_done", default="Done.")
TRY_AGAIN = _(
    "case_try_again",
    default="This was not done: somebody else was faster, or the page stood open for"
    " too long. Look at it again.",
)
