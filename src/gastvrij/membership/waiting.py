"""What in membership waits for the secretariat, and what for the board."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from gastvrij.due.may import may
from gastvrij.membership.publishing import overdue
from gastvrij.membership.retention import desk_of
from gastvrij.membership.summary import in_states
from gastvrij.membership.summary import Summary
from typing import Any
from typing import ClassVar
from zope.i18nmessageid import Message
from zope.interface import implementer


HANDLE = "gastvrij: Handle Application"
BOARD = frozenset({"Board Member"})
CALL_AFTER = timedelta(days=60)
APPLICATIONS = "membership.applications"
PAGES = "membership.applications.pages"

# state -> what the secretariat does next
TURN_OF_SECRETARIAT = {
    "submitted": _("action_take_up", default="Take up"),
    "in_review": _("action_review", default="Review"),
}
DECIDE = _("action_decide", default="Decide")
PUBLISH = _("action_publish_for_group", default="Put online for the group")
CALL = _("action_call_applicant", default="Get in touch")


@implementer(IWaitingThings)
class Applications:
    """Applications whose turn it is at the secretariat or at the board."""

    kinds: ClassVar[dict[str, Message]] = {
        APPLICATIONS: _("waiting_applications", default="Applications for membership"),
        PAGES: _("waiting_pages", default="New members who are not online yet"),
    }

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable[WaitingThing]:
        """Return what waits for somebody with these roles; wakes no application."""
        desk = desk_of(site)
        if desk is not None and may(site, HANDLE, roles):
            yield from _for_secretariat(desk, now)
        if desk is not None and roles & BOARD:
            for each in in_states(desk, ("ready_for_board",)):
                yield _thing(desk, each, DECIDE)


def _for_secretariat(desk: Any, now: datetime) -> Iterator[WaitingThing]:
    for each in in_states(desk, tuple(TURN_OF_SECRETARIAT)):
        yield _thing(desk, each, TURN_OF_SECRETARIAT[each.state])
    for each in in_states(desk, ("waiting_for_applicant",)):
        if each.since + CALL_AFTER <= now:
            yield _thing(desk, each, CALL)
    for page in overdue(desk, now):
        yield WaitingThing(
            PAGES, page.name, page.url, page.approved, PUBLISH, page.place
        )


def _thing(desk: Any, each: Summary, action: Message) -> WaitingThing:
    return WaitingThing(
        kind=APPLICATIONS,
        title=each.name,
        url=f"{desk.absolute_url()}/{each.id}",
        since=each.since,
        action=action,
        place=each.place,
    )


applications = Applications()
