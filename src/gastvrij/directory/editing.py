"""What a contact person changes of a group, and how two people do not undo each other.

A form carries a stamp of what it showed. Whoever saves after somebody else is told what
changed in the meantime, and may then save knowingly.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import datetime
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.directory.organisation import MemberOrganisation
from hashlib import sha256
from plone.app.textfield.interfaces import IRichTextValue
from plone.namedfile.interfaces import INamedBlobFile
from typing import Any
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


CONTACT_FIELDS = (
    "description",
    "text",
    "image",
    "image_alt",
    "founded",
    "activities",
    "target_groups",
    "languages",
    "service_area",
    "recruiting",
    "recruiting_until",
    "needs",
    "public_email",
    "website",
    "social_media",
    "how_to_reach",
    "accessibility",
    "summaries",
)

KEPT_FIELDS = (
    "title",
    "legal_form",
    "enterprise_number",
    "member_since",
    "municipality",
    "location_precision",
    "postal_code",
    "street",
)

DIGITS = 16


class Outdated(Exception):
    """Somebody else saved since the form was shown; ``names`` are the fields."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self.names = tuple(names)


class ProfileSaved(ObjectModifiedEvent):
    """A profile was saved on our page, by ``who`` at ``when``."""

    def __init__(
        self, group: MemberOrganisation, names: Iterable[str], who: str, when: datetime
    ) -> None:
        super().__init__(group, Attributes(IMemberOrganisation, *names))
        self.who = who
        self.when = when


def values_of(group: MemberOrganisation, names: Iterable[str]) -> dict[str, Any]:
    """Return the values of some fields of a group, by name."""
    return {name: getattr(group, name) for name in names}


def stamp_of(group: MemberOrganisation, names: Iterable[str] = CONTACT_FIELDS) -> str:
    """Return what tells whether a group still has the same values in some fields."""
    return " ".join(f"{name}={mark_of(getattr(group, name))}" for name in names)


def mark_of(value: Any) -> str:
    """Return a short mark of a value; two that are empty have the same."""
    if IRichTextValue.providedBy(value):
        value = value.raw
    elif INamedBlobFile.providedBy(value):
        value = sha256(value.data).hexdigest()
    return sha256(repr(value or None).encode()).hexdigest()[:DIGITS]


def marks_in(stamp: str) -> dict[str, str]:
    """Return the marks in a stamp, by name; none for what is no stamp."""
    pairs = (part.partition("=") for part in stamp.split())
    return {name: mark for name, _, mark in pairs}


def changed_since(
    group: MemberOrganisation, stamp: str, names: Iterable[str] = CONTACT_FIELDS
) -> tuple[str, ...]:
    """Return which fields have another value than when the stamp was made."""
    then, now = marks_in(stamp), marks_in(stamp_of(group, names))
    return tuple(name for name, mark in now.items() if then.get(name) != mark)


def save(
    group: MemberOrganisation,
    values: Mapping[str, Any],
    stamp: str,
    who: str,
    now: datetime,
) -> tuple[str, ...]:
    """Save the values of some fields of a group; return the names of what changed.

    The values have been checked. ``stamp`` is that of the form, ``who`` the id of its
    sender. Raises ``Outdated`` when somebody saved another value of one of these fields
    since, and ``KeyError`` for a field that a contact person may not write. Nothing is
    written when nothing changed. Saving is not confirming.
    """
    foreign = values.keys() - set(CONTACT_FIELDS)
    if foreign:
        raise KeyError(*sorted(foreign))
    return write(group, values, stamp, who, now)


def write(
    group: MemberOrganisation,
    values: Mapping[str, Any],
    stamp: str,
    who: str,
    now: datetime,
) -> tuple[str, ...]:
    """Do what ``save`` does for any fields; for whoever keeps all of them."""
    moved = [
        name
        for name in changed_since(group, stamp, values)
        if mark_of(values[name]) != mark_of(getattr(group, name))
    ]
    if moved:
        raise Outdated(moved)
    changed = tuple(
        name
        for name, value in values.items()
        if mark_of(value) != mark_of(getattr(group, name))
    )
    for name in changed:
        setattr(group, name, values[name])
    if changed:
        notify(ProfileSaved(group, changed, who, now))
    return changed
