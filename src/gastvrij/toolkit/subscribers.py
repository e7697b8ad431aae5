"""What happens by itself when the toolkit changes."""

from gastvrij.toolkit.section import ToolkitSection
from uuid import uuid4
from zope.lifecycleevent.interfaces import IObjectAddedEvent


def begin_lineage_when_added(section: ToolkitSection, event: IObjectAddedEvent) -> None:
    """Give a new part the thread by which later editions find it back."""
    if not section.lineage:
        section.lineage = uuid4().hex
