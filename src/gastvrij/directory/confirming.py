"""The answers to the question whether a profile is still right, and who may give them.

Whoever keeps the group may, and so may the bearer of a link from a letter: the link is
used up by the answer.
"""

from contextlib import AbstractContextManager
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from gastvrij.directory.ask_letter import CONFIRM
from gastvrij.directory.asked import note_answered
from gastvrij.directory.asked import note_farewell
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.contacts import ROLE
from gastvrij.directory.freshness import confirm
from gastvrij.links.ledger import Link
from gastvrij.links.ledger import LinkRefused
from gastvrij.links.ledger import LinkUnknown
from gastvrij.links.ledger import look
from gastvrij.links.ledger import redeem
from plone import api
from typing import Any


RIGHT, PAUSE, RESUME, STOP = "right", "pause", "resume", "stop"
# in which states an answer makes sense
STATES = {
    RIGHT: ("draft", "active", "paused", "hidden"),
    PAUSE: ("active",),
    RESUME: ("paused",),
    STOP: ("draft", "active", "paused", "hidden"),
}
KEEP = "gastvrij: Keep Organisation"


@dataclass(frozen=True)
class Right:
    """The right to answer for a group; without a token it is that of the account."""

    user_id: str
    token: str = ""


def right_of_account(group: Any) -> Right | None:
    """Return the right of whoever is logged in, if they keep the group."""
    if not api.user.has_permission(KEEP, obj=group):
        return None
    return Right(api.user.get_current().getId())


def right_of_link(group: Any, token: str, now: datetime) -> Right:
    """Return the right of whoever has a link; writes nothing.

    Raises what ``gastvrij.links.ledger.look`` raises, ``LinkUnknown`` for a link about
    another group, or of somebody who does not speak for it any more.
    """
    try:
        link = look(api.portal.get(), token, CONFIRM, now)
    except LinkRefused as refusal:
        if refusal.link is None or not _is_about(group, refusal.link):
            raise LinkUnknown from None
        raise
    if not _is_about(group, link):
        raise LinkUnknown
    return Right(link.person, token)


def _is_about(group: Any, link: Link) -> bool:
    return link.thing == group.UID() and bool(contact_called(group, link.person))


def possible_answers(group: Any) -> list[str]:
    """Return the answers that make sense in the state of a group."""
    state = api.content.get_state(group)
    return [answer for answer, states in STATES.items() if state in states]


def answer_for(group: Any, right: Right, answer: str, now: datetime) -> None:
    """Do what was answered, and use up the link.

    Raises ``ValueError`` for an answer that makes no sense now, and what
    ``gastvrij.links.ledger.redeem`` raises.
    """
    if answer not in possible_answers(group):
        raise ValueError(answer)
    site = api.portal.get()
    if right.token:
        redeem(site, right.token, CONFIRM, now)
    if answer == RIGHT:
        confirm(group, right.user_id, now)
    elif answer == STOP:
        note_farewell(site, group.UID(), right.user_id, now)
    else:
        with _acting_as(right):
            api.content.transition(group, answer)
    if answer in (PAUSE, STOP):
        note_answered(site, group.UID())


def _acting_as(right: Right) -> AbstractContextManager[Any]:
    """Act as the person who got the link; whoever is logged in acts already."""
    if not right.token:
        return nullcontext()
    user = api.user.get(userid=right.user_id)
    return api.env.adopt_user(user=user) if user else api.env.adopt_roles([ROLE])
