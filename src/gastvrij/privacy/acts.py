"""Who exported or erased data of people, and when: never of whom.

The last of them stay on the site for the secretariat to see; each goes to the event
log as well.
"""

from dataclasses import dataclass
from datetime import datetime
from persistent.list import PersistentList
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.component import queryUtility
from zope.i18nmessageid import Message
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface

import logging


ACTS = "gastvrij.privacy.acts"
MOST = 200

logger = logging.getLogger("gastvrij.privacy")


@dataclass(frozen=True)
class Act:
    """Somebody did ``what`` with so many things; ``who`` is a user id.

    ``place`` is the UID of what the data was of, a network day for example.
    """

    what: str
    who: str
    moment: datetime
    count: int
    # acts that were kept before this was added have the default
    place: str = ""


class IActTitle(Interface):
    """What the secretariat calls an act; a utility by the act's id."""

    title = Attribute("The words, as a message.")


@implementer(IActTitle)
@dataclass(frozen=True)
class ActTitle:
    """The words for an act of one room."""

    title: Message


def write_down(
    site: Any, what: str, who: str, count: int, now: datetime, place: str = ""
) -> None:
    """Keep what somebody did with data of people.

    ``what`` is an id such as ``person_exported``; it tells of nobody.
    """
    annotations = IAnnotations(site)
    if ACTS not in annotations:
        annotations[ACTS] = PersistentList()
    acts = annotations[ACTS]
    acts.append(Act(what, who, now, count, place))
    del acts[:-MOST]
    logger.info("%s: %d things, by %s, of %s", what, count, who, place or "the site")


def last_acts(site: Any) -> list[Act]:
    """Return what was done, the last first; writes nothing."""
    return list(reversed(IAnnotations(site).get(ACTS, ())))


def title_of(what: str) -> Message | str:
    """Return the words for an act; its id when no room has words for it."""
    found = queryUtility(IActTitle, what)
    return found.title if found else what
