"""A page that a link from a letter leads to: GET shows, POST acts."""

from abc import abstractmethod
from datetime import datetime
from datetime import UTC
from gastvrij.accounts.landing import landing_of
from gastvrij.accounts.session import log_in
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.ledger import Link
from gastvrij.links.ledger import LinkRefused
from gastvrij.links.ledger import look
from gastvrij.links.once import new_form_token
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


GONE = 410


class TokenView(BrowserView):
    """A button, or a form, for whoever has the link; a new link once it is dead.

    The page tells nothing about the person before the button is pressed.
    """

    purpose = ""
    dead = ViewPageTemplateFile("templates/dead_link.pt")

    def __call__(self) -> str:
        """Show what the link is for, or do it."""
        keep_to_yourself(self.request.response)
        self.now = datetime.now(UTC)
        sent = self.request.form.get("token", "")
        self.token = sent if isinstance(sent, str) else ""
        try:
            look(self.context, self.token, self.purpose, self.now)
            return self._act() if self.request.method == "POST" else self.index()
        except (LinkRefused, LookupError) as refusal:
            return self._ended(getattr(refusal, "link", None))

    @abstractmethod
    def _act(self) -> str:
        """Do what the link is for, and return the page that follows."""

    def _enter(self, link: Link) -> str:
        """Log the person of a link in, and lead them on."""
        if not api.user.is_anonymous():
            CheckAuthenticator(self.request)
        address = log_in(self.context, self.request, link.person, link.thing)
        self.request.response.redirect(address)
        return ""

    def _ended(self, link: Link | None) -> str:
        """Offer a new link in place of one that does not work."""
        self.email = ""  # the link is dead, and may be anybody's by now
        self.came_from = link.thing if link else ""
        self.form_token = new_form_token()
        self.request.response.setStatus(GONE)
        return self.dead()

    @property
    def logged_in_as(self) -> str:
        """Who is logged in already; empty for a visitor."""
        if api.user.is_anonymous():
            return ""
        user = api.user.get_current()
        return user.getProperty("fullname") or user.getUserName()

    @property
    def landing_url(self) -> str:
        """Where whoever is logged in already goes on."""
        return landing_of(self.context, api.user.get_current().getId())
