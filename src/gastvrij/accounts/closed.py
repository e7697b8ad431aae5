"""Ways of Plone to a new password that told who has an account: they lead to ours."""

from datetime import datetime
from datetime import UTC
from gastvrij.accounts.login_link import ask_for_link
from plone import api
from plone.restapi.services.users.add import UsersPost
from Products.Five.browser import BrowserView
from typing import Any


class ToLoginLink(BrowserView):
    """Plone's pages for who forgot a password or a name."""

    def __call__(self) -> str:
        """Lead to the page that sends a link."""
        self.request.response.redirect(f"{api.portal.get().absolute_url()}/login-link")
        return ""


class Nobody:
    """Stands for an account that does not exist, so that the answer is the same."""

    def getId(self) -> str:
        """Return the id of nobody."""
        return ""


class DiscreetUsersPost(UsersPost):
    """``POST @users`` and ``POST @users/<name>/reset-password``.

    Who may not manage users gets an answer that is the same for every name: without
    data a link to log in is sent if somebody has that e-mail address.
    """

    def update_password(self, data: dict[str, Any]) -> dict[str, Any] | None:
        """Send a link, or set the password with a token or with the old one."""
        if data or self.can_manage_users:
            return super().update_password(data)
        language = api.portal.get_current_language()
        ask_for_link(api.portal.get(), self.params[0], "", language, datetime.now(UTC))
        return None

    def _get_user_by_login_name(self, user_id: str) -> Any:
        user = super()._get_user_by_login_name(user_id)
        return user or (None if self.can_manage_users else Nobody())
