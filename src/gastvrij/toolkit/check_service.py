"""Saying over REST that a part is still right."""

from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.toolkit.checking import ChangedMeanwhileError
from gastvrij.toolkit.checking import check
from gastvrij.toolkit.checking import NotToCheckError
from gastvrij.toolkit.checks import due_on
from gastvrij.toolkit.checks import standing
from gastvrij.values.errors import refused
from gastvrij.values.json_service import JsonService
from plone import api
from typing import Any


NO_STAMP = _("error_check_modified", default="This is the time of the last change.")
CHANGED = _(
    "error_check_changed",
    default="Somebody changed the text meanwhile. Read it once more.",
)
NOT_TO_CHECK = _(
    "error_not_to_check",
    default="What is in the archive, in an old edition, or being rewritten, is not"
    " checked.",
)


class CheckedPost(JsonService):
    """POST @checked {"modified": "..."}: read, and nothing had to be changed.

    ``modified`` is that of the text that was read; it may be left out. Answers 400 for
    one that is no text and a body that is no object, 409 when the text was changed
    meanwhile, and for what is in the archive, in an old edition or a working copy.
    Asked twice on one day it is done once.
    """

    def act(self, data: dict[str, Any]) -> dict[str, Any]:
        """Write down the check, and return how it stands now."""
        stamp = data.get("modified", "")
        if not isinstance(stamp, str):
            return refused(self.request, 400, NO_STAMP, "modified")
        who = api.user.get_current().getId()
        try:
            check(self.context, who, datetime.now(UTC), stamp)
        except ChangedMeanwhileError:
            return refused(self.request, 409, CHANGED, "modified")
        except NotToCheckError:
            return refused(self.request, 409, NOT_TO_CHECK)
        return self._told()

    def _told(self) -> dict[str, Any]:
        day, interval = self.context.checked_on, self.context.check_interval
        due = due_on(day, interval)
        return {
            "@id": f"{self.context.absolute_url()}/@checked",
            "checked_on": day.isoformat(),
            "check_interval": interval,
            "due_on": due.isoformat() if due else None,
            "standing": standing(day, interval, today_in_belgium()),
        }
