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
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import alsoProvides


class ConfirmPost(Service):
    """POST @confirm {"token": "..."}: the profile is still right.

    Whoever keeps the group sends no token. Answers 400 for a group that has stopped and
    for a token that is no text, 401 without right or token, 403 for a link that does
    not work, 409 for one that was used.
    """

    def reply(self) -> dict[str, Any]:
        """Confirm, and return how fresh the profile is now."""
        keep_to_yourself(self.request.response)
        # the right is in the token, in a header of who sends it, or in a session that
        # no other site can use: see ``gastvrij.accounts.cross_site``
        alsoProvides(self.request, IDisableCSRFProtection)
        now = datetime.now(UTC)
        token = json_body(self.request).get("token", "")
        if not isinstance(token, str):
            return self._refused(400, "BadRequest", NO_TEXT)
        try:
            right = self._right(token, now)
        except LinkUsed:
            return self._refused(409, "Conflict", USED)
        except LinkRefused:
            return self._refused(403, "Forbidden", DEAD)
        if right is None:
            return self._refused(401, "Unauthorized", NO_RIGHT)
        try:
            answer_for(self.context, right, RIGHT, now)
        except ValueError:
            return self._refused(400, "BadRequest", ENDED, "")
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

    def _refused(
        self, status: int, kind: str, sentence: Message, field: str = "token"
    ) -> dict[str, Any]:
        self.request.response.setStatus(status)
        message = translate(sentence, context=self.request)
        errors = [{"field": field, "message": message}] if field else []
        return {"type": kind, "message": message, "errors": errors}


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
