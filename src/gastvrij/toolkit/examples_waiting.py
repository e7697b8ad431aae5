"""Examples from practice on which an editor has to decide."""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.due.interfaces import WaitingThing
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import current_edition
from gastvrij.toolkit.examples import undecided
from gastvrij.toolkit.library import ToolkitLibrary
from gastvrij.toolkit.waiting import WaitingForEditors
from plone import api


KIND = "toolkit.examples"
DECIDE = _("action_decide_example", default="Read it")


def offered_examples(
    library: ToolkitLibrary, user_id: str, now: datetime
) -> Iterator[WaitingThing]:
    """Return what groups offered to parts of the edition in force; wakes no part."""
    current = current_edition(library)
    waiting = undecided(api.portal.get(), current.uid) if current else {}
    if current is None or not waiting:
        return
    for part in contents(library[current.id]).parts():
        for entry in (part, *part.addenda):
            since = waiting.get(entry.thread)
            if since is not None:
                url = f"{entry.url}/examples"
                yield WaitingThing(KIND, entry.label, url, since, DECIDE)


examples_waiting = WaitingForEditors(
    {KIND: _("waiting_examples", default="Examples for the toolkit")},
    offered_examples,
)
