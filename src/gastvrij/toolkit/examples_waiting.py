"""Examples from practice on which an editor has to decide."""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import datetime
from gastvrij import _
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import current_edition
from gastvrij.toolkit.editors import library_for
from gastvrij.toolkit.examples import undecided
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


KIND = "toolkit.examples"
DECIDE = _("action_decide_example", default="Read it")


@implementer(IWaitingThings)
class ExamplesWaiting:
    """What groups offered to parts of the edition in force; wakes no part."""

    kinds: Mapping[str, Message] = {
        KIND: _("waiting_examples", default="Examples for the toolkit")
    }

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable[WaitingThing]:
        """Return what waits, for whoever keeps the toolkit."""
        library = library_for(site, roles)
        if library is None:
            return
        current = current_edition(library)
        waiting = undecided(site, current.uid) if current else {}
        if current is None or not waiting:
            return
        for part in contents(library[current.id]).parts():
            for entry in (part, *part.addenda):
                since = waiting.get(entry.lineage or entry.uid)
                if since is not None:
                    url = f"{entry.url}/examples"
                    yield WaitingThing(KIND, entry.label, url, since, DECIDE)
