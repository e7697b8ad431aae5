"""The decision of the board on an application, and what follows from it."""

from datetime import date
from datetime import datetime
from gastvrij import _
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.approval import carry_out
from gastvrij.membership.log import BOARD
from gastvrij.membership.log import SECRETARIAT
from gastvrij.membership.moves import move
from gastvrij.spelling.dates import BELGIUM
from gastvrij.values.refusal import Refused
from plone import api
from typing import Any


# transition -> (outcome, who decided)
DECISIONS = {
    "approve": ("approved", BOARD),
    "reject": ("rejected", BOARD),
    "record_approval": ("approved", SECRETARIAT),
    "record_rejection": ("rejected", SECRETARIAT),
}

NO_DATE = _("error_no_decision_date", default="Give the day on which it was decided.")
LATER = _("error_decision_later", default="This day has yet to come.")
NO_REASON = _("error_no_reason", default="Write down the reason; the group reads it.")


def decide(
    application: MembershipApplication,
    transition: str,
    on: date | None,
    reason: str,
    now: datetime,
) -> Any:
    """Approve or reject an application; return the group that an approval made.

    ``transition`` is a key of ``DECISIONS``, ``on`` the day of the board's decision.
    Raises ``Refused`` for a day or reason that lacks, ``WorkflowException`` when the
    application is not before the board or the user may not decide, and ``NotApproved``
    when a step failed: the transaction is doomed then.
    """
    outcome, who = DECISIONS[transition]
    _check(outcome, on, reason, now)
    application.decision = {
        "on": on,
        "outcome": outcome,
        "reason": reason.strip() or None,
    }
    move(application, transition, now, who, reason.strip())
    return carry_out(application, now) if outcome == "approved" else None


def _check(outcome: str, on: date | None, reason: str, now: datetime) -> None:
    if on is None:
        raise Refused(NO_DATE, "on")
    if on > now.astimezone(BELGIUM).date():
        raise Refused(LATER, "on")
    if outcome == "rejected" and not reason.strip():
        raise Refused(NO_REASON, "reason")


def same_name(directory: Any, title: str) -> list[Any]:
    """Return the groups that bear the same name already, capitals aside."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="MemberOrganisation",
        path="/".join(directory.getPhysicalPath()),
    )
    wanted = title.strip().casefold()
    return [brain for brain in brains if brain.Title.strip().casefold() == wanted]
