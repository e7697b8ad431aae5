"""What is written down when a part or addendum changes."""

from collections.abc import Iterator
from datetime import datetime
from datetime import UTC
from gastvrij.toolkit.change_record import as_kept
from gastvrij.toolkit.change_record import CHANGED
from gastvrij.toolkit.change_record import is_read
from gastvrij.toolkit.change_record import last_told
from gastvrij.toolkit.change_record import NEW
from gastvrij.toolkit.change_record import record_change
from gastvrij.toolkit.checking import note_check_of
from gastvrij.toolkit.numbering import PUBLISHED
from gastvrij.toolkit.part import IToolkitPart
from gastvrij.toolkit.publication import WITH_EDITION
from plone.app.iterate.interfaces import IWorkingCopy
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.lifecycleevent.interfaces import IAttributes
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


DAY = "checked_on"
WORKFLOW = "toolkit_part_workflow"


def record_when_published(part: IToolkitPart, event: IAfterTransitionEvent) -> None:
    """Tell readers of a part or addendum that is new in an edition they have.

    What they had before, and was taken back meanwhile, has changed; a note that they
    have read already is not told again.
    """
    is_published = event.transition is not None and event.transition.id == "publish"
    if not is_published or WITH_EDITION in event.kwargs or not is_read(part):
        return
    note, told = part.change_note or "", last_told(part)
    kind = CHANGED if _was_read_before(part) else NEW
    fresh = "" if told is not None and told.note == as_kept(note) else note
    record_change(part, kind, fresh, datetime.now(UTC))


def _was_read_before(part: IToolkitPart) -> bool:
    """Tell whether a part that was published now had been so before."""
    history = part.workflow_history.get(WORKFLOW, ())
    return sum(each["review_state"] == PUBLISHED for each in history) > 1


def note_who_checked(part: IToolkitPart, event: IObjectModifiedEvent) -> None:
    """Remember who wrote down another day of the check, in a form or over REST."""
    if DAY in _changed(event) and not IWorkingCopy.providedBy(part):
        note_check_of(part, part.checked_on)


def _changed(event: IObjectModifiedEvent) -> Iterator[str]:
    """Yield the names of the fields that were changed."""
    for each in event.descriptions:
        if IAttributes.providedBy(each):
            yield from (name.rpartition(".")[2] for name in each.attributes)
