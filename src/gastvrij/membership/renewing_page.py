"""What a page shows to whoever follows a link that no longer works."""

from datetime import datetime
from gastvrij.links.once import new_form_token
from gastvrij.membership.renewing import renew
from gastvrij.membership.way_in import Office
from gastvrij.values.entries import one
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from typing import ClassVar


class RenewingPage(Office):
    """A page by a link; when the link is too old, one button asks for a new one."""

    renewal = ViewPageTemplateFile("templates/renew.pt")

    purpose: ClassVar[str]
    now: datetime
    token = ""
    is_renewed = False

    @property
    def renewal_macros(self) -> Any:
        """What draws the button, and the answer to it."""
        return self.renewal.macros

    @property
    def form_token(self) -> str:
        """The token of the form with the button."""
        return new_form_token()

    @property
    def wants_new_link(self) -> bool:
        """Whether the button was pressed."""
        is_sent = self.request.method == "POST"
        return is_sent and one(self.request.form, "action") == "renew"

    def send_new_link(self) -> None:
        """Send a new link where there is somebody to send it to; say so either way."""
        form_token = one(self.request.form, "form_token")
        renew(self.token, self.purpose, form_token, self.now)
        self.is_renewed = True
