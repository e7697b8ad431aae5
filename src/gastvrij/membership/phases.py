"""What an applicant is told: one of seven phases, whatever the state is inside."""

from dataclasses import dataclass
from gastvrij import _
from zope.i18nmessageid import Message


PHASES = {
    "unconfirmed": "confirm_email",
    "submitted": "received",
    "in_review": "received",
    "waiting_for_applicant": "question",
    "starting_up": "starting_up",
    "ready_for_board": "with_board",
    "postponed": "with_board",
    "approved": "decided",
    "rejected": "decided",
    "withdrawn": "stopped",
    "anonymised": "stopped",
}

OPEN_STATES = (
    "submitted",
    "in_review",
    "waiting_for_applicant",
    "starting_up",
    "ready_for_board",
    "postponed",
)


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase in words: its name, and whether the applicant has to do anything."""

    name: str
    title: Message
    turn: Message


NOTHING_TO_DO = _("turn_nothing", default="You do not have to do anything now.")
YOUR_TURN = _("turn_yours", default="We are waiting for you.")

TITLES = {
    "confirm_email": _("phase_confirm_email", default="Confirm your e-mail address"),
    "received": _("phase_received", default="We are looking at your application"),
    "question": _("phase_question", default="We have a question for you"),
    "starting_up": _("phase_starting_up", default="We help you to start up"),
    "with_board": _("phase_with_board", default="The board decides"),
    "decided": _("phase_decided", default="Decided"),
    "stopped": _("phase_stopped", default="Stopped"),
}

APPLICANTS_TURN = ("confirm_email", "question")


def phase_of(state: str) -> Phase:
    """Return the phase of an application in a state, in words.

    Raises ``KeyError`` for what is no state of an application.
    """
    name = PHASES[state]
    turn = YOUR_TURN if name in APPLICANTS_TURN else NOTHING_TO_DO
    return Phase(name, TITLES[name], turn)
