"""What waits for somebody, for a program."""

from datetime import datetime
from datetime import UTC
from gastvrij.desk.person import current_person
from gastvrij.desk.tasks import days_waited
from gastvrij.desk.tasks import tasks_of
from gastvrij.due.interfaces import WaitingThing
from gastvrij.values.batching import batch_of
from gastvrij.values.batching import list_answer
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any
from zope.i18n import translate


class DeskGet(Service):
    """``GET @desk``: what waits for whoever asks, the oldest first.

    ``action`` is what to do about it, in the reader's language; ``place`` is null where
    there is none. A visitor is answered 401.
    """

    def reply(self) -> dict[str, Any]:
        """Return one batch of the waiting things."""
        self.now = datetime.now(UTC)
        batch = batch_of(
            self.request, tasks_of(self.context, current_person(), self.now)
        )
        return list_answer(batch, [self._item(thing) for thing in batch])

    def _item(self, thing: WaitingThing) -> dict[str, Any]:
        return {
            "kind": thing.kind,
            "title": thing.title,
            "place": thing.place or None,
            "url": thing.url,
            "waiting_since": json_compatible(thing.since),
            "days": days_waited(thing, self.now),
            "action": translate(thing.action, context=self.request),
        }
