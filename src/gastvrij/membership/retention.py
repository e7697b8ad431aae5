"""What of an application is erased, and when."""

from datetime import datetime
from gastvrij.directory.files import empty_notes
from gastvrij.directory.internal_notes import NOTES_ID
from gastvrij.links.ledger import void
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.desk import MembershipDesk
from gastvrij.membership.drafts import forget_old
from gastvrij.membership.letter_parts import STATUS
from gastvrij.membership.log import SYSTEM
from gastvrij.membership.moves import move
from gastvrij.membership.summary import drop_summary
from gastvrij.membership.summary import in_states
from gastvrij.membership.summary import keep_summary
from gastvrij.privacy.retention import is_over
from plone import api
from typing import Any


DESK = "lid-worden"
CLOSED = ("rejected", "withdrawn")

# what stays of an application: place, outcome and dates; everything else is erased
ERASED: dict[str, Any] = {
    "group_name": "",
    "enterprise_number": None,
    "postal_code": "",
    "service_area": [],
    "activities": [],
    "target_groups": [],
    "volunteers_estimate": None,
    "founded": None,
    "website": None,
    "motivation": None,
    "contact_name": "",
    "contact_email": "",
    "contact_phone": None,
    "contact_function": None,
    "deputy_name": None,
    "deputy_email": None,
    "scan": None,
    "questions": [],
    "secretariat_advice": None,
    "board_remarks": [],
}


def desk_of(site: Any) -> MembershipDesk | None:
    """Return the membership desk of a site; ``None`` when it was taken away."""
    return site.get(DESK)


def forget_unconfirmed(site: Any, now: datetime) -> int:
    """Delete what was never confirmed, after the days of the settings."""
    desk = desk_of(site)
    if desk is None:
        return 0
    unconfirmed = in_states(desk, ("unconfirmed",))
    over = [each for each in unconfirmed if is_over("unconfirmed", each.since, now)]
    for each in over:
        delete(desk, each.id)
    return len(over) + forget_old(desk, now)


def anonymise_closed(site: Any, now: datetime) -> int:
    """Erase the personal data of what was rejected or withdrawn long enough ago."""
    desk = desk_of(site)
    if desk is None:
        return 0
    closed = in_states(desk, CLOSED)
    over = [each for each in closed if is_over("closed", each.since, now)]
    for each in over:
        with api.env.adopt_roles(["Manager"]):
            anonymise(desk[each.id], now)
    return len(over)


def anonymise(application: MembershipApplication, now: datetime) -> None:
    """Erase everything about people, and close the application for good."""
    anonymise_fields(application, now)
    move(application, "anonymise", now, SYSTEM)


def anonymise_fields(application: MembershipApplication, now: datetime) -> None:
    """Erase everything about people; place, outcome and dates stay."""
    for name, value in ERASED.items():
        setattr(application, name, list(value) if isinstance(value, list) else value)
    application.log = [row | {"note": None} for row in application.log or []]
    if application.decision:
        application.decision = application.decision | {"reason": None}
    _take_out_comments(application)
    if NOTES_ID in application:
        empty_notes(application[NOTES_ID])
    void(api.portal.get(), purpose=STATUS, thing=application.UID())
    keep_summary(application, now)


def _take_out_comments(application: MembershipApplication) -> None:
    """Empty what was said in the workflow's own history: questions and answers too."""
    history = application.workflow_history
    for workflow, rows in history.items():
        history[workflow] = tuple(row | {"comments": ""} for row in rows)


def delete(desk: MembershipDesk, application_id: str) -> None:
    """Delete an application with all that is kept of it."""
    application = desk[application_id]
    void(api.portal.get(), thing=application.UID())
    desk._delObject(application_id)
    drop_summary(desk, application_id)
