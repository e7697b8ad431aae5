"""What is written down by itself when a group changes, by whatever way it does."""

from datetime import datetime
from datetime import UTC
from gastvrij.directory.asked import forget_farewell
from gastvrij.directory.before import before
from gastvrij.directory.change_requests import REQUESTS
from gastvrij.directory.changes import CHANGES
from gastvrij.directory.changes import record
from gastvrij.directory.editing import CONTACT_FIELDS
from gastvrij.directory.editing import ProfileSaved
from gastvrij.directory.editing import values_of
from gastvrij.directory.field_words import STATE
from gastvrij.directory.member_file import FILE_ID
from gastvrij.directory.member_file import IMemberFile
from gastvrij.directory.organisation import IMemberOrganisation
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.schema import getFields


REOPEN = "reopen"


def record_what_changed_when_modified(group: IMemberOrganisation, event: Any) -> None:
    """Keep what changed in a profile, on our page, over REST or in Plone's form."""
    stored = before(group, CONTACT_FIELDS)
    if FILE_ID not in group or not stored:
        return
    fields = getFields(IMemberOrganisation)
    old = {name: stored.get(name, fields[name].default) for name in CONTACT_FIELDS}
    who, when = _who_and_when(event)
    record(group, who, when, old, values_of(group, CONTACT_FIELDS))


def record_state_when_it_changed(group: IMemberOrganisation, event: Any) -> None:
    """Keep that a group went online, stopped or hid."""
    if event.transition is None or FILE_ID not in group:
        return
    who, when = _who_and_when(event)
    old, new = event.old_state.id, event.new_state.id
    record(group, who, when, {STATE: old}, {STATE: new})
    # the weekly letter looks at what was modified; a transition alone is no such thing
    group.setModificationDate()


def forget_farewell_when_reopened(group: IMemberOrganisation, event: Any) -> None:
    """A group that is there again does not want to stop any more."""
    if event.transition is not None and event.transition.id == REOPEN:
        forget_farewell(api.portal.get(), IUUID(group))


def forget_when_copied(file: IMemberFile, event: Any) -> None:
    """A copy of a group has another story: nothing was changed or asked there yet."""
    annotations = IAnnotations(file)
    for key in (CHANGES, REQUESTS):
        annotations.pop(key, None)


def _who_and_when(event: Any) -> tuple[str, datetime]:
    if isinstance(event, ProfileSaved):
        return event.who, event.when
    return api.user.get_current().getId() or "", datetime.now(UTC)
