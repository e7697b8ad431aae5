"""The record of what changed for readers; only ever added to.

It is kept by the library. Of a change it has the part, the day and the note; title,
number and address are those of today, for who may see the part today. Who changed it
is told to editors only.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.contents import PREVIOUS
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.library import ToolkitLibrary
from gastvrij.values.html import readable
from plone import api
from plone.app.iterate.interfaces import IWorkingCopy
from typing import Any
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations


RECORD = "gastvrij.toolkit.changes"

CHANGED = "changed"
SMALL = "small"
NEW = "new"
EDITION = "edition"

_is_told: ContextVar[bool] = ContextVar("gastvrij.toolkit.is_told", default=True)


@dataclass(frozen=True, slots=True)
class Change:
    """Something that an editor changed in what readers see.

    ``thing`` is the UID of a part, addendum or edition, ``edition`` that of the edition
    in which it stands; ``who`` is the id of a user, for editors only. A ``SMALL``
    correction is not told to readers.
    """

    id: str
    thing: str
    edition: str
    when: datetime
    kind: str
    note: str
    who: str


def record_change(thing: Any, kind: str, note: str, now: datetime) -> None:
    """Write down that something changed, by whoever is at work; ``now`` is aware."""
    if not _is_told.get():
        return
    edition = edition_of(thing)
    user = api.user.get_current()
    change = Change(
        id=uuid4().hex,
        thing=thing.UID(),
        edition=edition.UID(),
        when=now,
        kind=kind,
        note=as_kept(note),
        who=user.getId() or "",
    )
    annotations = IAnnotations(edition.aq_parent)
    if RECORD not in annotations:
        annotations[RECORD] = OOBTree()
    annotations[RECORD][f"{now.timestamp():018.6f} {change.id}"] = change
    # pages that are kept in memory are told by the catalogue's counter
    thing.reindexObject(idxs=["UID"])


def as_kept(note: str) -> str:
    """Return a note in one line, of nothing but words."""
    return " ".join(readable(note, " ").split())


def last_told(thing: Any) -> Change | None:
    """Return the newest change of something with a note, if there was one."""
    library, uid = edition_of(thing).aq_parent, thing.UID()
    told = (each for each in recorded(library) if each.thing == uid and each.note)
    return next(told, None)


@contextmanager
def told_to_nobody() -> Iterator[None]:
    """Write nothing down meanwhile: what is imported did not change for readers."""
    before = _is_told.set(False)
    try:
        yield
    finally:
        _is_told.reset(before)


def recorded(library: ToolkitLibrary) -> Iterator[Change]:
    """Yield all changes, newest first; nothing is made on the way."""
    kept = IAnnotations(library).get(RECORD)
    if kept is not None:
        yield from reversed(list(kept.values()))


def forget_who(library: ToolkitLibrary, user_id: str) -> int:
    """Forget that it was this user who changed things; return how many times."""
    kept = IAnnotations(library).get(RECORD, {})
    found = [(key, each) for key, each in kept.items() if each.who == user_id]
    for key, change in found:
        kept[key] = replace(change, who="")
    return len(found)


def is_read(thing: Any) -> bool:
    """Tell whether readers have this text now: published, in a published edition."""
    if IWorkingCopy.providedBy(thing):
        return False
    if api.content.get_state(thing) != "published":
        return False
    return api.content.get_state(edition_of(thing)) in (CURRENT, PREVIOUS)
