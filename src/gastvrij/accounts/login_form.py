"""Plone's own login form, with a way in for who forgot the password."""

from gastvrij.accounts.landing import address_after_login
from gastvrij.accounts.way_back import CAME_FROM
from gastvrij.accounts.way_back import way_back
from gastvrij.interfaces import IGastvrijLayer
from plone import api
from plone.base import PloneMessageFactory
from plone.base.interfaces import INavigationRoot
from plone.base.interfaces import IRedirectAfterLogin
from Products.CMFPlone.browser.login.login import LoginForm
from typing import Any
from urllib.parse import urlencode
from z3c.form import button
from zope.component import adapter
from zope.interface import implementer
from ZPublisher.HTTPRequest import HTTPRequest


class LogInForm(LoginForm):
    """``/login``: with a password, or on to a link by e-mail."""

    has_failed = False

    # the word is Plone's, as is the button
    @button.buttonAndHandler(PloneMessageFactory("Log in"), name="login")
    def log_in(self, action: Any) -> None:
        """Log in as Plone does; say what is wrong above the fields."""
        if api.user.is_anonymous():
            self.has_failed = True
            self.request.response.expireCookie("__ac", path="/")
        else:
            is_first_time = self._post_login()
            self.redirect_after_login(self.get_came_from(), is_first_time)

    def get_came_from(self) -> str | None:
        """Return where somebody was going, when they said so.

        The page before this one does not count: from there they would not land where
        they are expected.
        """
        site = api.portal.get()
        path = way_back(site, self.request.form.get(CAME_FROM))
        return f"{site.absolute_url()}{path}" if path else None

    @property
    def is_asked_for(self) -> bool:
        """Whether somebody has to log in to see what they were going to."""
        return self.get_came_from() is not None

    @property
    def name(self) -> str:
        """What was typed as the name to log in with."""
        typed = self.request.form.get("__ac_name", "")
        return typed if self.has_failed and isinstance(typed, str) else ""

    @property
    def logged_in_as(self) -> str:
        """The name of whoever is logged in already; empty for a visitor."""
        if api.user.is_anonymous():
            return ""
        user = api.user.get_current()
        return user.getProperty("fullname") or user.getUserName()

    @property
    def link_url(self) -> str:
        """Where to ask for a link by e-mail."""
        came_from = self.get_came_from()
        query = f"?{urlencode({CAME_FROM: came_from})}" if came_from else ""
        return f"{api.portal.get().absolute_url()}/login-link{query}"


@implementer(IRedirectAfterLogin)
@adapter(INavigationRoot, IGastvrijLayer)
class AfterLogin:
    """Where Plone leads somebody who has logged in with a password."""

    def __init__(self, context: Any, request: HTTPRequest) -> None:
        self.request = request

    def __call__(
        self, came_from: str | None = None, is_initial_login: bool = False
    ) -> str:
        """Return the address."""
        user_id = api.user.get_current().getId()
        return address_after_login(api.portal.get(), user_id, came_from)
