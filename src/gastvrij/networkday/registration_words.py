"""Where somebody stands, in a sentence for a page: about yourself, or about others."""

from dataclasses import dataclass
from datetime import datetime
from gastvrij import _
from gastvrij.networkday import ledger_views
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Person
from gastvrij.networkday.seats import CANCELLED
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import LAPSED
from gastvrij.networkday.seats import OFFERED
from gastvrij.networkday.seats import UNCONFIRMED
from gastvrij.networkday.seats import WAITING
from gastvrij.spelling.dates import moment_in_words
from zope.i18nmessageid import Message


LOOKS = {
    CONFIRMED: "gv-status gv-status--good",
    OFFERED: "gv-status gv-status--attention",
    WAITING: "gv-status gv-status--wait",
    UNCONFIRMED: "gv-status gv-status--wait",
    LAPSED: "gv-status gv-status--quiet",
    CANCELLED: "gv-status gv-status--quiet",
}
SHORT = {
    CONFIRMED: _("standing_confirmed", default="Has a seat"),
    OFFERED: _("standing_offered", default="A seat is offered"),
    WAITING: _("standing_waiting", default="On the waiting list"),
    UNCONFIRMED: _("standing_unconfirmed", default="Address not confirmed yet"),
    LAPSED: _("standing_lapsed", default="Did not answer in time"),
    CANCELLED: _("standing_cancelled", default="Signed off"),
}
LONG = {
    CONFIRMED: _("stands_confirmed", default="You have a seat."),
    OFFERED: _(
        "stands_offered", default="There is a seat for you. It is yours until ${until}."
    ),
    WAITING: _(
        "stands_waiting",
        default="You have no seat yet. You are number ${number} on the waiting list.",
    ),
    UNCONFIRMED: _("stands_unconfirmed", default="You do not count yet."),
    LAPSED: _(
        "stands_lapsed",
        default="The seat that we kept for you went to the next: no answer came in"
        " time.",
    ),
    CANCELLED: _("stands_cancelled", default="You are signed off."),
}
DOUBLE = _("standing_double", default="Was registered already")
YOU_ARE_DOUBLE = _("stands_double", default="You were registered already.")
NUMBERED = _("standing_number", default="Number ${number} on the waiting list")
UNTIL = _("standing_until", default="A seat is kept until ${until}")


@dataclass(frozen=True)
class Standing:
    """Where a person stands; ``line`` is about them, ``sentence`` tells it to them."""

    kind: str
    word: Message
    css: str
    line: Message
    sentence: Message

    @property
    def more(self) -> Message | None:
        """What there is to tell beside the word."""
        return self.line if self.kind == OFFERED else None


# where people with a mailbox of their own stand is told there, and not to the sender of
# the form: else any form would tell who is registered
OWN_LETTER = _("standing_own_letter", default="Gets a letter of their own")
TOLD_ELSEWHERE = Standing("", OWN_LETTER, LOOKS[CANCELLED], OWN_LETTER, OWN_LETTER)


def standing_at(person: Person, now: datetime) -> str:
    """Return where a person stands: an offer that is over has lapsed."""
    until = person.seat.until
    is_over = person.standing == OFFERED and until is not None and until <= now
    return LAPSED if is_over else person.standing


def standing_of(
    day: NetworkDay, person: Person, now: datetime, language: str
) -> Standing:
    """Return where a person stands, in words."""
    waits = standing_at(person, now) == WAITING
    position = ledger_views.position(day, person.id) if waits else 0
    return standing_in_words(person, position, now, language)


def standing_in_words(
    person: Person, position: int, now: datetime, language: str
) -> Standing:
    """Return the same of somebody whose place on the waiting list is known."""
    kind, until = standing_at(person, now), person.seat.until
    facts = {
        "number": position,
        "until": moment_in_words(until, language) if until else "",
    }
    if kind == CANCELLED and person.double:
        return Standing(kind, DOUBLE, LOOKS[kind], DOUBLE, YOU_ARE_DOUBLE)
    lines = SHORT | {WAITING: NUMBERED, OFFERED: UNTIL}
    line = Message(lines[kind], mapping=facts)
    return Standing(
        kind,
        line if kind == WAITING else SHORT[kind],
        LOOKS[kind],
        line,
        Message(LONG[kind], mapping=facts),
    )
