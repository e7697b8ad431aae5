"""What is overdue in the toolkit, for the editor who is responsible or for all."""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from gastvrij import _
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from gastvrij.spelling.dates import BELGIUM
from gastvrij.toolkit.checks import OVERDUE
from gastvrij.toolkit.editors import library_for
from gastvrij.toolkit.queue_address import address
from gastvrij.toolkit.to_check import to_check
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


KIND = "toolkit.checks"
CHECK = _("action_check_part", default="Check")


@implementer(IWaitingThings)
class ChecksWaiting:
    """Parts and addenda of which the check is overdue; wakes none of them."""

    kinds: Mapping[str, Message] = {
        KIND: _("waiting_checks", default="Parts of the toolkit to check")
    }

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable[WaitingThing]:
        """Return what is overdue and theirs, or nobody's."""
        library = library_for(site, roles)
        if library is None:
            return
        for item in to_check(library, now.astimezone(BELGIUM).date()):
            if item.standing == OVERDUE and item.due_on and item.concerns(user_id):
                url = address(library.absolute_url(), [], item.uid)
                yield WaitingThing(KIND, item.label, url, _over(item.due_on), CHECK)


def _over(due: date) -> datetime:
    return datetime.combine(due + timedelta(days=1), time(), BELGIUM)
