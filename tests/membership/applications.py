"""Applications to test with: what a group fills in, and one in every state."""

from datetime import date
from datetime import datetime
from datetime import UTC
from gastvrij.membership.creation import receive
from gastvrij.membership.decision import decide
from gastvrij.membership.moves import move
from gastvrij.membership.review import ask
from gastvrij.membership.review import present
from plone import api
from typing import Any


NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
GENT = "44021"


def values(**others: Any) -> dict[str, Any]:
    """Return what a group fills in, and what else is given."""
    return {
        "kind": "existing_group",
        "group_name": "Open Poort",
        "legal_form": "feitelijke_vereniging",
        "postal_code": "9000",
        "municipality": GENT,
        "service_area": [],
        "activities": ["housing"],
        "target_groups": ["everyone"],
        "contact_name": "Ann Peeters",
        "contact_email": "ann.peeters@example.org",
        "contact_phone": "+32 470 12 34 56",
        "discussed_on": date(2026, 2, 1),
        "decided_on": date(2026, 2, 8),
        "attends_meetings": True,
        "privacy": True,
    } | others


def make_application(portal: Any, state: str = "unconfirmed", **others: Any) -> Any:
    """Return an application in a state, as secretariat and board bring it there."""
    application = receive(portal["lid-worden"], values(**others), NOW)
    with api.env.adopt_roles(["Manager"]):
        for step in STEPS[state]:
            step(application)
    return application


def _moved(transition: str) -> Any:
    return lambda application: move(application, transition, NOW)


def _decided(transition: str) -> Any:
    return lambda each: decide(each, transition, NOW.date(), "Welkom", NOW)


CONFIRMED = (_moved("confirm"),)
REVIEWED = (*CONFIRMED, _moved("take_up"))
READY = (*REVIEWED, lambda each: present(each, "Een goede groep", NOW))

STEPS: dict[str, tuple[Any, ...]] = {
    "unconfirmed": (),
    "submitted": CONFIRMED,
    "in_review": REVIEWED,
    "waiting_for_applicant": (*REVIEWED, lambda e: ask(e, "Wie?", ["website"], NOW)),
    "starting_up": (*REVIEWED, _moved("guide")),
    "ready_for_board": READY,
    "postponed": (*READY, _moved("postpone")),
    "approved": (*READY, _decided("approve")),
    "rejected": (*READY, _decided("reject")),
    "withdrawn": (*REVIEWED, _moved("withdraw")),
}
