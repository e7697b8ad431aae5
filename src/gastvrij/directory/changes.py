"""What changed in the profile of a group: old and new, kept privately on its file.

For the secretariat's weekly letter, and to tell the second of two people who was
first. Values are kept in Dutch words, long ones cut down to what differs.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.directory.contacts import file_of
from gastvrij.directory.contacts import ROLE
from gastvrij.directory.differing import differing
from gastvrij.directory.editing import mark_of
from gastvrij.directory.field_words import in_words
from gastvrij.directory.kept_since import note_kept
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.taken_out import without
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate


CHANGES = "gastvrij.changes"
# another picture, or the same words with other headings and links
OTHERWISE = _("value_otherwise", default="(changed, though it reads the same)")
KEPT_FOR = timedelta(days=365)
MOST_KEPT = 200


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody changed at once; ``old`` and ``new`` are words, by field.

    ``who`` is the id of a user, ``is_own`` tells whether it was a contact person of the
    group.
    """

    when: datetime
    who: str
    is_own: bool
    old: dict[str, str]
    new: dict[str, str]


def record(
    group: MemberOrganisation,
    who: str,
    when: datetime,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
) -> None:
    """Keep what changed from ``old`` to ``new`` values; nothing when nothing did."""
    names = [name for name in new if mark_of(old.get(name)) != mark_of(new[name])]
    if not names:
        return
    words = {name: differing(*_words(name, old.get(name), new[name])) for name in names}
    change = Change(
        when,
        who,
        ROLE in group.get_local_roles_for_userid(who),
        {name: pair[0] for name, pair in words.items()},
        {name: pair[1] for name, pair in words.items()},
    )
    kept = [each for each in changes_of(group) if each.when > when - KEPT_FOR]
    _keep(group, [*kept[-MOST_KEPT:], change])


def forget_changes_until(group: MemberOrganisation, until: datetime) -> int:
    """Forget what was changed up to a moment; return how many changes."""
    changes = changes_of(group)
    kept = [change for change in changes if change.when > until]
    _keep(group, kept)
    return len(changes) - len(kept)


def _keep(group: MemberOrganisation, changes: Iterable[Change]) -> None:
    kept = tuple(changes)
    IAnnotations(file_of(group))[CHANGES] = kept
    moments = [change.when for change in kept]
    note_kept(api.portal.get(), CHANGES, IUUID(group), moments)


def _words(name: str, old: Any, new: Any) -> tuple[str, str]:
    before, after = in_words(name, old, "nl"), in_words(name, new, "nl")
    if before == after:
        after = translate(OTHERWISE, target_language="nl")
    return before, after


def changes_of(group: MemberOrganisation) -> tuple[Change, ...]:
    """Return what is kept of the changes of a group, the oldest first."""
    return IAnnotations(file_of(group)).get(CHANGES, ())


def last_change_of(group: MemberOrganisation, names: Iterable[str]) -> Change | None:
    """Return the last change of one of some fields."""
    wanted = set(names)
    return next((c for c in reversed(changes_of(group)) if wanted & c.new.keys()), None)


def since(
    site: Any, moment: datetime, until: datetime
) -> Iterator[tuple[MemberOrganisation, list[Change]]]:
    """Return the groups whose contact persons changed something after a moment.

    Each comes with those changes up to ``until``, by name of the group. Wakes no group
    that nobody touched since.
    """
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="MemberOrganisation",
        modified={"query": moment.replace(second=0), "range": "min"},
        sort_on="sortable_title",
    )
    for brain in brains:
        group = brain._unrestrictedGetObject()
        own = (change for change in changes_of(group) if change.is_own)
        changes = [change for change in own if moment < change.when <= until]
        if changes:
            yield group, changes


def together(changes: Iterable[Change]) -> dict[str, tuple[str, str]]:
    """Return for each field what it was at first and what it is at last.

    A field that came back to what it was is left out.
    """
    pairs: dict[str, tuple[str, str]] = {}
    for change in changes:
        for name, new in change.new.items():
            old = pairs[name][0] if name in pairs else change.old[name]
            pairs[name] = (old, new)
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def forget_person(group: MemberOrganisation, user_id: str, email: str) -> int:
    """Take out who made some changes, and an address where one names it.

    Returns how many changes that were.
    """
    changes = changes_of(group)
    count = len(changes_about(group, user_id, email))
    if count:
        _keep(group, [_without(change, user_id, email) for change in changes])
    return count


def changes_about(group: MemberOrganisation, user_id: str, email: str) -> list[Change]:
    """Return the changes that somebody made, or that name their address."""
    return [
        change
        for change in changes_of(group)
        if _without(change, user_id, email) != change
    ]


def _without(change: Change, user_id: str, email: str) -> Change:
    old, new = (
        {name: without(words, email) for name, words in told.items()}
        for told in (change.old, change.new)
    )
    who = "" if change.who == user_id else change.who
    return replace(change, who=who, old=old, new=new)
