"""What is written down when a part or addendum changes."""

from collections.abc import Iterator
from datetime import datetime
from datetime import UTC
from gastvrij.toolkit.change_record import is_read
from gastvrij.toolkit.change_record import NEW
from gastvrij.toolkit.change_record import record_change
from gastvrij.toolkit.checking import note_check_of
from gastvrij.toolkit.part import IToolkitPart
from gastvrij.toolkit.publication import WITH_EDITION
from plone.app.iterate.interfaces import IWorkingCopy
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.lifecycleevent.interfaces import IAttributes
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


DAY = "checked_on"


def record_when_published(part: IToolkitPart, event: IAfterTransitionEvent) -> None:
    """Tell readers of a part or addendum that is new in an edition they have."""
    is_published = event.transition is not None and event.transition.id == "publish"
    if is_published and WITH_EDITION not in event.kwargs and is_read(part):
        record_change(part, NEW, part.change_note or "", datetime.now(UTC))


def note_who_checked(part: IToolkitPart, event: IObjectModifiedEvent) -> None:
    """Remember who wrote down another day of the check, in a form or over REST."""
    if DAY in _changed(event) and not IWorkingCopy.providedBy(part):
        note_check_of(part, part.checked_on)


def _changed(event: IObjectModifiedEvent) -> Iterator[str]:
    """Yield the names of the fields that were changed."""
    for each in event.descriptions:
        if IAttributes.providedBy(each):
            yield from (name.rpartition(".")[2] for name in each.attributes)
