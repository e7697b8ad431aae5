"""Saying that a part is still right: one act, which changes nothing for the reader."""

from datetime import date
from datetime import datetime
from gastvrij.spelling.dates import BELGIUM
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.contents import IN_PREPARATION
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.keepers import keepers_of
from gastvrij.toolkit.keepers import note_check
from gastvrij.toolkit.keepers import thread_of
from plone import api
from plone.app.iterate.interfaces import IWorkingCopy
from plone.restapi.serializer.converters import json_compatible
from typing import Any


class NotToCheckError(Exception):
    """What is in the archive, a working copy or an old edition, is not checked."""


class ChangedMeanwhileError(Exception):
    """Somebody changed the text after it was read."""


def stamp_of(part: Any) -> str:
    """Return what tells this text from an earlier one: when it was last changed."""
    return json_compatible(part.modified())


def is_kept_right(part: Any) -> bool:
    """Tell whether a part stands in the edition in force, or in one in preparation."""
    return api.content.get_state(edition_of(part)) in (CURRENT, IN_PREPARATION)


def check(part: Any, who: str, now: datetime, stamp: str = "") -> bool:
    """Write down that a part is right today; return whether that is new.

    Nothing else of the part changes: checking is not editing. ``stamp`` is that of the
    text that was read, empty for whatever stands there. Raises ``NotToCheckError`` and
    ``ChangedMeanwhileError``.
    """
    is_gone = api.content.get_state(part) == "archived"
    if is_gone or IWorkingCopy.providedBy(part) or not is_kept_right(part):
        raise NotToCheckError(part.getId())
    if stamp and stamp != stamp_of(part):
        raise ChangedMeanwhileError(stamp)
    site, thread = api.portal.get(), thread_of(part)
    day, known = now.astimezone(BELGIUM).date(), keepers_of(site, thread)
    if part.checked_on == day and known.checked_on == day:
        return False
    part.checked_on = day
    note_check(site, thread, who, day)
    # without the name of an index it would count as an edit; this one stays the same
    part.reindexObject(idxs=["getId"])
    return True


def note_check_of(part: Any, day: date | None) -> None:
    """Remember that whoever is at work wrote down the day of a part's check.

    A day that was taken away was nobody's.
    """
    who = (api.user.get_current().getId() or "") if day else ""
    note_check(api.portal.get(), thread_of(part), who, day)
