"""Logging in by a link: asking for it, following it, choosing a password."""

from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.accounts.login_link import ask_for_link
from gastvrij.accounts.login_link import LOGIN
from gastvrij.accounts.login_link import use_link
from gastvrij.accounts.password_link import address_at_once
from gastvrij.accounts.password_link import PASSWORD
from gastvrij.accounts.password_link import set_password
from gastvrij.accounts.password_link import wrong_password
from gastvrij.accounts.token_view import TokenView
from gastvrij.accounts.way_back import CAME_FROM
from gastvrij.accounts.way_back import way_back
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.once import new_form_token
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.settings.records import settings
from gastvrij.values.mail_address import mail_address
from gastvrij.values.refusal import Refused
from plone import api
from Products.Five.browser import BrowserView
from urllib.parse import urlencode
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(ITitledPage)
class AskLinkView(BrowserView):
    """``/login-link``: one field, and the same answer whoever asks."""

    tab_title = _("login_link_title", default="Log in by a link")

    error: Message | None = None
    is_sent = False

    def __call__(self) -> str:
        """Show the form, or send a link to whoever has the address that was typed."""
        keep_to_yourself(self.request.response)
        self.email = self._typed("email")
        self.came_from = way_back(self.context, self._typed(CAME_FROM))
        self.form_token = new_form_token()
        if self.request.method == "POST":
            self._ask()
        return self.index()

    @property
    def error_class(self) -> str:
        """How the field looks that has to be mended."""
        return " gv-field--invalid" if self.error else ""

    @property
    def login_url(self) -> str:
        """Where to log in with a password."""
        site_url = self.context.absolute_url()
        query = urlencode({CAME_FROM: f"{site_url}{self.came_from}"})
        return f"{site_url}/login?{query}" if self.came_from else f"{site_url}/login"

    @property
    def secretariat(self) -> str:
        """Whom to write to when no letter comes; empty when nobody was named."""
        return settings().secretariat_email or ""

    def _ask(self) -> None:
        try:
            address = mail_address(self.email)
        except Refused as refusal:
            self.error = refusal.doc()
            return
        self.is_sent = True
        token, now = self._typed("form_token"), datetime.now(UTC)
        if receipt_of(self.context, token) is None:
            language = api.portal.get_current_language()
            ask_for_link(self.context, address, self.came_from, language, now)
            remember(self.context, token, "asked", now)

    def _typed(self, name: str) -> str:
        typed = self.request.form.get(name, "")
        return typed if isinstance(typed, str) else ""


class LogInView(TokenView):
    """``/log-in?token=``: where the link of a letter leads.

    ``next=password``: they choose a new password first.
    """

    purpose = LOGIN

    def _act(self) -> str:
        link = use_link(self.context, self.token, self.now)
        if self.request.form.get("next") != "password":
            return self._enter(link)
        address = address_at_once(self.context, link, self.now)
        self.request.response.redirect(address)
        return ""


class SetPasswordView(TokenView):
    """``/set-password?token=``: where the link of a welcome letter leads."""

    purpose = PASSWORD
    error: Message | str | None = None

    @property
    def error_class(self) -> str:
        """How the field looks that has to be mended."""
        return " gv-field--invalid" if self.error else ""

    @property
    def described_by(self) -> str:
        """What is read out with the field."""
        return "password-help password-error" if self.error else "password-help"

    def _act(self) -> str:
        typed = self.request.form.get("password", "")
        password = typed if isinstance(typed, str) else ""
        self.error = wrong_password(password)
        if self.error:
            return self.index()
        return self._enter(set_password(self.context, self.token, password, self.now))
