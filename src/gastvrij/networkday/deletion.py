"""A day on which people count is not deleted: it is called off, so that they know."""

from collections.abc import Iterator
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.networkday.calling_off import is_untold
from gastvrij.networkday.door import end_of
from gastvrij.networkday.mailboxes import living
from gastvrij.networkday.moments import is_over
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.network_days import INetworkDays
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zExceptions import HTTPClientError
from zope.component.hooks import getSite
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


ANNOUNCED = _(
    "error_delete_announced",
    default="${day} was not deleted: people count on it (${count}). Call the day off"
    " first: then they are told. After that it can be deleted.",
)
UNTOLD = _(
    "error_delete_untold",
    default="${day} was not deleted yet: people (${count}) do not know that it is"
    " called off. They get a letter ten minutes after that; then it can be deleted.",
)


class Conflict(HTTPClientError):
    """Something was not deleted; the message is for who tried.

    The name is that of an HTTP status: by it Zope finds the number.
    """

    errmsg = "Conflict"
    status = 409


def refuse_to_delete(day: NetworkDay, event: IObjectRemovedEvent) -> None:
    """Keep a day on which people count, however it is deleted.

    Raises ``Conflict``. A site that goes itself takes everything with it.
    """
    if getSite() is None or IPloneSiteRoot.providedBy(event.object):
        return
    why = why_day_stays(day, datetime.now(UTC))
    if why is not None:
        raise Conflict(in_words(why))


def why_not_deleted(content: Any, now: datetime) -> Message | None:
    """Return why a day, or all network days, cannot be deleted; None if they can."""
    reasons = (why_day_stays(day, now) for day in _days_in(content))
    return next(filter(None, reasons), None)


def why_day_stays(day: NetworkDay, now: datetime) -> Message | None:
    """Return why a day cannot be deleted; None when it can."""
    is_announced = api.content.get_state(day, default="") == "announced"
    if not (is_announced or is_untold(day)) or is_over(end_of(day), now):
        return None
    count = len(living(day))
    sentence = ANNOUNCED if is_announced else UNTOLD
    facts = {"day": day.title, "count": count}
    return Message(sentence, mapping=facts) if count else None


def in_words(why: Message) -> str:
    """Return the reason in the language in which the site is read."""
    return translate(why, target_language=api.portal.get_current_language())


def _days_in(content: Any) -> Iterator[NetworkDay]:
    if INetworkDay.providedBy(content):
        yield content
    elif INetworkDays.providedBy(content):
        yield from filter(INetworkDay.providedBy, content.objectValues())
