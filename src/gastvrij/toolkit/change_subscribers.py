"""What is written down for readers when the toolkit changes."""

from datetime import datetime
from datetime import UTC
from gastvrij.toolkit.change_note import Said
from gastvrij.toolkit.change_record import is_read
from gastvrij.toolkit.change_record import NEW
from gastvrij.toolkit.change_record import record_change
from gastvrij.toolkit.part import IToolkitPart
from gastvrij.toolkit.publication import WITH_EDITION
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.lifecycleevent.interfaces import IAttributes
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


NOTE = "change_note"


def record_when_published(part: IToolkitPart, event: IAfterTransitionEvent) -> None:
    """Tell readers of a part or addendum that is new in an edition they have."""
    is_published = event.transition is not None and event.transition.id == "publish"
    if is_published and WITH_EDITION not in event.kwargs and is_read(part):
        record_change(part, NEW, part.change_note or "", datetime.now(UTC))


def record_note_of_a_program(part: IToolkitPart, event: IObjectModifiedEvent) -> None:
    """Keep the note that a program sends with a change over REST.

    A form of ours keeps its own, and does not tell of it as a value that changed.
    """
    names = (
        name.rpartition(".")[2]
        for each in event.descriptions
        if IAttributes.providedBy(each)
        for name in each.attributes
    )
    if NOTE in names and part.change_note and is_read(part):
        Said(part.change_note, is_small=False).keep(part, datetime.now(UTC))
