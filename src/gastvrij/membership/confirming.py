"""The page on which an applicant confirms the e-mail address."""

from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.ledger import LinkRefused
from gastvrij.links.ledger import LinkUsed
from gastvrij.links.ledger import look
from gastvrij.links.ledger import redeem
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.letter_parts import CONFIRM
from gastvrij.membership.log import APPLICANT
from gastvrij.membership.moves import move
from gastvrij.membership.renewing_page import RenewingPage
from gastvrij.membership.status import application_of
from gastvrij.membership.turns import take_turn
from gastvrij.values.entries import one
from plone import api
from zope.interface import implementer


@implementer(ITitledPage)
class ConfirmView(RenewingPage):
    """``/lid-worden/confirm``: GET shows a button, POST confirms the address."""

    tab_title = _("confirm_email_title", default="Confirm your e-mail address")

    purpose = CONFIRM
    is_done = False
    is_refused = False

    def __call__(self) -> str:
        """Show the button, or confirm; a second time says that it was done."""
        keep_to_yourself(self.request.response)
        self.now = datetime.now(UTC)
        self.token = one(self.request.form, "token")
        if self.wants_new_link:
            self.is_refused = True
            self.send_new_link()
            return self.index()
        if self.request.method == "POST":
            take_turn()
        use = redeem if self.request.method == "POST" else look
        try:
            link = use(api.portal.get(), self.token, CONFIRM, self.now)
            self._confirm(application_of(link))
        except LinkUsed:
            self.is_done = True
        except LinkRefused:
            self.is_refused = True
        return self.index()

    @property
    def renew_url(self) -> str:
        """Where a new link is asked for."""
        return f"{self.context.absolute_url()}/confirm"

    @property
    def is_open(self) -> bool:
        """Whether there is something to confirm."""
        return not (self.is_done or self.is_refused)

    def _confirm(self, application: MembershipApplication | None) -> None:
        if application is None:
            self.is_refused = True
            return
        is_waiting = api.content.get_state(application) == "unconfirmed"
        if self.request.method == "POST" and is_waiting:
            move(application, "confirm", self.now, APPLICANT)
        self.is_done = self.request.method == "POST" or not is_waiting
