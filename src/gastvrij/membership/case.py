"""The page of one application, for the secretariat and the board."""

from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.membership.approval import NotApproved
from gastvrij.membership.case_actions import Action
from gastvrij.membership.case_page import CasePage
from gastvrij.membership.case_page import Form
from gastvrij.membership.open_steps import open_actions
from gastvrij.values.entries import one
from gastvrij.values.refusal import Refused
from gastvrij.values.sheet import Sheet
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from zope.component import getMultiAdapter
from zope.i18nmessageid import Message
from zope.interface import Interface


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
        entries = list(action.entries())
        if action.id != self.tried:
            return Form(action, Sheet.showing(entries, self.context))
        sheet = Sheet.sent(entries, self.context, self.request.form)
        sheet.check(Interface)
        return Form(action, sheet)

    def _do(self, tried: str) -> str:
        self.tried = tried
        form = next((f for f in self.forms if f.action.id == tried), None)
        if not self._is_sent_from_here() or form is None:
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
            form.action.do(self.context, form.sheet.values, self.now)
        except Refused as error:
            name = error.name if error.name in form.sheet.entries else ""
            if name:
                form.sheet.sentences[name] = error.doc()
            else:
                self.trouble = error.doc()
        except WorkflowException:
            self.trouble = TRY_AGAIN
        except NotApproved as error:
            self.trouble = _(
                "case_not_approved",
                default="Nothing was done: ${why}. Try again, or ask the site"
                " administrator.",
                mapping={"why": error.why or error.step},
            )

    def _is_sent_from_here(self) -> bool:
        authenticator = getMultiAdapter(
            (self.context, self.request), name="authenticator"
        )
        return bool(authenticator.verify())


DONE = _("case_done", default="Done.")
TRY_AGAIN = _(
    "case_try_again",
    default="This was not done: somebody else was faster, or the page stood open for"
    " too long. Look at it again.",
)
