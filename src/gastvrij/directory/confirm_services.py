"""Saying over REST that a profile is still right."""

from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.directory.confirming import answer_for
from gastvrij.directory.confirming import RIGHT
from gastvrij.directory.confirming import Right
from gastvrij.directory.confirming import right_of_account
from gastvrij.directory.confirming import right_of_link
from gastvrij.directory.freshness import in_words
from gastvrij.directory.freshness import standing_of
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.ledger import LinkRefused
from gastvrij.links.ledger import LinkUsed
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.values.errors import refused
from gastvrij.values.json_service import JsonService
from plone import api
from typing import Any
from zope.i18n import translate


class ConfirmPost(JsonService):
    """POST @confirm {"token": "..."}: the profile is still right.

    Whoever keeps the group sends no token. Answers 400 for a group that has stopped and
    for a token that is no text, 401 without right or token, 403 for a link that does
    not work, 409 for one that was used.
    """

    def act(self, data: dict[str, Any]) -> dict[str, Any]:
        """Confirm, and return how fresh the profile is now."""
        keep_to_yourself(self.request.response)
        now = datetime.now(UTC)
        token = data.get("token", "")
        if not isinstance(token, str):
            return refused(self.request, 400, NO_TEXT, "token")
        try:
            right = self._right(token, now)
        except LinkUsed:
            return refused(self.request, 409, USED, "token")
        except LinkRefused:
            return refused(self.request, 403, DEAD, "token")
        if right is None:
            return refused(self.request, 401, NO_RIGHT, "token")
        try:
            answer_for(self.context, right, RIGHT, now)
        except ValueError:
            return refused(self.request, 400, ENDED)
        return self._told()

    def _right(self, token: str, now: datetime) -> Right | None:
        if token:
            return right_of_link(self.context, token, now)
        return right_of_account(self.context)

    def _told(self) -> dict[str, Any]:
        day, language = self.context.confirmed_on, api.portal.get_current_language()
        standing = standing_of(self.context, today_in_belgium())
        title = translate(in_words(day, standing, language), context=self.request)
        return {
            "@id": f"{self.context.absolute_url()}/@confirm",
            "confirmed_on": day.isoformat(),
            "freshness": {"token": standing, "title": title},
        }


NO_TEXT = _("error_confirm_token", default="The token is a text.")
USED = _("error_confirm_used", default="This link has been used already.")
DEAD = _(
    "error_confirm_dead",
    default="This link does not work any more. Ask for a new one.",
)
NO_RIGHT = _(
    "error_confirm_no_right",
    default="Send the token of a link, or log in as who keeps this group.",
)
ENDED = _("error_confirm_ended", default="This group has stopped.")
