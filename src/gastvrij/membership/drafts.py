"""Half-filled forms: what was typed, kept until it is sent or forgotten.

A draft is known by a one-click link: the token stands in the form itself, and in the
letter with which somebody goes on later. The database keeps its hash alone.
"""

from BTrees.OOBTree import OOBTree
from datetime import datetime
from datetime import timedelta
from gastvrij.links.ledger import issue
from gastvrij.links.ledger import LinkRefused
from gastvrij.links.ledger import look
from gastvrij.links.ledger import void
from gastvrij.links.ledger import void_each
from gastvrij.membership.desk import MembershipDesk
from gastvrij.settings.records import settings
from gastvrij.values.entries import Entry
from gastvrij.values.mail_address import same_address
from gastvrij.values.sheet import sentence_of
from gastvrij.values.sheet import Sheet
from persistent import Persistent
from plone import api
from typing import Any
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.i18nmessageid import Message
from zope.schema.interfaces import TooLong


DRAFTS = "gastvrij.membership.drafts"
PURPOSE = "membership.draft"
# characters that are kept of every box, whatever its field holds
FEWEST = 1000


class Draft(Persistent):
    """What was typed so far, by the name of the field, and when it was begun."""

    def __init__(self, begun: datetime) -> None:
        self.begun = begun
        self.typed: dict[str, Any] = {}


def lifetime() -> timedelta:
    """Return how long a half-filled form is kept."""
    return timedelta(days=settings().keep_unconfirmed_days)


def begin(desk: MembershipDesk, now: datetime) -> str:
    """Begin a draft; return the token by which it is known."""
    draft_id = uuid4().hex
    annotations = IAnnotations(desk)
    if DRAFTS not in annotations:
        annotations[DRAFTS] = OOBTree()
    annotations[DRAFTS][draft_id] = Draft(now)
    return issue(api.portal.get(), PURPOSE, draft_id, now, lifetime(), single=False)


def draft_id_of(token: str, now: datetime) -> str:
    """Return which draft a token is for; empty for a token that does not work."""
    try:
        return look(api.portal.get(), token, PURPOSE, now).thing
    except LinkRefused:
        return ""


def draft_called(desk: MembershipDesk, draft_id: str) -> Draft | None:
    """Return a draft; ``None`` when there is none such, or no longer."""
    return IAnnotations(desk).get(DRAFTS, {}).get(draft_id)


def most_typed(entry: Entry) -> int:
    """Return how many characters of a box are kept.

    More than the field holds, so that what is a little too long comes back whole.
    """
    return max(FEWEST, 2 * (getattr(entry.field, "max_length", None) or 0))


def too_long(sheet: Sheet) -> dict[str, Message]:
    """Return which boxes of a sheet have more than is kept, with what is said of it."""
    found = {}
    for name, entry in sheet.entries.items():
        typed = sheet.typed[name]
        words = typed if isinstance(typed, str) else " ".join(typed)
        if len(words) > most_typed(entry):
            found[name] = sentence_of(TooLong(words, most_typed(entry)))
    return found


def keep(draft: Draft, typed: dict[str, Any]) -> None:
    """Add what was typed on one page."""
    draft.typed = draft.typed | typed


def forget(desk: MembershipDesk, draft_id: str) -> None:
    """Forget a draft and the links that lead to it."""
    drafts = IAnnotations(desk).get(DRAFTS, {})
    if draft_id in drafts:
        del drafts[draft_id]
    void(api.portal.get(), purpose=PURPOSE, thing=draft_id)


def forget_old(desk: MembershipDesk, now: datetime) -> int:
    """Forget what was begun too long ago; return how many drafts that were."""
    drafts = IAnnotations(desk).get(DRAFTS, {})
    old = [key for key, draft in drafts.items() if draft.begun + lifetime() <= now]
    for key in old:
        del drafts[key]
    if old:
        void_each(api.portal.get(), PURPOSE, frozenset(old))
    return len(old)


def drafts_naming(desk: MembershipDesk, email: str) -> list[str]:
    """Return the ids of the drafts in which somebody gave this address."""
    drafts = IAnnotations(desk).get(DRAFTS, {})
    return [key for key, draft in drafts.items() if _names(draft, email)]


def halves_of(desk: MembershipDesk, email: str) -> list[Draft]:
    """Return the drafts in which somebody gave this address."""
    drafts = IAnnotations(desk).get(DRAFTS, {})
    return [drafts[draft_id] for draft_id in drafts_naming(desk, email)]


def _names(draft: Draft, email: str) -> bool:
    given = (draft.typed.get(name, "") for name in ("contact_email", "deputy_email"))
    return any(address and same_address(address, email) for address in given)
