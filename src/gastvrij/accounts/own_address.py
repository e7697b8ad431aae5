"""The address of an account stays: it is the login, and stands in what groups keep.

Who changed it could log in with a mailbox that many read, and the file of a group would
go on naming the old one. Who manages users may change it for somebody.
"""

from gastvrij import _
from plone import api
from plone.app.users.browser.userdatapanel import UserDataPanel
from plone.restapi.permissions import PloneManageUsers
from plone.restapi.services.users.update import UsersPatch
from typing import Any
from z3c.form.interfaces import DISPLAY_MODE
from zope.i18n import translate

import json


STAYS = _(
    "help_address_stays",
    default="Your address is also what you log in with, so it stays as it is. Do you"
    " have another one? Hand over your group to that address, or ask the secretariat.",
)


class OwnData(UserDataPanel):
    """``/personal-information``: Plone's form, in which one's address is only shown."""

    def updateFields(self) -> None:
        """Show the address without a way to change it."""
        super().updateFields()
        if "email" in self.fields and not self._is_manager:
            self.fields["email"].mode = DISPLAY_MODE

    @property
    def description(self) -> str:
        """The lead of the page: why the address stays, in place of Plone's."""
        if self._is_manager:
            return super().description
        return translate(STAYS, context=self.request)

    @property
    def _is_manager(self) -> bool:
        return api.user.has_permission(PloneManageUsers, obj=self.context)


class OwnUserPatch(UsersPatch):
    """``PATCH @users/<id>``: as Plone's, but one's own address stays."""

    def reply(self) -> Any:
        """Change what may be changed; 403 for another address."""
        if not self.can_manage_users and self._asks_for_another_address():
            return self._error(403, "Forbidden", STAYS)
        return super().reply()

    def _asks_for_another_address(self) -> bool:
        wanted = json.loads(self.request.get("BODY", "{}"))
        if not isinstance(wanted, dict) or "email" not in wanted:
            return False
        return wanted["email"] != api.user.get_current().getProperty("email")
